/* query/checker_combine.c: queries that are combined, locked or call themselves: UNION, FOR_UPDATE, WITH_RECURSIVE, DISTINCT_ON.
 * It knows nothing of the rows that take what they give. Part of the checker.
 */
#include "query/checker_parts.h"

#include "meta/model.h"
#include "meta/type_registry.h"

static uint32_t first_combination(const cq__tree *tree, uint32_t query)
{
	CQ__EACH_OPERAND(tree, query, clause) {
		if (cq__is_set_operation(tree->nodes[clause].op))
			return clause;
	}
	return CQ__NO_NODE;
}

/* The width that a column has of its own: a query's items are as wide as the widest of its arms. C values have none. */
static cq_type own_width(const cq__checker *checker, const cq__given *given)
{
	const cq_node *const n = cq__node(checker, given->item);
	const cq__family family = cq__type_info(given->type)->family;
	if (given->is_value || (family != CQ__FAMILY_INTEGER && family != CQ__FAMILY_REAL))
		return CQ_TYPE_NONE;
	return n->op == CQ_OP_COLUMN ? (cq_type)((const cq_column *)n->ref)->type : given->type;
}

static bool fits_width(const cq__checker *checker, const cq__given *a, const cq__given *b)
{
	const cq_type x = own_width(checker, a), y = own_width(checker, b);
	return x == CQ_TYPE_NONE || y == CQ_TYPE_NONE || x == y;
}

/* Objects are read by their tables, lists by their rows; other columns need one type, whatever the lengths of texts. */
static bool fits_column(const cq__checker *checker, const cq__given *a, const cq__given *b)
{
	const cq_node *const x = cq__node(checker, a->item), *const y = cq__node(checker, b->item);
	if ((a->column == NULL) != (b->column == NULL))
		return false;
	if (a->column != NULL)
		return cq__same_table(cq__table_base(x->ref), cq__table_base(y->ref));
	if (x->op == CQ_OP_COLLECT || y->op == CQ_OP_COLLECT)
		return x->op == y->op && cq__same_row(x->ref, y->ref);
	return (a->families & b->families) != 0 && fits_width(checker, a, b);
}

static bool fits_list(const cq__checker *checker, uint32_t a, uint32_t b)
{
	cq__columns first = cq__columns_of(checker, a), second = cq__columns_of(checker, b);
	cq__given x, y;
	while (cq__next_column(&first, &x)) {
		if (!cq__next_column(&second, &y) || !fits_column(checker, &x, &y))
			return false;
	}
	return !cq__next_column(&second, &y);
}

static cq_status check_shapes(const cq__checker *checker, uint32_t query)
{
	uint32_t clause = CQ__NO_NODE;
	const uint32_t first = cq__next_list(checker->tree, query, &clause);
	for (uint32_t list; first != CQ__NO_NODE && (list = cq__next_list(checker->tree, query, &clause)) != CQ__NO_NODE;) {
		if (!fits_list(checker, first, list))
			return cq__report(checker, CQ__RULE_UNION_SHAPE, clause, NULL);
	}
	return CQ_OK;
}

/* The rows of several queries have nothing in common but the labels of the first. */
static cq_status check_order(const cq__checker *checker, uint32_t query)
{
	const cq__tree *const tree = checker->tree;
	const uint32_t order = cq__query_clause(tree, query, CQ_OP_ORDER_BY);
	if (order == CQ__NO_NODE || first_combination(tree, query) == CQ__NO_NODE)
		return CQ_OK;
	CQ__EACH_OPERAND(tree, order, ordering) {
		uint32_t by = ordering;
		while (cq__operator_sort(tree->nodes[by].op) == CQ__SORT_ORDERING)
			by = cq__operand(tree, by, 0);
		if (tree->nodes[by].op != CQ_OP_LABEL)
			return cq__report(checker, CQ__RULE_UNION_ORDER, ordering, NULL);
	}
	return CQ_OK;
}

/* A table that WITH_RECURSIVE names is used once: by a FROM or join of its last query, where its rows are never missing. */
static bool is_recursive_use(const cq__tree *tree, uint32_t node, const cq_table *table)
{
	const cq_node *const n = &tree->nodes[node];
	return !cq__absent(tree, node) && cq__names_source(n->op) && cq__same_table(cq__table_base(n->ref), cq__table_base(table)) &&
		(n->count == 0 || cq__operator_sort(tree->nodes[cq__operand(tree, node, 0)].op) != CQ__SORT_SOURCE);
}

static bool stands_in(const cq__tree *tree, uint32_t node, uint32_t ancestor)
{
	while (node != CQ__NO_NODE && node != ancestor)
		node = tree->parent[node];
	return node == ancestor;
}

static uint32_t last_arm(const cq__tree *tree, uint32_t query)
{
	uint32_t arm = CQ__NO_NODE;
	CQ__EACH_OPERAND(tree, query, clause) {
		const uint16_t op = tree->nodes[clause].op;
		if (cq__is_set_operation(op))
			arm = op == CQ_OP_UNION || op == CQ_OP_UNION_ALL ? cq__operand(tree, clause, 0) : CQ__NO_NODE;
	}
	return arm;
}

static bool is_grouped(const cq__checker *checker, uint32_t arm)
{
	const cq__tree *const tree = checker->tree;
	CQ__EACH_OPERAND(tree, arm, clause) {
		const uint16_t op = tree->nodes[clause].op;
		if (op == CQ_OP_GROUP_BY || (cq__is_select(op) && cq__find_aggregate(checker, clause) != CQ__NO_NODE))
			return true;
	}
	return false;
}

static bool is_never_missing(const cq__tree *tree, uint32_t use)
{
	const uint16_t op = tree->nodes[use].op;
	const uint32_t query = tree->parent[use];
	if (op == CQ_OP_LEFT_JOIN || op == CQ_OP_FULL_JOIN)
		return false;
	CQ__EACH_OPERAND(tree, query, clause) {
		const uint16_t join = tree->nodes[clause].op;
		if (clause > use && (join == CQ_OP_RIGHT_JOIN || join == CQ_OP_FULL_JOIN))
			return false;
	}
	return true;
}

static cq_status check_recursion(const cq__checker *checker, uint32_t with)
{
	const cq__tree *const tree = checker->tree;
	const uint32_t arm = last_arm(tree, cq__operand(tree, with, 0));
	uint32_t uses = 0;
	bool good = arm != CQ__NO_NODE && !is_grouped(checker, arm);
	for (uint32_t node = 0; node < with; node++) {
		if (!is_recursive_use(tree, node, tree->nodes[with].ref) || !stands_in(tree, node, with))
			continue;
		uses++;
		good = good && tree->parent[node] == arm && is_never_missing(tree, node);
	}
	return good && uses == 1 ? CQ_OK : cq__report(checker, CQ__RULE_RECURSIVE_SHAPE, with, NULL);
}

/* A WITH is computed for itself, and VALUES_AS from nothing; in a QUERY there are rows of tables. */
static bool has_rows_of_tables(const cq__tree *tree, uint32_t locked)
{
	const cq_table *const table = tree->nodes[locked].ref;
	uint32_t clause;
	if (!cq__table_derived(table) || cq__table_provider(tree, locked, table, &clause) == CQ__NO_NODE)
		return true;
	const uint32_t definition = cq__derived_definition(tree, clause, table);
	return definition == CQ__NO_NODE || tree->nodes[definition].op == CQ_OP_QUERY || tree->nodes[definition].op == CQ_OP_LATERAL;
}

static cq_status check_lock(const cq__checker *checker, uint32_t query, uint32_t lock)
{
	const cq__tree *const tree = checker->tree;
	bool locked = true;
	CQ__EACH_OPERAND(tree, query, clause) {
		const uint16_t op = tree->nodes[clause].op;
		if (op == CQ_OP_DISTINCT || op == CQ_OP_DISTINCT_ON || op == CQ_OP_GROUP_BY || cq__is_set_operation(op))
			locked = false;
		if ((cq__is_select(op) || op == CQ_OP_ORDER_BY) &&
			(cq__find_aggregate(checker, clause) != CQ__NO_NODE || cq__find_window(checker, clause) != CQ__NO_NODE))
			locked = false;
	}
	if (!locked)
		return cq__report(checker, CQ__RULE_LOCK_MISPLACED, lock, NULL);
	CQ__EACH_OPERAND(tree, lock, table) {
		if (!has_rows_of_tables(tree, table))
			return cq__report(checker, CQ__RULE_LOCK_MISPLACED, table, NULL);
	}
	return CQ_OK;
}

static bool has_expression(const cq__tree *tree, uint32_t query, uint32_t list, uint32_t node)
{
	CQ__EACH_OPERAND(tree, list, other) {
		if (cq__same_expression(tree, cq__meant_by(tree, query, other), node))
			return true;
	}
	return false;
}

/* The orderings by what is distinct come first, in any order of their own; ORDER_BY may also end before all of them came. */
static cq_status check_distinct(const cq__checker *checker, uint32_t query, uint32_t distinct)
{
	const cq__tree *const tree = checker->tree;
	const uint32_t order = cq__query_clause(tree, query, CQ_OP_ORDER_BY);
	if (order == CQ__NO_NODE)
		return CQ_OK;
	bool others = false;
	CQ__EACH_OPERAND(tree, order, ordering) {
		const bool first = has_expression(tree, query, distinct, cq__meant_by(tree, query, ordering));
		if (first && others)
			return cq__report(checker, CQ__RULE_DISTINCT_ON_ORDER, ordering, NULL);
		others |= !first;
	}
	CQ__EACH_OPERAND(tree, distinct, expression) {
		if (others && !has_expression(tree, query, order, cq__meant_by(tree, query, expression)))
			return cq__report(checker, CQ__RULE_DISTINCT_ON_ORDER, expression, NULL);
	}
	return CQ_OK;
}

static cq_status check_query(const cq__checker *checker, uint32_t query)
{
	const cq__tree *const tree = checker->tree;
	const uint32_t lock = cq__query_clause(tree, query, CQ_OP_FOR_UPDATE);
	const uint32_t distinct = cq__query_clause(tree, query, CQ_OP_DISTINCT_ON);
	cq_status status = check_shapes(checker, query);
	if (status == CQ_OK)
		status = check_order(checker, query);
	if (status == CQ_OK && lock != CQ__NO_NODE)
		status = check_lock(checker, query, lock);
	if (status == CQ_OK && distinct != CQ__NO_NODE)
		status = check_distinct(checker, query, distinct);
	return status;
}

cq_status cq__check_combinations(const cq__checker *checker)
{
	const cq__tree *const tree = checker->tree;
	cq_status status = CQ_OK;
	for (uint32_t node = 0; node < tree->count && status == CQ_OK; node++) {
		if (cq__absent(tree, node))
			continue;
		if (cq__is_query(tree, node))
			status = check_query(checker, node);
		else if (tree->nodes[node].op == CQ_OP_WITH_RECURSIVE)
			status = check_recursion(checker, node);
	}
	return status;
}
