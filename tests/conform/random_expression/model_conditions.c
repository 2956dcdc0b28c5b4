/* random_expression/model_conditions.c: conditions in three values, patterns, rows, subqueries.
 *
 * It knows nothing of SQL. model.c calls it.
 */
#include "expression.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Two operands of a comparison; a whole number may stand for a fraction, or for a label. */
static int compare_operands(const term *a, value va, const term *b, value vb)
{
	if (a->kind == b->kind)
		return compare_values((kind)a->kind, va, vb);
	if (a->kind == KIND_REAL || a->kind == KIND_DECIMAL || b->kind == KIND_REAL || b->kind == KIND_DECIMAL)
		return compare_values(KIND_REAL, real_value(number_of(a, va)), real_value(number_of(b, vb)));
	return compare_values(KIND_INTEGER, va, vb);
}

static bool holds(cq_operator op, int order)
{
	switch (op) {
	case CQ_OP_EQ: return order == 0;
	case CQ_OP_NE: return order != 0;
	case CQ_OP_LT: return order < 0;
	case CQ_OP_LE: return order <= 0;
	case CQ_OP_GT: return order > 0;
	default: return order >= 0;
	}
}

static value negated(value condition)
{
	return condition.null ? condition : integer_value(condition.integer == 0);
}

/* Rows are equal when all members are; they are in order when the first members that differ are. */
static value compare_rows(const scope *at, cq_operator op, const term *a, const term *b)
{
	bool unknown = false;
	for (uint32_t i = 0; i < a->count; i++) {
		const value va = operand_value(at, a, i), vb = operand_value(at, b, i);
		if (va.null || vb.null) {
			unknown = true;
			if (op != CQ_OP_EQ && op != CQ_OP_NE)
				return null_value();
			continue;
		}
		const int order = compare_operands(a->operands[i], va, b->operands[i], vb);
		if (order != 0)
			return integer_value(holds(op, order));
	}
	return unknown ? null_value() : integer_value(holds(op, 0));
}

static value compare(const scope *at, cq_operator op, const term *a, const term *b)
{
	if (a->op == CQ_OP_TUPLE)
		return compare_rows(at, op, a, b);
	const value va = evaluate(at, a), vb = evaluate(at, b);
	if (va.null || vb.null)
		return null_value();
	return integer_value(holds(op, compare_operands(a, va, b, vb)));
}

static value distinct(const scope *at, const term *expression)
{
	const value a = operand_value(at, expression, 0), b = operand_value(at, expression, 1);
	const bool same = a.null || b.null ? a.null && b.null : compare_operands(expression->operands[0], a, expression->operands[1], b) == 0;
	return integer_value(same == (expression->op == CQ_OP_IS_NOT_DISTINCT));
}

/* AND stops at false, OR at true; what is absent does not count. */
static value junction(const scope *at, const term *expression)
{
	const bool conjunction = expression->op == CQ_OP_AND || expression->op == CQ_OP_ALL_OF;
	bool unknown = false;
	for (uint32_t i = 0; i < expression->count; i++) {
		if (expression->operands[i]->op == CQ_OP_ABSENT)
			continue;
		const value condition = operand_value(at, expression, i);
		if (!condition.null && (condition.integer != 0) != conjunction)
			return condition;
		unknown |= condition.null;
	}
	return unknown ? null_value() : integer_value(conjunction);
}

static value in_list(const scope *at, const term *expression)
{
	bool unknown = false;
	for (uint32_t i = 1; i < expression->count; i++) {
		const value same = compare(at, CQ_OP_EQ, expression->operands[0], expression->operands[i]);
		if (!same.null && same.integer != 0)
			return same;
		unknown |= same.null;
	}
	return unknown ? null_value() : integer_value(0);
}

static value in_array(const scope *at, const term *expression)
{
	const value needle = operand_value(at, expression, 0);
	const term *const array = expression->operands[1];
	/* Nothing is in an empty array, not even the unknown. */
	if (array->element_count == 0)
		return integer_value(0);
	if (needle.null)
		return needle;
	for (uint32_t i = 0; i < array->element_count; i++) {
		if (compare_operands(expression->operands[0], needle, array, array->elements[i]) == 0)
			return integer_value(1);
	}
	return integer_value(0);
}

static value between(const scope *at, const term *expression)
{
	const value low = compare(at, CQ_OP_GE, expression->operands[0], expression->operands[1]);
	const value high = compare(at, CQ_OP_LE, expression->operands[0], expression->operands[2]);
	if ((!low.null && low.integer == 0) || (!high.null && high.integer == 0))
		return integer_value(0);
	return low.null || high.null ? null_value() : integer_value(1);
}

/* ---- patterns ------------------------------------------------------------------------------------------------------- */

static size_t character_size(const char *text)
{
	size_t size = 1;
	while (((unsigned char)text[size] & 0xC0) == 0x80)
		size++;
	return size;
}

static int folded(char character, bool any_case)
{
	const unsigned char byte = (unsigned char)character;
	return any_case && byte < 0x80 ? tolower(byte) : byte;
}

static bool like(const char *text, const char *pattern, bool any_case)
{
	for (; *pattern != '\0'; pattern++) {
		if (*pattern == '%') {
			for (;; text++) {
				if (like(text, pattern + 1, any_case))
					return true;
				if (*text == '\0')
					return false;
			}
		}
		if (*text == '\0')
			return false;
		if (*pattern == '_') {
			text += character_size(text);
			continue;
		}
		if (*pattern == '!')
			pattern++;
		if (folded(*text, any_case) != folded(*pattern, any_case))
			return false;
		text++;
	}
	return *text == '\0';
}

static value matched(const scope *at, const term *expression)
{
	const value text = operand_value(at, expression, 0), what = operand_value(at, expression, 1);
	if (text.null || what.null)
		return null_value();
	switch ((cq_operator)expression->op) {
	case CQ_OP_STARTS_WITH: return integer_value(strncmp(text.text, what.text, what.size) == 0);
	case CQ_OP_ENDS_WITH: return integer_value(text.size >= what.size && strcmp(text.text + text.size - what.size, what.text) == 0);
	case CQ_OP_CONTAINS: return integer_value(strstr(text.text, what.text) != NULL);
	default: return integer_value(like(text.text, what.text, expression->op == CQ_OP_ILIKE));
	}
}

/* ---- subqueries ----------------------------------------------------------------------------------------------------- */

/* Whether a row of others is one of the query's. */
static bool chosen(const scope *at, const term *query)
{
	if (query->count < 2)
		return true;
	const value condition = operand_value(at, query, 1);
	return !condition.null && condition.integer != 0;
}

static value in_query(const scope *at, const term *expression)
{
	const term *const query = expression->operands[1];
	const value needle = operand_value(at, expression, 0);
	bool unknown = false, any = false;
	scope inside = *at;
	for (int i = 0; i < THING_COUNT; i++) {
		inside.rows[1] = &thing_rows[i];
		if (!chosen(&inside, query))
			continue;
		any = true;
		const value item = operand_value(&inside, query, 0);
		if (!needle.null && !item.null && compare_operands(expression->operands[0], needle, query->operands[0], item) == 0)
			return integer_value(1);
		unknown |= needle.null || item.null;
	}
	return unknown && any ? null_value() : integer_value(0);
}

static value exists(const scope *at, const term *query)
{
	scope inside = *at;
	for (int i = 0; i < THING_COUNT; i++) {
		inside.rows[1] = &thing_rows[i];
		if (chosen(&inside, query))
			return integer_value(1);
	}
	return integer_value(0);
}

/* MIN, MAX or COUNT of a column. */
value evaluate_query(const scope *at, const term *query)
{
	const term *const item = query->operands[0];
	value result = null_value();
	int64_t count = 0;
	scope inside = *at;
	for (int i = 0; i < THING_COUNT; i++) {
		inside.rows[1] = &thing_rows[i];
		const value held = operand_value(&inside, item, 0);
		if (!chosen(&inside, query) || held.null)
			continue;
		count++;
		if (result.null || (item->op == CQ_OP_MIN ? held.integer < result.integer : held.integer > result.integer))
			result = held;
	}
	return item->op == CQ_OP_COUNT ? integer_value(count) : result;
}

static value along(const scope *at)
{
	const cq_opt_int64 parent = at->rows[0]->parent_id;
	return parent.present ? integer_value(parent.value == at->rows[1]->id) : null_value();
}

value evaluate_condition(const scope *at, const term *expression)
{
	const cq_operator op = (cq_operator)expression->op;
	switch (op) {
	case CQ_OP_EQ: case CQ_OP_NE: case CQ_OP_LT: case CQ_OP_LE: case CQ_OP_GT: case CQ_OP_GE:
		return compare(at, op, expression->operands[0], expression->operands[1]);
	case CQ_OP_IS_DISTINCT: case CQ_OP_IS_NOT_DISTINCT: return distinct(at, expression);
	case CQ_OP_AND: case CQ_OP_OR: case CQ_OP_ALL_OF: case CQ_OP_ANY_OF: return junction(at, expression);
	case CQ_OP_NOT: return negated(operand_value(at, expression, 0));
	case CQ_OP_IS_NULL: return integer_value(operand_value(at, expression, 0).null);
	case CQ_OP_IS_NOT_NULL: return integer_value(!operand_value(at, expression, 0).null);
	case CQ_OP_IN: return in_list(at, expression);
	case CQ_OP_NOT_IN: return negated(in_list(at, expression));
	case CQ_OP_IN_ARRAY: return in_array(at, expression);
	case CQ_OP_NOT_IN_ARRAY: return negated(in_array(at, expression));
	case CQ_OP_BETWEEN: return between(at, expression);
	case CQ_OP_LIKE: case CQ_OP_ILIKE: case CQ_OP_STARTS_WITH: case CQ_OP_ENDS_WITH: case CQ_OP_CONTAINS:
		return matched(at, expression);
	case CQ_OP_IN_QUERY: return in_query(at, expression);
	case CQ_OP_NOT_IN_QUERY: return negated(in_query(at, expression));
	case CQ_OP_EXISTS: return exists(at, expression->operands[0]);
	case CQ_OP_ALONG: return along(at);
	default: abort();
	}
}
