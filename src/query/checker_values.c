/* query/checker_values.c: the few rules that only a statement's values can break.
 * It knows nothing of binding. Part of the checker; the shape has been found in order when it runs.
 */
#include "query/checker_parts.h"

static bool is_null(const cq_node *node, const cq_value *value)
{
	if (value->is_null != 0)
		return true;
	switch ((cq_type)node->type) {
	case CQ_TYPE_TEXT: case CQ_TYPE_VARCHAR: case CQ_TYPE_CHAR: case CQ_TYPE_JSON:
		return value->text == NULL;
	case CQ_TYPE_BYTES:
		return value->bytes.data == NULL;
	default:
		return false;
	}
}

static bool compares(uint16_t op)
{
	switch ((cq_operator)op) {
	case CQ_OP_EQ: case CQ_OP_NE: case CQ_OP_LT: case CQ_OP_LE: case CQ_OP_GT: case CQ_OP_GE: case CQ_OP_BETWEEN:
	case CQ_OP_IN: case CQ_OP_NOT_IN: case CQ_OP_LIKE: case CQ_OP_ILIKE: case CQ_OP_STARTS_WITH: case CQ_OP_ENDS_WITH:
	case CQ_OP_CONTAINS: case CQ_OP_IN_QUERY: case CQ_OP_NOT_IN_QUERY: case CQ_OP_NULLIF:
		return true;
	default:
		return false;
	}
}

/* The place of a value in its row. */
static uint32_t member_index(const cq__tree *tree, uint32_t row, uint32_t node)
{
	uint32_t index = 0;
	CQ__EACH_OPERAND(tree, row, member) {
		if (member == node)
			break;
		index++;
	}
	return index;
}

/* A NULL inside a row: it is compared, or stands for a column of VALUES_AS. */
static cq_status check_member(const cq__checker *checker, uint32_t row, uint32_t node)
{
	const cq__tree *const tree = checker->tree;
	const uint32_t taker = tree->parent[row];
	if (compares(tree->nodes[taker].op) && (tree->nodes[node].flags & CQ_VALUE_CAN_BE_NULL) == 0)
		return cq__report(checker, CQ__RULE_NULL_COMPARED, taker, NULL);
	if (tree->nodes[taker].op != CQ_OP_VALUES_AS)
		return CQ_OK;
	const cq_table *const table = tree->nodes[taker].ref;
	const cq_column *const column = &cq_table_columns(table)[member_index(tree, row, node)];
	return (column->flags & CQ_COLUMN_NULLABLE) != 0 ? CQ_OK : cq__report_field(checker, CQ__RULE_FIELD_NULL, node, column->name);
}

static cq_status check_value(const cq__checker *checker, uint32_t node, const cq_value *value)
{
	const cq_node *const n = cq__node(checker, node);
	const uint32_t parent = checker->tree->parent[node];
	const cq_node *const taker = cq__node(checker, parent);
	if (taker->op == CQ_OP_ROWS && (value->bytes.size == 0 || value->bytes.data == NULL))
		return cq__report(checker, CQ__RULE_EMPTY_VALUES, parent, NULL);
	if ((n->flags & CQ_VALUE_ARRAY) != 0 || !is_null(n, value))
		return CQ_OK;
	if (taker->op == CQ_OP_TUPLE)
		return check_member(checker, parent, node);
	/* Who gives an optional to a comparison means its NULL. */
	if (compares(taker->op) && (n->flags & CQ_VALUE_CAN_BE_NULL) == 0)
		return cq__report(checker, CQ__RULE_NULL_COMPARED, parent, NULL);
	if (taker->op == CQ_OP_SET && (((const cq_column *)taker->ref)->flags & CQ_COLUMN_NULLABLE) == 0)
		return cq__report(checker, CQ__RULE_NULL_INTO_NOT_NULL, parent, taker->ref);
	return CQ_OK;
}

cq_status cq__check_values(const cq__tree *tree, const cq__typing *typing, const cq_value *values, cq__error *error)
{
	const cq__checker checker = { tree, typing, error };
	for (uint32_t node = 0; node < tree->count; node++) {
		if (tree->nodes[node].op != CQ_OP_VALUE || cq__absent(tree, node) || node == tree->root)
			continue;
		const cq_status status = check_value(&checker, node, &values[tree->value[node]]);
		if (status != CQ_OK)
			return status;
	}
	return CQ_OK;
}
