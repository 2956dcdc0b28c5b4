/* query/checker_contents.c: what single clauses and operators hold: lists that must not be empty, numbers that must be whole.
 * It knows nothing of the clauses' order. cq__check_clauses calls it for each node.
 */
#include "query/checker_parts.h"

bool cq__holds_column(const cq__tree *tree, uint32_t node)
{
	const uint16_t op = tree->nodes[node].op;
	if (op == CQ_OP_COLUMN || op == CQ_OP_EXCLUDED || op == CQ_OP_SUBQUERY || op == CQ_OP_LABEL || op == CQ_OP_OVER || cq__is_aggregate(op))
		return true;
	CQ__EACH_OPERAND(tree, node, operand) {
		if (cq__holds_column(tree, operand))
			return true;
	}
	return false;
}

static bool is_known_whole_number(const cq__checker *checker, uint32_t node)
{
	const cq__families integers = cq__type_families(CQ_TYPE_BIGINT);
	return cq__node(checker, node)->op != CQ_OP_NULL && !cq__holds_column(checker->tree, node) &&
		(cq__node_families(checker->tree, checker->typing, node) & integers) != 0;
}

/* The rule for what stands there with nothing in it; CQ__RULE_COUNT: it may. */
static cq__rule broken_when_empty(uint16_t op)
{
	switch ((cq_operator)op) {
	case CQ_OP_SELECT: case CQ_OP_SELECT_ROW: case CQ_OP_RETURNING: case CQ_OP_RETURNING_ROW:
		return CQ__RULE_EMPTY_SELECT;
	case CQ_OP_INSERT_INTO: case CQ_OP_UPDATE: case CQ_OP_ON_CONFLICT_UPDATE:
		return CQ__RULE_EMPTY_SET;
	case CQ_OP_JOIN: case CQ_OP_LEFT_JOIN: case CQ_OP_RIGHT_JOIN: case CQ_OP_FULL_JOIN:
		return CQ__RULE_JOIN_WITHOUT_ON;
	case CQ_OP_WHERE: case CQ_OP_GROUP_BY: case CQ_OP_HAVING: case CQ_OP_ORDER_BY: case CQ_OP_PARTITION_BY: case CQ_OP_DISTINCT_ON:
	case CQ_OP_AND: case CQ_OP_OR: case CQ_OP_CONCAT: case CQ_OP_COALESCE: case CQ_OP_TUPLE: case CQ_OP_VALUES_AS:
	case CQ_OP_CONFLICT_KEY: case CQ_OP_IN: case CQ_OP_NOT_IN:
		return CQ__RULE_EMPTY_VALUES;
	default:
		return CQ__RULE_COUNT;
	}
}

/* An IN whose list is not there was written without one: a list whose items are all absent makes the IN absent too. */
static bool is_empty(const cq__tree *tree, uint32_t node)
{
	const uint16_t op = tree->nodes[node].op;
	uint32_t count = 0;
	CQ__EACH_OPERAND(tree, node, operand)
		count += cq__operator_sort(tree->nodes[operand].op) != CQ__SORT_SOURCE;
	return count <= (op == CQ_OP_IN || op == CQ_OP_NOT_IN || op == CQ_OP_ON_CONFLICT_UPDATE ? 1 : 0);
}

static cq_status check_numbers(const cq__checker *checker, uint32_t node)
{
	CQ__EACH_OPERAND(checker->tree, node, operand) {
		if (!is_known_whole_number(checker, operand))
			return cq__report(checker, CQ__RULE_LIMIT_NOT_INTEGER, node, NULL);
	}
	return CQ_OK;
}

cq_status cq__check_contents(const cq__checker *checker, uint32_t node)
{
	const uint16_t op = cq__node(checker, node)->op;
	const cq__rule empty = broken_when_empty(op);
	if (empty != CQ__RULE_COUNT && is_empty(checker->tree, node))
		return cq__report(checker, empty, node, NULL);
	switch ((cq_operator)op) {
	case CQ_OP_LIMIT: case CQ_OP_OFFSET:
		return check_numbers(checker, node);
	case CQ_OP_RAW: case CQ_OP_FUNC: case CQ_OP_RAW_SQL:
		return cq__check_raw(checker, node);
	default:
		return CQ_OK;
	}
}
