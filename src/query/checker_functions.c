/* query/checker_functions.c: the types that functions, CASE and CAST take, and the units of dates.
 * It knows nothing of clauses and tables. cq__check_types calls it for every node that is no comparison.
 */
#include "query/checker_parts.h"

#include "meta/type_registry.h"

#define FAMILY(name) (UINT32_C(1) << CQ__FAMILY_##name)
#define NUMBERS (FAMILY(INTEGER) | FAMILY(REAL) | FAMILY(DECIMAL))

static cq_status report_unless(const cq__checker *checker, bool fits, cq__rule rule, uint32_t node)
{
	return fits ? CQ_OK : cq__report(checker, rule, node, NULL);
}

/* What each type can be made of besides itself. */
static cq__families castable_to(cq_type type)
{
	switch (cq__type_info(type)->family) {
	case CQ__FAMILY_INTEGER:
		return NUMBERS | FAMILY(TEXT) | FAMILY(BOOLEAN);
	case CQ__FAMILY_REAL: case CQ__FAMILY_DECIMAL:
		return NUMBERS | FAMILY(TEXT);
	case CQ__FAMILY_BOOLEAN:
		return FAMILY(BOOLEAN) | FAMILY(INTEGER);
	case CQ__FAMILY_TEXT:
		return NUMBERS | FAMILY(TEXT) | FAMILY(DATE) | FAMILY(TIME) | FAMILY(TIMESTAMP) | FAMILY(INTERVAL) | FAMILY(UUID) | FAMILY(JSON) |
			FAMILY(ENUM);
	case CQ__FAMILY_DATE: case CQ__FAMILY_TIMESTAMP:
		return FAMILY(DATE) | FAMILY(TIMESTAMP) | FAMILY(TEXT);
	case CQ__FAMILY_TIME: case CQ__FAMILY_INTERVAL: case CQ__FAMILY_UUID: case CQ__FAMILY_JSON:
		return cq__type_families(type) | FAMILY(TEXT);
	default:
		return cq__type_families(type);
	}
}

/* The branches of a CASE are of one family; a NULL among them is of every one. */
static cq_status check_case(const cq__checker *checker, uint32_t node)
{
	cq__families common = CQ__FAMILIES_ALL;
	CQ__EACH_OPERAND(checker->tree, node, branch) {
		const uint32_t value = cq__operand(checker->tree, branch, cq__node(checker, branch)->op == CQ_OP_CASE_WHEN ? 1 : 0);
		common &= cq__families_or_null(checker, value);
		if (common == 0)
			return cq__report(checker, CQ__RULE_TYPE_MISMATCH, node, NULL);
	}
	return CQ_OK;
}

static bool is_date(const cq__checker *checker, uint32_t node)
{
	return cq__serves(checker, node, CQ_TYPE_DATE) || cq__serves(checker, node, CQ_TYPE_TIMESTAMP);
}

/* A DATE has no time of day. */
static bool has_unit(cq_operator op, unsigned unit, bool date)
{
	if (date && unit < CQ_UNIT_DAY)
		return false;
	switch (op) {
	case CQ_OP_DATE_TRUNC: case CQ_OP_DATE_ADD:
		return unit <= CQ_UNIT_YEAR;
	case CQ_OP_DATE_DIFF:
		return unit <= CQ_UNIT_WEEK;
	default:
		return unit < CQ_UNIT_COUNT_OF;
	}
}

static cq_status check_date(const cq__checker *checker, uint32_t node)
{
	const cq_node *const n = cq__node(checker, node);
	const uint32_t first = cq__operand(checker->tree, node, 0);
	cq__families moments = FAMILY(DATE) | FAMILY(TIMESTAMP);
	CQ__EACH_OPERAND(checker->tree, node, operand) {
		if (operand != first && n->op != CQ_OP_DATE_DIFF)
			continue;
		if (!is_date(checker, operand))
			return cq__report(checker, CQ__RULE_NOT_A_DATE, node, NULL);
		moments &= cq__node_families(checker->tree, checker->typing, operand);
	}
	if (moments == 0)
		return cq__report(checker, CQ__RULE_TYPE_MISMATCH, node, NULL);
	if (n->op == CQ_OP_INTERVAL_ADD)
		return report_unless(checker, cq__serves(checker, cq__operand(checker->tree, node, 1), CQ_TYPE_INTERVAL), CQ__RULE_TYPE_MISMATCH, node);
	if (!has_unit((cq_operator)n->op, n->flags, moments == FAMILY(DATE)))
		return cq__report(checker, CQ__RULE_DATE_UNIT, node, NULL);
	if (n->op == CQ_OP_DATE_ADD)
		return report_unless(checker, cq__is_whole(checker, cq__operand(checker->tree, node, 1)), CQ__RULE_NOT_NUMERIC, node);
	return CQ_OK;
}

static cq_status check_json_path(const cq__checker *checker, uint32_t node)
{
	CQ__EACH_OPERAND(checker->tree, node, operand) {
		if (operand_index == 0 && !cq__serves(checker, operand, CQ_TYPE_JSON))
			return cq__report(checker, CQ__RULE_NOT_JSON, node, NULL);
		if (operand_index != 0 && !cq__is_text(checker, operand) && !cq__is_whole(checker, operand))
			return cq__report(checker, CQ__RULE_JSON_KEY, node, NULL);
	}
	return CQ_OK;
}

static cq_status check_json_object(const cq__checker *checker, uint32_t node)
{
	CQ__EACH_OPERAND(checker->tree, node, operand) {
		if (operand_index % 2 == 0 && !cq__is_text(checker, operand))
			return cq__report(checker, CQ__RULE_JSON_KEY, node, NULL);
	}
	return CQ_OK;
}

/* The operands from `from` up to `to` are texts, and those behind are whole numbers. */
static cq_status check_text_and_numbers(const cq__checker *checker, uint32_t node, uint32_t texts)
{
	CQ__EACH_OPERAND(checker->tree, node, operand) {
		if (cq__node(checker, operand)->op == CQ_OP_ORDER_BY)
			continue;
		if (operand_index < texts && !cq__is_text(checker, operand))
			return cq__report(checker, CQ__RULE_NOT_TEXT, node, NULL);
		if (operand_index >= texts && !cq__is_whole(checker, operand))
			return cq__report(checker, CQ__RULE_NOT_NUMERIC, node, NULL);
	}
	return CQ_OK;
}

static cq_status check_round(const cq__checker *checker, uint32_t node)
{
	CQ__EACH_OPERAND(checker->tree, node, operand) {
		if (operand_index == 0 ? !cq__is_number(checker, operand) : !cq__is_whole(checker, operand))
			return cq__report(checker, CQ__RULE_NOT_NUMERIC, node, NULL);
	}
	return CQ_OK;
}

/* LAG, LEAD, NTH_VALUE: a value, which row, and what stands for a row that is not there. NTILE: only how many. */
static cq_status check_window_function(const cq__checker *checker, uint32_t node)
{
	const uint32_t first = cq__operand(checker->tree, node, 0);
	const uint32_t number = cq__node(checker, node)->op == CQ_OP_NTILE ? 0 : 1;
	CQ__EACH_OPERAND(checker->tree, node, operand) {
		if (operand_index == number && !cq__is_whole(checker, operand))
			return cq__report(checker, CQ__RULE_NOT_NUMERIC, node, NULL);
		if (operand_index == 2 && (cq__families_or_null(checker, first) & cq__families_or_null(checker, operand)) == 0)
			return cq__report(checker, CQ__RULE_TYPE_MISMATCH, node, NULL);
	}
	return CQ_OK;
}

/* A frame counts rows or groups; of a range the distance is a number or, of dates, an interval. */
static cq_status check_frame(const cq__checker *checker, uint32_t frame)
{
	const bool range = (cq__node(checker, frame)->flags & CQ_FRAME_KIND) == CQ_FRAME_RANGE;
	CQ__EACH_OPERAND(checker->tree, frame, bound) {
		const bool distance = range && (cq__is_number(checker, bound) || cq__serves(checker, bound, CQ_TYPE_INTERVAL));
		if (!distance && !cq__is_whole(checker, bound))
			return cq__report(checker, CQ__RULE_NOT_NUMERIC, frame, NULL);
	}
	return CQ_OK;
}

cq_status cq__check_function(const cq__checker *checker, uint32_t node)
{
	const cq__tree *const tree = checker->tree;
	const cq_node *const n = cq__node(checker, node);
	switch ((cq_operator)n->op) {
	case CQ_OP_CASE:
		return check_case(checker, node);
	case CQ_OP_CAST:
		return report_unless(checker, (cq__families_or_null(checker, cq__operand(tree, node, 0)) & castable_to((cq_type)n->type)) != 0,
			CQ__RULE_CAST_TYPE, node);
	case CQ_OP_TRIM: case CQ_OP_SUBSTR:
		return check_text_and_numbers(checker, node, 1);
	case CQ_OP_REPLACE: case CQ_OP_POSITION: case CQ_OP_STRING_AGG:
		return check_text_and_numbers(checker, node, 3);
	case CQ_OP_ROUND:
		return check_round(checker, node);
	case CQ_OP_DATE_TRUNC: case CQ_OP_EXTRACT: case CQ_OP_DATE_ADD: case CQ_OP_DATE_DIFF: case CQ_OP_INTERVAL_ADD:
		return check_date(checker, node);
	case CQ_OP_JSON_GET: case CQ_OP_JSON_TEXT: case CQ_OP_JSON_LENGTH:
		return check_json_path(checker, node);
	case CQ_OP_JSON_OBJECT:
		return check_json_object(checker, node);
	case CQ_OP_NTILE: case CQ_OP_LAG: case CQ_OP_LEAD: case CQ_OP_NTH_VALUE:
		return check_window_function(checker, node);
	case CQ_OP_FRAME:
		return check_frame(checker, node);
	default:
		return CQ_OK;
	}
}
