/* query/checker_operands.c: the checker's first part: whether every operand is of a sort that its operator can take.
 * It knows nothing of types and tables. The parts after it may rely on what it found in order.
 */
#include "query/checker_parts.h"

static bool is_expression(const cq_node *node)
{
	switch (cq__operator_sort(node->op)) {
	case CQ__SORT_LEAF:
		return node->op != CQ_OP_ALL;
	case CQ__SORT_VALUE:
		return (node->flags & CQ_VALUE_ARRAY) == 0;
	case CQ__SORT_EXPRESSION:
		return node->op != CQ_OP_AS;
	case CQ__SORT_CONDITION:
		return true;
	default:
		return false;
	}
}

/* An expression, or one that only its label or its length keeps from being one. */
static bool is_expression_at_least(const cq_node *node)
{
	return is_expression(node) || node->op == CQ_OP_AS || node->op == CQ_OP_VALUE;
}

static bool is_item(const cq_node *node)
{
	return is_expression(node) || node->op == CQ_OP_AS || node->op == CQ_OP_ALL;
}

/* VALUES stands alone, and only in an INSERT_INTO. */
static bool is_assignment(const cq_node *parent, const cq_node *node)
{
	return node->op == CQ_OP_SET || (node->op == CQ_OP_ROWS && parent->op == CQ_OP_INSERT_INTO && parent->count == 1);
}

/* The rule that an operand breaks by standing where it does; CQ__RULE_COUNT: none. */
static cq__rule broken_by(const cq_node *parent, uint32_t place, const cq_node *node)
{
	switch ((cq_operator)parent->op) {
	case CQ_OP_STATEMENT: case CQ_OP_SUBQUERY:
		return cq__operator_sort(node->op) == CQ__SORT_CLAUSE ? CQ__RULE_COUNT : CQ__RULE_CLAUSE_NOT_A_CLAUSE;
	case CQ_OP_INSERT_INTO: case CQ_OP_UPDATE:
		return is_assignment(parent, node) ? CQ__RULE_COUNT : CQ__RULE_NOT_AN_ASSIGNMENT;
	case CQ_OP_RAW_SQL:
		return node->op == CQ_OP_BIND ? CQ__RULE_COUNT : CQ__RULE_NOT_AN_ASSIGNMENT;
	case CQ_OP_BIND:
		return (node->op == CQ_OP_VALUE && is_expression(node)) || node->op == CQ_OP_NULL ? CQ__RULE_COUNT : CQ__RULE_NOT_A_VALUE;
	case CQ_OP_SELECT: case CQ_OP_SELECT_ROW: case CQ_OP_RETURNING: case CQ_OP_RETURNING_ROW:
		return is_item(node) ? CQ__RULE_COUNT : CQ__RULE_NOT_AN_EXPRESSION;
	case CQ_OP_ORDER_BY:
		return is_expression(node) || cq__operator_sort(node->op) == CQ__SORT_ORDERING ? CQ__RULE_COUNT : CQ__RULE_NOT_AN_EXPRESSION;
	case CQ_OP_AND: case CQ_OP_OR: case CQ_OP_NOT: case CQ_OP_ALL_OF: case CQ_OP_ANY_OF: case CQ_OP_WHERE: case CQ_OP_HAVING:
	case CQ_OP_JOIN: case CQ_OP_LEFT_JOIN:
		if (!is_expression_at_least(node))
			return CQ__RULE_NOT_A_CONDITION;
		return is_expression(node) ? CQ__RULE_COUNT : CQ__RULE_NOT_AN_EXPRESSION;
	case CQ_OP_ROWS:
		return CQ__RULE_COUNT;
	case CQ_OP_IN_ARRAY: case CQ_OP_NOT_IN_ARRAY:
		return place == 1 || is_expression(node) ? CQ__RULE_COUNT : CQ__RULE_NOT_AN_EXPRESSION;
	default:
		return is_expression(node) ? CQ__RULE_COUNT : CQ__RULE_NOT_AN_EXPRESSION;
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
	}
	return CQ_OK;
}
