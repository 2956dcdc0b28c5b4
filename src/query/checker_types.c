/* query/checker_types.c: whether the operands of each operator have SQL types that it takes.
 * It knows nothing of clauses and tables. Part of the checker; the type families are those of the compile-time rules.
 */
#include "query/checker_parts.h"

static cq__families families_of(const cq__checker *checker, uint32_t node)
{
	return cq__node_families(checker->tree, checker->typing, node);
}

static bool is_condition(const cq__checker *checker, uint32_t node)
{
	return !cq__is_null_word(checker, node) && cq__serves(checker, node, CQ_TYPE_BOOLEAN);
}

/* Every operand fits the one that speaks for them, so that values between columns do not hide a mismatch. */
static cq_status check_alike(const cq__checker *checker, uint32_t node, cq__families of(const cq__checker *, uint32_t))
{
	cq__families left = CQ__FAMILIES_ALL;
	CQ__EACH_OPERAND(checker->tree, node, operand) {
		left &= of(checker, operand);
		if (left == 0)
			return cq__report(checker, CQ__RULE_TYPE_MISMATCH, node, NULL);
	}
	return CQ_OK;
}

static cq_status check_comparison(const cq__checker *checker, uint32_t node)
{
	if (cq__compares_rows(checker->tree, node))
		return cq__check_rows_compared(checker, node);
	CQ__EACH_OPERAND(checker->tree, node, operand) {
		if (cq__is_null_word(checker, operand))
			return cq__report(checker, CQ__RULE_NULL_COMPARED, node, NULL);
	}
	return check_alike(checker, node, families_of);
}

static cq_status check_like(const cq__checker *checker, uint32_t node)
{
	CQ__EACH_OPERAND(checker->tree, node, operand) {
		if (!cq__is_text(checker, operand))
			return cq__report(checker, CQ__RULE_LIKE_NOT_TEXT, node, NULL);
		if (cq__is_null_word(checker, operand))
			return cq__report(checker, CQ__RULE_NULL_COMPARED, node, NULL);
	}
	return CQ_OK;
}

static cq_status check_each(const cq__checker *checker, uint32_t node, bool fits(const cq__checker *, uint32_t), cq__rule rule)
{
	CQ__EACH_OPERAND(checker->tree, node, operand) {
		if (!fits(checker, operand))
			return cq__report(checker, rule, node, NULL);
	}
	return CQ_OK;
}

/* The operands from one to another are conditions. The operand itself is named: in a long AND the whole would say little. */
static cq_status check_conditions(const cq__checker *checker, uint32_t node, uint32_t from, uint32_t to)
{
	CQ__EACH_OPERAND(checker->tree, node, operand) {
		if (operand_index >= from && operand_index < to && !is_condition(checker, operand))
			return cq__report(checker, CQ__RULE_NOT_A_CONDITION, operand, NULL);
	}
	return CQ_OK;
}

static cq_status check_length(const cq__checker *checker, uint32_t node)
{
	const uint32_t operand = cq__operand(checker->tree, node, 0);
	if (cq__is_text(checker, operand) || cq__serves(checker, operand, CQ_TYPE_BYTES))
		return CQ_OK;
	return cq__report(checker, CQ__RULE_NOT_TEXT, node, NULL);
}

static cq_status check_extreme(const cq__checker *checker, uint32_t node)
{
	const cq__families disordered =
		cq__type_families(CQ_TYPE_BOOLEAN) | cq__type_families(CQ_TYPE_BYTES) | cq__type_families(CQ_TYPE_JSON) |
		cq__type_families(CQ_TYPE_ENUM);
	if ((families_of(checker, cq__operand(checker->tree, node, 0)) & ~disordered) == 0)
		return cq__report(checker, CQ__RULE_MIN_MAX_TYPE, node, NULL);
	return CQ_OK;
}

/* Whether a subquery has the columns of what it stands for: a table, an arm, a row on the other side. */
static bool takes_columns(const cq__tree *tree, uint32_t taker)
{
	const cq_node *const n = &tree->nodes[taker];
	const bool compares = n->count == 2 && cq__compares_rows(tree, taker);
	return n->op == CQ_OP_EXISTS || n->op == CQ_OP_COLLECT || n->op == CQ_OP_WITH || n->op == CQ_OP_WITH_RECURSIVE ||
		cq__operator_sort(n->op) == CQ__SORT_SOURCE || cq__is_set_operation(n->op) || compares;
}

/* Every other one is a value: one column. */
static cq_status check_subquery(const cq__checker *checker, uint32_t node)
{
	const cq__tree *const tree = checker->tree;
	const uint32_t list = cq__query_items(tree, node);
	if (takes_columns(tree, tree->parent[node]) || (list != CQ__NO_NODE && cq__count_columns(checker, list) == 1))
		return CQ_OK;
	return cq__report(checker, CQ__RULE_SUBQUERY_COLUMNS, node, NULL);
}

static cq_status check_node(const cq__checker *checker, uint32_t node)
{
	const cq_node *const n = cq__node(checker, node);
	switch ((cq_operator)n->op) {
	case CQ_OP_VALUE:
		return (n->flags & CQ_VALUE_OUT_OF_RANGE) != 0 ? cq__report(checker, CQ__RULE_VALUE_RANGE, node, NULL) : CQ_OK;
	case CQ_OP_EQ: case CQ_OP_NE: case CQ_OP_LT: case CQ_OP_LE: case CQ_OP_GT: case CQ_OP_GE: case CQ_OP_BETWEEN: case CQ_OP_NULLIF:
	case CQ_OP_IN: case CQ_OP_NOT_IN: case CQ_OP_IN_ARRAY: case CQ_OP_NOT_IN_ARRAY: case CQ_OP_IN_QUERY: case CQ_OP_NOT_IN_QUERY:
		return check_comparison(checker, node);
	case CQ_OP_COALESCE:
		return check_alike(checker, node, families_of);
	case CQ_OP_IS_DISTINCT: case CQ_OP_IS_NOT_DISTINCT:
		return check_alike(checker, node, cq__families_or_null);
	case CQ_OP_LIKE: case CQ_OP_ILIKE: case CQ_OP_STARTS_WITH: case CQ_OP_ENDS_WITH: case CQ_OP_CONTAINS:
		return check_like(checker, node);
	case CQ_OP_ADD: case CQ_OP_SUB: case CQ_OP_MUL: case CQ_OP_DIV: case CQ_OP_MOD: case CQ_OP_NEG: case CQ_OP_SUM: case CQ_OP_AVG:
	case CQ_OP_ABS: case CQ_OP_FLOOR: case CQ_OP_CEIL: case CQ_OP_POWER:
		return check_each(checker, node, cq__is_number, CQ__RULE_NOT_NUMERIC);
	case CQ_OP_CONCAT: case CQ_OP_LOWER: case CQ_OP_UPPER:
		return check_each(checker, node, cq__is_text, CQ__RULE_NOT_TEXT);
	case CQ_OP_LENGTH:
		return check_length(checker, node);
	case CQ_OP_MIN: case CQ_OP_MAX:
		return check_extreme(checker, node);
	case CQ_OP_AND: case CQ_OP_OR: case CQ_OP_NOT: case CQ_OP_ALL_OF: case CQ_OP_ANY_OF: case CQ_OP_WHERE: case CQ_OP_HAVING:
		return check_conditions(checker, node, 0, n->count);
	case CQ_OP_JOIN: case CQ_OP_LEFT_JOIN: case CQ_OP_RIGHT_JOIN: case CQ_OP_FULL_JOIN:
		return check_conditions(checker, node, cq__first_condition(checker->tree, node), n->count);
	case CQ_OP_CASE_WHEN:
		return check_conditions(checker, node, 0, 1);
	case CQ_OP_FILTER:
		return check_conditions(checker, node, 1, 2);
	case CQ_OP_SUBQUERY:
		return check_subquery(checker, node);
	default:
		return cq__check_function(checker, node);
	}
}

cq_status cq__check_types(const cq__checker *checker)
{
	cq_status status = CQ_OK;
	for (uint32_t node = 0; node < checker->tree->count && status == CQ_OK; node++) {
		if (!cq__absent(checker->tree, node))
			status = check_node(checker, node);
	}
	return status;
}
