/* query/checker_operands.c: the checker's first part: whether every operand is of a sort that its operator can take.
 * It knows nothing of types and tables. The parts after it may rely on what it found in order.
 */
#include "query/checker_parts.h"

#include <cquel/relation.h>

static bool is_expression(const cq_node *node)
{
	switch (cq__operator_sort(node->op)) {
	case CQ__SORT_LEAF:
		return node->op != CQ_OP_ALL && node->op != CQ_OP_TABLE;
	case CQ__SORT_VALUE:
		return (node->flags & CQ_VALUE_ARRAY) == 0;
	case CQ__SORT_EXPRESSION:
		return node->op != CQ_OP_AS && node->op != CQ_OP_TUPLE && node->op != CQ_OP_COLLECT;
	case CQ__SORT_CONDITION:
		return true;
	default:
		return false;
	}
}

/* An expression, or one that only its label or its length keeps from being one; or a part of one. */
static bool is_expression_at_least(const cq_node *node)
{
	return is_expression(node) || node->op == CQ_OP_AS || node->op == CQ_OP_VALUE || cq__operator_sort(node->op) == CQ__SORT_PART;
}

static bool is_item(const cq_node *node)
{
	return is_expression(node) || node->op == CQ_OP_AS || node->op == CQ_OP_ALL || node->op == CQ_OP_COLLECT;
}

static bool is_expression_or_row(const cq_node *node)
{
	return is_expression(node) || node->op == CQ_OP_TUPLE;
}

/* What ORDER_BY takes, and NULLS_FIRST. */
static bool is_ordering(const cq_node *parent, const cq_node *node)
{
	if (cq__operator_sort(node->op) == CQ__SORT_ORDERING)
		return parent->op == CQ_OP_ORDER_BY || node->op == CQ_OP_ASC || node->op == CQ_OP_DESC;
	return is_expression(node);
}

static cq__rule expression_unless(bool fits) { return fits ? CQ__RULE_COUNT : CQ__RULE_NOT_AN_EXPRESSION; }

static cq__rule broken_condition(const cq_node *node)
{
	return is_expression_at_least(node) ? expression_unless(is_expression(node)) : CQ__RULE_NOT_A_CONDITION;
}

/* VALUES stands alone, and only in an INSERT_INTO. */
static bool is_assignment(const cq_node *parent, const cq_node *node)
{
	return node->op == CQ_OP_SET || (node->op == CQ_OP_ROWS && parent->op == CQ_OP_INSERT_INTO && parent->count == 1);
}

static cq__rule broken_in_conflict(const cq_node *parent, uint32_t place, const cq_node *node)
{
	const bool fits = place == 0 ? node->op == CQ_OP_CONFLICT_KEY : node->op == CQ_OP_SET && parent->op == CQ_OP_ON_CONFLICT_UPDATE;
	return fits ? CQ__RULE_COUNT : CQ__RULE_NOT_A_KEY;
}

static cq__rule broken_in_over(uint32_t place, const cq_node *node)
{
	const bool fits = place == 0 ? cq__is_aggregate(node->op) || node->op == CQ_OP_FILTER || cq__operator_sort(node->op) == CQ__SORT_WINDOW :
		node->op == CQ_OP_PARTITION_BY || node->op == CQ_OP_ORDER_BY || node->op == CQ_OP_FRAME;
	return fits ? CQ__RULE_COUNT : CQ__RULE_OVER_NOT_A_FUNCTION;
}

static cq__rule broken_in_case(const cq_node *parent, uint32_t place, const cq_node *node)
{
	const bool fits = node->op == CQ_OP_CASE_WHEN || (node->op == CQ_OP_ELSE && place != 0 && place + 1 == parent->count);
	return fits ? CQ__RULE_COUNT : CQ__RULE_NOT_A_BRANCH;
}

/* A join and its like: a query that stands for the table, then conditions. */
static cq__rule broken_in_source(const cq_node *parent, uint32_t place, const cq_node *node)
{
	if (place == 0 && cq__operator_sort(node->op) == CQ__SORT_SOURCE)
		return CQ__RULE_COUNT;
	return cq__takes_condition(parent->op) ? broken_condition(node) : CQ__RULE_NOT_AN_EXPRESSION;
}

/* A path of relations, and behind it what is loaded of the last one's objects: only where they come by a statement of their own. */
static cq__rule broken_in_load(const cq_node *parent, uint32_t place, const cq_node *node)
{
	if (node->op == CQ_OP_RELATION)
		return CQ__RULE_COUNT;
	if (place == 0)
		return CQ__RULE_NOT_A_RELATION;
	const bool fits = parent->flags == CQ_LOAD_SELECTIN && (node->op == CQ_OP_WHERE || node->op == CQ_OP_ORDER_BY);
	return fits ? CQ__RULE_COUNT : CQ__RULE_LOAD_CLAUSE;
}

static cq__rule broken_in_options(const cq_node *node)
{
	const bool fits = node->op == CQ_OP_LOAD || node->op == CQ_OP_POPULATE_EXISTING || node->op == CQ_OP_WITH_DELETED;
	return fits ? CQ__RULE_COUNT : CQ__RULE_NOT_AN_OPTION;
}

/* The rule that an operand breaks by standing where it does; CQ__RULE_COUNT: none. */
static cq__rule broken_by(const cq_node *parent, uint32_t place, const cq_node *node)
{
	if (cq__operator_sort(node->op) == CQ__SORT_WINDOW && (parent->op != CQ_OP_OVER || place != 0))
		return CQ__RULE_WINDOW_WITHOUT_OVER;
	switch ((cq_operator)parent->op) {
	case CQ_OP_LOAD:
		return broken_in_load(parent, place, node);
	case CQ_OP_OPTIONS:
		return broken_in_options(node);
	case CQ_OP_ALONG:
		return node->op == CQ_OP_RELATION ? CQ__RULE_COUNT : expression_unless(is_expression(node));
	case CQ_OP_STATEMENT: case CQ_OP_SUBQUERY:
		return cq__operator_sort(node->op) == CQ__SORT_CLAUSE ? CQ__RULE_COUNT : CQ__RULE_CLAUSE_NOT_A_CLAUSE;
	case CQ_OP_INSERT_INTO: case CQ_OP_UPDATE:
		return is_assignment(parent, node) ? CQ__RULE_COUNT : CQ__RULE_NOT_AN_ASSIGNMENT;
	case CQ_OP_ON_CONFLICT_NOTHING: case CQ_OP_ON_CONFLICT_UPDATE:
		return broken_in_conflict(parent, place, node);
	case CQ_OP_CONFLICT_KEY:
		return node->op == CQ_OP_COLUMN ? CQ__RULE_COUNT : CQ__RULE_NOT_A_KEY;
	case CQ_OP_RAW_SQL:
		return node->op == CQ_OP_BIND ? CQ__RULE_COUNT : CQ__RULE_NOT_AN_ASSIGNMENT;
	case CQ_OP_BIND:
		return (node->op == CQ_OP_VALUE && is_expression(node)) || node->op == CQ_OP_NULL ? CQ__RULE_COUNT : CQ__RULE_NOT_A_VALUE;
	case CQ_OP_SELECT: case CQ_OP_SELECT_ROW: case CQ_OP_RETURNING: case CQ_OP_RETURNING_ROW:
		return expression_unless(is_item(node));
	case CQ_OP_ORDER_BY: case CQ_OP_NULLS_FIRST: case CQ_OP_NULLS_LAST:
		return expression_unless(is_ordering(parent, node));
	case CQ_OP_FOR_UPDATE:
		return expression_unless(node->op == CQ_OP_TABLE);
	case CQ_OP_AND: case CQ_OP_OR: case CQ_OP_NOT: case CQ_OP_ALL_OF: case CQ_OP_ANY_OF: case CQ_OP_WHERE: case CQ_OP_HAVING:
		return broken_condition(node);
	case CQ_OP_FROM: case CQ_OP_USING: case CQ_OP_JOIN: case CQ_OP_LEFT_JOIN: case CQ_OP_RIGHT_JOIN: case CQ_OP_FULL_JOIN:
	case CQ_OP_CROSS_JOIN:
		return broken_in_source(parent, place, node);
	case CQ_OP_CASE_WHEN:
		return place == 0 ? broken_condition(node) : expression_unless(is_expression(node));
	case CQ_OP_FILTER:
		if (place == 0)
			return cq__is_aggregate(node->op) ? CQ__RULE_COUNT : CQ__RULE_FILTER_NOT_AGGREGATE;
		return broken_condition(node);
	case CQ_OP_CASE:
		return broken_in_case(parent, place, node);
	case CQ_OP_OVER:
		return broken_in_over(place, node);
	case CQ_OP_STRING_AGG: case CQ_OP_JSON_AGG:
		return expression_unless(place == (parent->op == CQ_OP_STRING_AGG ? 2 : 1) ? node->op == CQ_OP_ORDER_BY : is_expression(node));
	case CQ_OP_VALUES_AS:
		return node->op == CQ_OP_TUPLE ? CQ__RULE_COUNT : CQ__RULE_DERIVED_SHAPE;
	case CQ_OP_EQ: case CQ_OP_NE: case CQ_OP_LT: case CQ_OP_LE: case CQ_OP_GT: case CQ_OP_GE: case CQ_OP_IN: case CQ_OP_NOT_IN:
	case CQ_OP_IN_QUERY: case CQ_OP_NOT_IN_QUERY:
		return expression_unless(is_expression_or_row(node));
	case CQ_OP_ROWS:
		return CQ__RULE_COUNT;
	case CQ_OP_IN_ARRAY: case CQ_OP_NOT_IN_ARRAY:
		return expression_unless(place == 1 || is_expression(node));
	default:
		return expression_unless(is_expression(node));
	}
}

/* The parts of OVER stand once each, in SQL's order. */
static bool is_out_of_order(const cq__tree *tree, uint32_t node)
{
	unsigned reached = 0;
	CQ__EACH_OPERAND(tree, node, part) {
		const uint16_t op = tree->nodes[part].op;
		const unsigned rank = op == CQ_OP_PARTITION_BY ? 1 : op == CQ_OP_ORDER_BY ? 2 : op == CQ_OP_FRAME ? 3 : 0;
		if (part_index != 0 && rank <= reached)
			return true;
		reached = rank;
	}
	return false;
}

/* Over a window every row counts, in the window's own order: no distinct values, no ORDER_BY inside the aggregate. */
static bool goes_over_window(const cq__tree *tree, uint32_t function)
{
	if (tree->nodes[function].op == CQ_OP_FILTER)
		function = cq__operand(tree, function, 0);
	if (tree->nodes[function].op == CQ_OP_COUNT_DISTINCT)
		return false;
	CQ__EACH_OPERAND(tree, function, operand) {
		if (tree->nodes[operand].op == CQ_OP_ORDER_BY)
			return false;
	}
	return true;
}

/* What an operator's operands break together. A CASE whose branches are all optional may be left with its ELSE. */
static cq__rule broken_by_all(const cq__tree *tree, uint32_t node)
{
	const cq_node *const n = &tree->nodes[node];
	switch ((cq_operator)n->op) {
	case CQ_OP_OVER:
		return is_out_of_order(tree, node) || !goes_over_window(tree, cq__operand(tree, node, 0)) ? CQ__RULE_OVER_NOT_A_FUNCTION : CQ__RULE_COUNT;
	case CQ_OP_CASE:
		return n->count == 0 ? CQ__RULE_NOT_A_BRANCH : CQ__RULE_COUNT;
	case CQ_OP_ON_CONFLICT_UPDATE:
		return n->count == 0 || cq__absent(tree, cq__operand(tree, node, 0)) ? CQ__RULE_NOT_A_KEY : CQ__RULE_COUNT;
	case CQ_OP_JSON_OBJECT:
		return n->count % 2 != 0 ? CQ__RULE_JSON_PAIRS : CQ__RULE_COUNT;
	default:
		return CQ__RULE_COUNT;
	}
}

cq_status cq__check_operands(const cq__checker *checker)
{
	const cq__tree *const tree = checker->tree;
	for (uint32_t node = 0; node < tree->count; node++) {
		if (cq__absent(tree, node))
			continue;
		CQ__EACH_OPERAND(tree, node, operand) {
			const cq__rule rule = broken_by(&tree->nodes[node], operand_index, &tree->nodes[operand]);
			if (rule != CQ__RULE_COUNT)
				return cq__report(checker, rule, operand, NULL);
		}
		const cq__rule rule = broken_by_all(tree, node);
		if (rule != CQ__RULE_COUNT)
			return cq__report(checker, rule, node, NULL);
	}
	return CQ_OK;
}
