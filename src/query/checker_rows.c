/* query/checker_rows.c: rows of several members, ROW(a, b): with what they may be compared.
 * It knows nothing of clauses. Part of the checker; it runs for comparisons that have a row on one side.
 */
#include "query/checker_parts.h"

static bool holds_null(const cq__checker *checker, uint32_t row)
{
	CQ__EACH_OPERAND(checker->tree, row, member) {
		if (cq__is_null_word(checker, member))
			return true;
	}
	return false;
}

/* The n-th member of a row that is there, CQ__NO_NODE behind the last. */
static uint32_t member_at(const cq__tree *tree, uint32_t row, uint32_t n)
{
	CQ__EACH_OPERAND(tree, row, member) {
		if (n-- == 0)
			return member;
	}
	return CQ__NO_NODE;
}

static bool fits_row(const cq__checker *checker, uint32_t row, uint32_t other)
{
	const cq__tree *const tree = checker->tree;
	uint32_t place = 0;
	if (cq__present_operands(tree, row) != cq__present_operands(tree, other))
		return false;
	CQ__EACH_OPERAND(tree, row, member) {
		const cq__families families = cq__families_or_null(checker, member);
		if ((families & cq__families_or_null(checker, member_at(tree, other, place++))) == 0)
			return false;
	}
	return true;
}

static bool fits_query(const cq__checker *checker, uint32_t row, uint32_t query)
{
	const uint32_t list = cq__query_items(checker->tree, query);
	if (list == CQ__NO_NODE)
		return false;
	cq__columns columns = cq__columns_of(checker, list);
	cq__given given;
	CQ__EACH_OPERAND(checker->tree, row, member) {
		if (!cq__next_column(&columns, &given) || (given.families & cq__families_or_null(checker, member)) == 0)
			return false;
	}
	return !cq__next_column(&columns, &given);
}

/* The first ROW of a comparison, CQ__NO_NODE when there is none. */
static uint32_t find_row(const cq__tree *tree, uint32_t node)
{
	CQ__EACH_OPERAND(tree, node, operand) {
		if (tree->nodes[operand].op == CQ_OP_TUPLE)
			return operand;
	}
	return CQ__NO_NODE;
}

bool cq__compares_rows(const cq__tree *tree, uint32_t node) { return find_row(tree, node) != CQ__NO_NODE; }

/* A row has no type that another expression could have, whatever its members are; a query gives rows. */
static bool compares_other(const cq__tree *tree, uint32_t node)
{
	CQ__EACH_OPERAND(tree, node, operand) {
		if (tree->nodes[operand].op != CQ_OP_TUPLE && tree->nodes[operand].op != CQ_OP_SUBQUERY)
			return true;
	}
	return false;
}

cq_status cq__check_rows_compared(const cq__checker *checker, uint32_t node)
{
	const cq__tree *const tree = checker->tree;
	const uint32_t row = find_row(tree, node);
	if (compares_other(tree, node))
		return cq__report(checker, CQ__RULE_TYPE_MISMATCH, node, NULL);
	CQ__EACH_OPERAND(tree, node, operand) {
		const bool is_row = tree->nodes[operand].op == CQ_OP_TUPLE;
		if (operand != row && !(is_row ? fits_row(checker, row, operand) : fits_query(checker, row, operand)))
			return cq__report(checker, CQ__RULE_ROW_SHAPE, node, NULL);
		if (is_row && holds_null(checker, operand))
			return cq__report(checker, CQ__RULE_NULL_COMPARED, node, NULL);
	}
	return CQ_OK;
}
