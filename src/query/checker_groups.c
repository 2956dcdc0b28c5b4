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
		return true;
	default:
		return false;
	}
}

/* The first aggregate of this query level at or below a node, or a label of one. */
static uint32_t find_aggregate(const cq__checker *checker, uint32_t node)
{
	const uint16_t op = cq__node(checker, node)->op;
	if (cq__is_aggregate(op) || (op == CQ_OP_LABEL && cq__typed_of(checker, node)->aggregate))
		return node;
	if (op == CQ_OP_SUBQUERY)
		return CQ__NO_NODE;
	CQ__EACH_OPERAND(checker->tree, node, operand) {
		const uint32_t found = find_aggregate(checker, operand);
		if (found != CQ__NO_NODE)
			return found;
	}
	return CQ__NO_NODE;
}

static bool takes_no_aggregate(uint16_t op)
{
	switch ((cq_operator)op) {
	case CQ_OP_WHERE: case CQ_OP_JOIN: case CQ_OP_LEFT_JOIN: case CQ_OP_GROUP_BY: case CQ_OP_INSERT_INTO: case CQ_OP_UPDATE:
	case CQ_OP_RETURNING: case CQ_OP_RETURNING_ROW:
		return true;
	default:
		return false;
	}
}

static cq_status check_place(const cq__checker *checker, uint32_t node)
{
	if (cq__is_aggregate(cq__node(checker, node)->op)) {
		CQ__EACH_OPERAND(checker->tree, node, operand) {
			if (find_aggregate(checker, operand) != CQ__NO_NODE)
				return cq__report(checker, CQ__RULE_AGGREGATE_OF_AGGREGATE, node, NULL);
		}
	}
	if (takes_no_aggregate(cq__node(checker, node)->op)) {
		const uint32_t aggregate = find_aggregate(checker, node);
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

/* Whether two expressions are written alike. Values count as alike: what they are is only known later. */
static bool is_same_expression(const cq__tree *tree, uint32_t a, uint32_t b)
{
	const cq_node *const x = &tree->nodes[a];
	const cq_node *const y = &tree->nodes[b];
	if (a == b)
		return true;
	if (x->op != y->op || x->type != y->type || x->count != y->count || x->op == CQ_OP_SUBQUERY)
		return false;
	if (x->op == CQ_OP_COLUMN)
		return cq__same_column(x->ref, y->ref);
	if (x->ref != y->ref && (x->op != CQ_OP_RAW || strcmp(x->ref, y->ref) != 0))
		return false;
	for (uint32_t i = 0; i < x->count; i++) {
		if (!is_same_expression(tree, cq__operand(tree, a, i), cq__operand(tree, b, i)))
			return false;
	}
	return true;
}

/* A label's item, without its AS; other nodes are what they are. */
static uint32_t meant_by(const grouping *g, uint32_t node)
{
	const cq__tree *const tree = g->checker->tree;
	if (tree->nodes[node].op == CQ_OP_LABEL)
		node = cq__query_label(tree, g->query, tree->nodes[node].ref);
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
		if (is_same_expression(tree, meant_by(g, grouped), node))
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
		const cq_node *const n = &tree->nodes[meant_by(g, grouped)];
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
 * there is none. A RAW is taken as the program wrote it: it may well be an aggregate. */
static uint32_t find_ungrouped(const grouping *g, uint32_t node)
{
	const cq__tree *const tree = g->checker->tree;
	const cq_node *const n = &tree->nodes[node];
	if (cq__is_aggregate(n->op) || n->op == CQ_OP_RAW || n->op == CQ_OP_LABEL)
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

static cq_status check_query(const cq__checker *checker, uint32_t query)
{
	const cq__tree *const tree = checker->tree;
	const uint32_t select = cq__query_head(tree, query);
	const uint32_t having = cq__query_clause(tree, query, CQ_OP_HAVING);
	const uint32_t order = cq__query_clause(tree, query, CQ_OP_ORDER_BY);
	const grouping g = { checker, query, cq__query_clause(tree, query, CQ_OP_GROUP_BY) };
	if (having != CQ__NO_NODE && g.group == CQ__NO_NODE)
		return cq__report(checker, CQ__RULE_HAVING_WITHOUT_GROUP, having, NULL);
	if (select == CQ__NO_NODE || !cq__is_select(tree->nodes[select].op))
		return CQ_OK;
	const bool aggregates = find_aggregate(checker, select) != CQ__NO_NODE ||
		(order != CQ__NO_NODE && find_aggregate(checker, order) != CQ__NO_NODE);
	if (g.group == CQ__NO_NODE && !aggregates)
		return CQ_OK;
	const cq__rule rule = g.group == CQ__NO_NODE ? CQ__RULE_AGGREGATE_AND_COLUMN : CQ__RULE_NOT_GROUPED;
	cq_status status = check_clause(&g, select, rule);
	if (status == CQ_OK)
		status = check_clause(&g, having, rule);
	if (status == CQ_OK)
		status = check_clause(&g, order, rule);
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
		if (status == CQ_OK && (tree->nodes[node].op == CQ_OP_STATEMENT || tree->nodes[node].op == CQ_OP_SUBQUERY))
			status = check_query(checker, node);
	}
	return status;
}
