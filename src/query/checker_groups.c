/* query/checker_groups.c: where aggregates may stand, and what may stand beside them.
 * It knows nothing of types. Part of the checker; every table and label is known to be there when it runs.
 */
#include "query/checker_parts.h"

#include "meta/model.h"

#include <string.h>

bool cq__is_aggregate(uint16_t op)
{
	switch ((cq_operator)op) {
	case CQ_OP_COUNT_ROWS: case CQ_OP_COUNT: case CQ_OP_COUNT_DISTINCT: case CQ_OP_SUM: case CQ_OP_AVG: case CQ_OP_MIN: case CQ_OP_MAX:
	case CQ_OP_STRING_AGG: case CQ_OP_JSON_AGG:
		return true;
	default:
		return false;
	}
}

/* Whether a node is the function of an OVER, or the aggregate in its FILTER: one that is computed over groups, not one of
 * their rows. */
static bool is_over_window(const cq__tree *tree, uint32_t node)
{
	uint32_t parent = tree->parent[node];
	if (parent != CQ__NO_NODE && tree->nodes[parent].op == CQ_OP_FILTER && cq__operand(tree, parent, 0) == node) {
		node = parent;
		parent = tree->parent[node];
	}
	return parent != CQ__NO_NODE && tree->nodes[parent].op == CQ_OP_OVER && cq__operand(tree, parent, 0) == node;
}

static bool is_aggregate_of_rows(const cq__tree *tree, uint32_t node)
{
	return cq__is_aggregate(tree->nodes[node].op) && !is_over_window(tree, node);
}

uint32_t cq__find_aggregate(const cq__checker *checker, uint32_t node)
{
	const uint16_t op = cq__node(checker, node)->op;
	if (is_aggregate_of_rows(checker->tree, node) || (op == CQ_OP_LABEL && cq__typed_of(checker, node)->aggregate))
		return node;
	if (op == CQ_OP_SUBQUERY)
		return CQ__NO_NODE;
	CQ__EACH_OPERAND(checker->tree, node, operand) {
		const uint32_t found = cq__find_aggregate(checker, operand);
		if (found != CQ__NO_NODE)
			return found;
	}
	return CQ__NO_NODE;
}

/* Whether a clause is worked out for each row, before anything is counted. */
static bool takes_no_aggregate(const cq__tree *tree, uint32_t node)
{
	const uint16_t op = tree->nodes[node].op;
	switch ((cq_operator)op) {
	case CQ_OP_DISTINCT_ON: case CQ_OP_WHERE: case CQ_OP_GROUP_BY: case CQ_OP_UPDATE: case CQ_OP_ON_CONFLICT_UPDATE: case CQ_OP_RETURNING:
	case CQ_OP_RETURNING_ROW:
		return true;
	case CQ_OP_INSERT_INTO:
		return !cq__is_insert_of_query(tree, tree->parent[node]);
	default:
		return cq__names_source(op);
	}
}

static cq_status check_aggregate(const cq__checker *checker, uint32_t node)
{
	CQ__EACH_OPERAND(checker->tree, node, operand) {
		if (cq__find_aggregate(checker, operand) != CQ__NO_NODE)
			return cq__report(checker, CQ__RULE_AGGREGATE_OF_AGGREGATE, node, NULL);
	}
	return CQ_OK;
}

/* The condition of a FILTER is asked of each row that goes into the aggregate. */
static cq_status check_place(const cq__checker *checker, uint32_t node)
{
	const cq__tree *const tree = checker->tree;
	if (is_aggregate_of_rows(tree, node))
		return check_aggregate(checker, node);
	if (tree->nodes[node].op == CQ_OP_FILTER && !is_over_window(tree, cq__operand(tree, node, 0)) &&
		cq__find_aggregate(checker, cq__operand(tree, node, 1)) != CQ__NO_NODE)
		return cq__report(checker, CQ__RULE_AGGREGATE_IN_WHERE, cq__operand(tree, node, 1), NULL);
	if (takes_no_aggregate(tree, node)) {
		const uint32_t aggregate = cq__find_aggregate(checker, node);
		if (aggregate != CQ__NO_NODE)
			return cq__report(checker, CQ__RULE_AGGREGATE_IN_WHERE, aggregate, NULL);
	}
	return CQ_OK;
}

/* One SELECT and its GROUP_BY, CQ__NO_NODE when there is none. */
typedef struct grouping {
	const cq__checker *checker;
	uint32_t query;
	uint32_t group;
} grouping;

bool cq__same_expression(const cq__tree *tree, uint32_t a, uint32_t b)
{
	const cq_node *const x = &tree->nodes[a];
	const cq_node *const y = &tree->nodes[b];
	if (a == b)
		return true;
	if (x->op != y->op || x->type != y->type || x->count != y->count || x->op == CQ_OP_SUBQUERY)
		return false;
	if (x->op == CQ_OP_COLUMN)
		return cq__same_column(x->ref, y->ref);
	if (x->op != CQ_OP_VALUE && x->flags != y->flags)
		return false;
	if (x->ref != y->ref && ((x->op != CQ_OP_RAW && x->op != CQ_OP_FUNC) || strcmp(x->ref, y->ref) != 0))
		return false;
	for (uint32_t i = 0; i < x->count; i++) {
		if (!cq__same_expression(tree, cq__operand(tree, a, i), cq__operand(tree, b, i)))
			return false;
	}
	return true;
}

uint32_t cq__meant_by(const cq__tree *tree, uint32_t query, uint32_t node)
{
	while (cq__operator_sort(tree->nodes[node].op) == CQ__SORT_ORDERING)
		node = cq__operand(tree, node, 0);
	if (tree->nodes[node].op == CQ_OP_LABEL)
		node = cq__query_label(tree, query, tree->nodes[node].ref);
	if (tree->nodes[node].op == CQ_OP_AS)
		node = cq__operand(tree, node, 0);
	return node;
}

static bool is_grouped(const grouping *g, uint32_t node)
{
	const cq__tree *const tree = g->checker->tree;
	if (g->group == CQ__NO_NODE)
		return false;
	CQ__EACH_OPERAND(tree, g->group, grouped) {
		if (cq__same_expression(tree, cq__meant_by(tree, g->query, grouped), node))
			return true;
	}
	return false;
}

static bool groups_column(const grouping *g, const cq_column *column)
{
	const cq__tree *const tree = g->checker->tree;
	if (g->group == CQ__NO_NODE)
		return false;
	CQ__EACH_OPERAND(tree, g->group, grouped) {
		const cq_node *const n = &tree->nodes[cq__meant_by(tree, g->query, grouped)];
		if (n->op == CQ_OP_COLUMN && cq__same_column(n->ref, column))
			return true;
	}
	return false;
}

/* A whole primary key in GROUP_BY fixes all columns of its table. */
static bool groups_key(const grouping *g, const cq_table *table)
{
	const cq_column *key = cq__primary_key_next(table, NULL);
	if (key == NULL)
		return false;
	for (; key != NULL; key = cq__primary_key_next(table, key)) {
		if (!groups_column(g, key))
			return false;
	}
	return true;
}

static bool groups_every_column(const grouping *g, const cq_table *table)
{
	const cq_column *const columns = cq_table_columns(table);
	for (uint32_t i = 0; i < table->column_count; i++) {
		if (!groups_column(g, &columns[i]))
			return false;
	}
	return true;
}

/* Whether it is this query that provides a table to a node, and not one inside it or around it. */
static bool is_ours(const grouping *g, uint32_t node, const cq_table *table)
{
	uint32_t clause;
	return cq__table_provider(g->checker->tree, node, table, &clause) == g->query;
}

/* The first column (or object) at or below a node that has a value for each row and not for each group; CQ__NO_NODE when
 * there is none. A RAW or FUNC is taken as the program wrote it: it may well be an aggregate. */
static uint32_t find_ungrouped(const grouping *g, uint32_t node)
{
	const cq__tree *const tree = g->checker->tree;
	const cq_node *const n = &tree->nodes[node];
	if (is_aggregate_of_rows(tree, node) || n->op == CQ_OP_RAW || n->op == CQ_OP_FUNC || n->op == CQ_OP_LABEL)
		return CQ__NO_NODE;
	if (n->op == CQ_OP_FILTER && is_aggregate_of_rows(tree, cq__operand(tree, node, 0)))
		return CQ__NO_NODE;
	if (n->op == CQ_OP_COLUMN) {
		const cq_column *const column = n->ref;
		const cq_table *const table = cq_column_table(column);
		return !is_ours(g, node, table) || groups_column(g, column) || groups_key(g, table) ? CQ__NO_NODE : node;
	}
	if (n->op == CQ_OP_ALL || n->op == CQ_OP_SELECT_ALL)
		return !is_ours(g, node, n->ref) || groups_key(g, n->ref) || groups_every_column(g, n->ref) ? CQ__NO_NODE : node;
	if (is_grouped(g, node))
		return CQ__NO_NODE;
	CQ__EACH_OPERAND(tree, node, operand) {
		const uint32_t found = find_ungrouped(g, operand);
		if (found != CQ__NO_NODE)
			return found;
	}
	return CQ__NO_NODE;
}

static cq_status check_clause(const grouping *g, uint32_t clause, cq__rule rule)
{
	const uint32_t found = clause != CQ__NO_NODE ? find_ungrouped(g, clause) : CQ__NO_NODE;
	return found != CQ__NO_NODE ? cq__report(g->checker, rule, found, NULL) : CQ_OK;
}

/* The clause whose items are computed from what is grouped: SELECT, or the SETs of an INSERT_INTO that selects. */
static uint32_t items_clause(const cq__tree *tree, uint32_t query)
{
	const uint32_t head = cq__query_head(tree, query);
	if (head == CQ__NO_NODE || !(cq__is_select(tree->nodes[head].op) || cq__is_insert_of_query(tree, query)))
		return CQ__NO_NODE;
	return head;
}

static cq_status check_query(const cq__checker *checker, uint32_t query)
{
	const cq__tree *const tree = checker->tree;
	static const cq_operator grouped[] = { CQ_OP_HAVING, CQ_OP_DISTINCT_ON, CQ_OP_ORDER_BY };
	const uint32_t items = items_clause(tree, query);
	const uint32_t having = cq__query_clause(tree, query, CQ_OP_HAVING);
	const uint32_t order = cq__query_clause(tree, query, CQ_OP_ORDER_BY);
	const grouping g = { checker, query, cq__query_clause(tree, query, CQ_OP_GROUP_BY) };
	if (having != CQ__NO_NODE && g.group == CQ__NO_NODE)
		return cq__report(checker, CQ__RULE_HAVING_WITHOUT_GROUP, having, NULL);
	if (items == CQ__NO_NODE)
		return CQ_OK;
	const bool aggregates = cq__find_aggregate(checker, items) != CQ__NO_NODE ||
		(order != CQ__NO_NODE && cq__find_aggregate(checker, order) != CQ__NO_NODE);
	if (g.group == CQ__NO_NODE && !aggregates)
		return CQ_OK;
	const cq__rule rule = g.group == CQ__NO_NODE ? CQ__RULE_AGGREGATE_AND_COLUMN : CQ__RULE_NOT_GROUPED;
	cq_status status = check_clause(&g, items, rule);
	for (size_t i = 0; i < sizeof grouped / sizeof *grouped && status == CQ_OK; i++)
		status = check_clause(&g, cq__query_clause(tree, query, grouped[i]), rule);
	return status;
}

cq_status cq__check_groups(const cq__checker *checker)
{
	const cq__tree *const tree = checker->tree;
	cq_status status = CQ_OK;
	for (uint32_t node = 0; node < tree->count && status == CQ_OK; node++) {
		if (cq__absent(tree, node))
			continue;
		status = check_place(checker, node);
		if (status == CQ_OK && cq__is_query(tree, node))
			status = check_query(checker, node);
	}
	return status;
}
