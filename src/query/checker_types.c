/* query/checker_types.c: whether the operands of each operator have SQL types that it takes.
 * It knows nothing of clauses and tables. Part of the checker; the type families are those of the compile-time rules.
 */
#include "query/checker_parts.h"

#include "meta/type_registry.h"

static cq__families families_of(const cq__checker *checker, uint32_t node)
{
	return cq__node_families(checker->tree, checker->typing, node);
}

static bool is_family(const cq__checker *checker, uint32_t node, cq_type a, cq_type b, cq_type c)
{
	return (families_of(checker, node) & (cq__type_families(a) | cq__type_families(b) | cq__type_families(c))) != 0;
}

static bool is_text(const cq__checker *checker, uint32_t node)
{
	return is_family(checker, node, CQ_TYPE_TEXT, CQ_TYPE_TEXT, CQ_TYPE_TEXT);
}

static bool is_number(const cq__checker *checker, uint32_t node)
{
	return is_family(checker, node, CQ_TYPE_BIGINT, CQ_TYPE_DECIMAL, CQ_TYPE_DOUBLE);
}

static bool is_null_word(const cq__checker *checker, uint32_t node)
{
	return cq__node(checker, node)->op == CQ_OP_NULL;
}

static bool is_condition(const cq__checker *checker, uint32_t node)
{
	return !is_null_word(checker, node) && is_family(checker, node, CQ_TYPE_BOOLEAN, CQ_TYPE_BOOLEAN, CQ_TYPE_BOOLEAN);
}

/* Every operand fits the one that speaks for them, so that values between columns do not hide a mismatch. */
static cq_status check_alike(const cq__checker *checker, uint32_t node, cq__families left)
{
	CQ__EACH_OPERAND(checker->tree, node, operand) {
		left &= families_of(checker, operand);
		if (left == 0)
			return cq__report(checker, CQ__RULE_TYPE_MISMATCH, node, NULL);
	}
	return CQ_OK;
}

static cq_status check_comparison(const cq__checker *checker, uint32_t node)
{
	CQ__EACH_OPERAND(checker->tree, node, operand) {
		if (is_null_word(checker, operand))
			return cq__report(checker, CQ__RULE_NULL_COMPARED, node, NULL);
	}
	return check_alike(checker, node, CQ__FAMILIES_ALL);
}

static cq_status check_like(const cq__checker *checker, uint32_t node)
{
	CQ__EACH_OPERAND(checker->tree, node, operand) {
		if (!is_text(checker, operand))
			return cq__report(checker, CQ__RULE_LIKE_NOT_TEXT, node, NULL);
		if (is_null_word(checker, operand))
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

/* The operand itself is named: in a long AND the whole would say little. */
static cq_status check_conditions(const cq__checker *checker, uint32_t node)
{
	CQ__EACH_OPERAND(checker->tree, node, operand) {
		if (!is_condition(checker, operand))
			return cq__report(checker, CQ__RULE_NOT_A_CONDITION, operand, NULL);
	}
	return CQ_OK;
}

static cq_status check_length(const cq__checker *checker, uint32_t node)
{
	const uint32_t operand = cq__operand(checker->tree, node, 0);
	if (is_family(checker, operand, CQ_TYPE_TEXT, CQ_TYPE_BYTES, CQ_TYPE_BYTES))
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

/* How many columns a query gives; an object is all the columns of its table. */
static uint32_t column_count(const cq__tree *tree, uint32_t query)
{
	const uint32_t items = cq__query_items(tree, query);
	if (items == CQ__NO_NODE)
		return 0;
	if (tree->nodes[items].op == CQ_OP_SELECT_ALL)
		return ((const cq_table *)tree->nodes[items].ref)->column_count;
	uint32_t count = 0;
	CQ__EACH_OPERAND(tree, items, item) {
		const cq_node *const n = &tree->nodes[item];
		count += n->op == CQ_OP_ALL ? ((const cq_table *)n->ref)->column_count : 1;
	}
	return count;
}

static cq_status check_subquery(const cq__checker *checker, uint32_t node)
{
	const uint32_t parent = checker->tree->parent[node];
	if (parent != CQ__NO_NODE && cq__node(checker, parent)->op == CQ_OP_EXISTS)
		return CQ_OK;
	if (column_count(checker->tree, node) != 1)
		return cq__report(checker, CQ__RULE_SUBQUERY_COLUMNS, node, NULL);
	return CQ_OK;
}

static cq_status check_node(const cq__checker *checker, uint32_t node)
{
	const cq_node *const n = cq__node(checker, node);
	switch ((cq_operator)n->op) {
	case CQ_OP_VALUE:
		return (n->flags & CQ_VALUE_OUT_OF_RANGE) != 0 ? cq__report(checker, CQ__RULE_VALUE_RANGE, node, NULL) : CQ_OK;
	case CQ_OP_EQ: case CQ_OP_NE: case CQ_OP_LT: case CQ_OP_LE: case CQ_OP_GT: case CQ_OP_GE: case CQ_OP_BETWEEN:
	case CQ_OP_IN: case CQ_OP_NOT_IN: case CQ_OP_IN_ARRAY: case CQ_OP_NOT_IN_ARRAY: case CQ_OP_IN_QUERY: case CQ_OP_NOT_IN_QUERY:
		return check_comparison(checker, node);
	case CQ_OP_COALESCE:
		return check_alike(checker, node, CQ__FAMILIES_ALL);
	case CQ_OP_LIKE: case CQ_OP_ILIKE: case CQ_OP_STARTS_WITH: case CQ_OP_ENDS_WITH: case CQ_OP_CONTAINS:
		return check_like(checker, node);
	case CQ_OP_ADD: case CQ_OP_SUB: case CQ_OP_MUL: case CQ_OP_DIV: case CQ_OP_MOD: case CQ_OP_NEG: case CQ_OP_SUM: case CQ_OP_AVG:
		return check_each(checker, node, is_number, CQ__RULE_NOT_NUMERIC);
	case CQ_OP_CONCAT: case CQ_OP_LOWER: case CQ_OP_UPPER:
		return check_each(checker, node, is_text, CQ__RULE_NOT_TEXT);
	case CQ_OP_LENGTH:
		return check_length(checker, node);
	case CQ_OP_MIN: case CQ_OP_MAX:
		return check_extreme(checker, node);
	case CQ_OP_AND: case CQ_OP_OR: case CQ_OP_NOT: case CQ_OP_ALL_OF: case CQ_OP_ANY_OF: case CQ_OP_WHERE: case CQ_OP_HAVING:
	case CQ_OP_JOIN: case CQ_OP_LEFT_JOIN:
		return check_conditions(checker, node);
	case CQ_OP_SUBQUERY:
		return check_subquery(checker, node);
	default:
		return CQ_OK;
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
