/* random_expression/model.c: what an expression is, computed in C: columns, values, choices, casts, and which part computes what.
 *
 * It knows nothing of SQL text: it follows the language's own guide. Databases are compared with it.
 */
#include "expression.h"

#include "meta/model.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

value null_value(void)
{
	return (value){ .null = true };
}

value integer_value(int64_t number)
{
	return (value){ .integer = number };
}

value real_value(double number)
{
	return (value){ .real = number };
}

value text_value(const char *text)
{
	return (value){ .text = text, .size = strlen(text) };
}

value sized_value(const scope *at, const char *text, size_t size)
{
	char *const copy = cq__arena_text(at->arena, text, size);
	if (copy == NULL)
		abort();
	return (value){ .text = copy, .size = size };
}

/* ---- columns -------------------------------------------------------------------------------------------------------- */

static value optional_text(const char *text)
{
	return text != NULL ? text_value(text) : null_value();
}

static value small_column(const cq_column *column, const char *member, bool nullable)
{
	switch ((cq_type)column->type) {
	case CQ_TYPE_BOOLEAN: {
		const cq_opt_bool *const held = (const void *)member;
		return nullable && !held->present ? null_value() : integer_value(nullable ? held->value : *(const bool *)member);
	}
	case CQ_TYPE_SMALLINT: return integer_value(*(const int16_t *)(const void *)member);
	case CQ_TYPE_INTEGER:
	case CQ_TYPE_DATE:
	case CQ_TYPE_ENUM: {
		/* int32_t, cq_date and enums are laid out alike. */
		const cq_opt_int32 *const held = (const void *)member;
		return nullable && !held->present ? null_value() : integer_value(nullable ? held->value : *(const int32_t *)(const void *)member);
	}
	case CQ_TYPE_REAL: return real_value((double)*(const float *)(const void *)member);
	default: abort();
	}
}

static value large_column(const scope *at, const cq_column *column, const char *member, bool nullable)
{
	char text[CQ_INTERVAL_TEXT];
	switch ((cq_type)column->type) {
	case CQ_TYPE_BIGINT:
	case CQ_TYPE_TIME:
	case CQ_TYPE_TIMESTAMP: {
		const cq_opt_int64 *const held = (const void *)member;
		return nullable && !held->present ? null_value() : integer_value(nullable ? held->value : *(const int64_t *)(const void *)member);
	}
	case CQ_TYPE_DOUBLE: {
		const cq_opt_double *const held = (const void *)member;
		return nullable && !held->present ? null_value() : real_value(nullable ? held->value : *(const double *)(const void *)member);
	}
	case CQ_TYPE_DECIMAL: {
		const cq_opt_decimal *const held = (const void *)member;
		return nullable && !held->present ? null_value() :
			real_value(cq_decimal_to_double(nullable ? held->value : *(const cq_decimal *)(const void *)member));
	}
	case CQ_TYPE_INTERVAL: {
		const cq_opt_interval *const held = (const void *)member;
		cq_interval_format(held->value, text);
		return held->present ? sized_value(at, text, strlen(text)) : null_value();
	}
	case CQ_TYPE_UUID: {
		const cq_opt_uuid *const held = (const void *)member;
		cq_uuid_format(held->value, text);
		return held->present ? sized_value(at, text, strlen(text)) : null_value();
	}
	case CQ_TYPE_BYTES: {
		const cq_bytes *const held = (const void *)member;
		return held->data != NULL ? (value){ .text = held->data, .size = held->size } : null_value();
	}
	default: return optional_text(*(const char *const *)(const void *)member);
	}
}

static value column_value(const scope *at, const term *expression)
{
	const cq_column *const column = expression->ref;
	const char *const member = (const char *)at->rows[expression->table] + CQ_TABLE(things)->offsets[cq_column_index(column)];
	const bool nullable = (column->flags & CQ_COLUMN_NULLABLE) != 0;
	switch ((cq_type)column->type) {
	case CQ_TYPE_BOOLEAN: case CQ_TYPE_SMALLINT: case CQ_TYPE_INTEGER: case CQ_TYPE_DATE: case CQ_TYPE_ENUM: case CQ_TYPE_REAL:
		return small_column(column, member, nullable);
	default:
		return large_column(at, column, member, nullable);
	}
}

/* ---- comparing ------------------------------------------------------------------------------------------------------ */

int compare_values(kind of, value a, value b)
{
	switch (of) {
	case KIND_REAL:
	case KIND_DECIMAL: return (a.real > b.real) - (a.real < b.real);
	case KIND_TEXT: case KIND_BYTES: case KIND_UUID: case KIND_JSON: case KIND_INTERVAL: {
		const size_t shorter = a.size < b.size ? a.size : b.size;
		const int order = shorter != 0 ? memcmp(a.text, b.text, shorter) : 0;
		return order != 0 ? order : (a.size > b.size) - (a.size < b.size);
	}
	default: return (a.integer > b.integer) - (a.integer < b.integer);
	}
}

/* ---- casts ---------------------------------------------------------------------------------------------------------- */

value as_text(const scope *at, kind of, value from)
{
	static const char *const moods[] = { "calm", "merry", "it's odd" };
	char text[CQ_INTERVAL_TEXT];
	switch (of) {
	case KIND_INTEGER: snprintf(text, sizeof text, "%" PRId64, from.integer); break;
	case KIND_DATE: cq_date_format((cq_date){ (int32_t)from.integer }, text); break;
	case KIND_TIME: cq_time_format((cq_time){ from.integer }, text); break;
	case KIND_TIMESTAMP: cq_timestamp_format((cq_timestamp){ from.integer }, text); break;
	case KIND_ENUM: return text_value(moods[from.integer]);
	default: return from;
	}
	return sized_value(at, text, strlen(text));
}

value from_text(const scope *at, kind of, const char *text)
{
	cq_date date;
	cq_timestamp timestamp;
	(void)at;
	switch (of) {
	case KIND_INTEGER: return integer_value(strtoll(text, NULL, 10));
	case KIND_REAL:
	case KIND_DECIMAL: return real_value(strtod(text, NULL));
	case KIND_DATE:
		if (cq_date_parse(text, &date) != CQ_OK)
			abort();
		return integer_value(date.days);
	case KIND_TIMESTAMP:
		if (cq_timestamp_parse(text, &timestamp) != CQ_OK)
			abort();
		return integer_value(timestamp.microseconds);
	default: return text_value(text);
	}
}

static value cast_value(const scope *at, const term *expression)
{
	const term *const operand = expression->operands[0];
	const value from = evaluate(at, operand);
	const kind to = (kind)expression->kind, of = (kind)operand->kind;
	const int64_t day = INT64_C(86400000000);
	if (from.null)
		return from;
	if (of == KIND_TEXT && to == KIND_DECIMAL)
		return real_value(round_half_away(from_text(at, to, from.text).real, expression->scale));
	if (of == KIND_TEXT)
		return from_text(at, to, from.text);
	switch (to) {
	case KIND_TEXT: return as_text(at, of, from);
	case KIND_INTEGER:
		return of == KIND_BOOLEAN || of == KIND_INTEGER ? from : integer_value((int64_t)round_half_away(from.real, 0));
	case KIND_BOOLEAN: return integer_value(from.integer != 0);
	case KIND_REAL: return real_value(number_of(operand, from));
	case KIND_DECIMAL: return real_value(round_half_away(number_of(operand, from), expression->scale));
	case KIND_DATE: return integer_value(of == KIND_DATE ? from.integer : (from.integer - (from.integer < 0 ? day - 1 : 0)) / day);
	case KIND_TIMESTAMP: return integer_value(of == KIND_DATE ? from.integer * day : from.integer);
	default: return from;
	}
}

/* ---- choices -------------------------------------------------------------------------------------------------------- */

/* A whole number that stands where a fraction is meant. */
static value as_kind(const term *from, kind to, value held)
{
	if (!held.null && (to == KIND_REAL || to == KIND_DECIMAL))
		return real_value(number_of(from, held));
	return held;
}

static value coalesce_value(const scope *at, const term *expression)
{
	for (uint32_t i = 0; i < expression->count; i++) {
		const value held = operand_value(at, expression, i);
		if (!held.null)
			return as_kind(expression->operands[i], (kind)expression->kind, held);
	}
	return null_value();
}

static value case_value(const scope *at, const term *expression)
{
	for (uint32_t i = 0; i < expression->count; i++) {
		const term *const branch = expression->operands[i];
		if (branch->op == CQ_OP_ELSE)
			return operand_value(at, branch, 0);
		const value condition = operand_value(at, branch, 0);
		if (!condition.null && condition.integer != 0)
			return operand_value(at, branch, 1);
	}
	return null_value();
}

static value nullif_value(const scope *at, const term *expression)
{
	const value a = operand_value(at, expression, 0), b = operand_value(at, expression, 1);
	return !a.null && !b.null && compare_values((kind)expression->kind, a, b) == 0 ? null_value() : a;
}

static value evaluate_by_kind(const scope *at, const term *expression)
{
	switch ((kind)expression->kind) {
	case KIND_BOOLEAN: return evaluate_condition(at, expression);
	case KIND_INTEGER:
	case KIND_REAL:
	case KIND_DECIMAL: return evaluate_number(at, expression);
	case KIND_TEXT: return evaluate_text(at, expression);
	case KIND_DATE:
	case KIND_TIMESTAMP: return evaluate_moment(at, expression);
	case KIND_JSON: return evaluate_json(at, expression);
	default: abort();
	}
}

value evaluate(const scope *at, const term *expression)
{
	switch ((cq_operator)expression->op) {
	case CQ_OP_COLUMN: return column_value(at, expression);
	case CQ_OP_VALUE: return expression->value;
	case CQ_OP_NULL: return null_value();
	case CQ_OP_NOW: return integer_value(at->now.microseconds);
	case CQ_OP_COALESCE: return coalesce_value(at, expression);
	case CQ_OP_CASE: return case_value(at, expression);
	case CQ_OP_NULLIF: return nullif_value(at, expression);
	case CQ_OP_CAST: return cast_value(at, expression);
	case CQ_OP_SUBQUERY: return evaluate_query(at, expression);
	case CQ_OP_OVER: return evaluate_over(at, expression);
	case CQ_OP_COUNT: case CQ_OP_COUNT_DISTINCT: case CQ_OP_COUNT_ROWS: case CQ_OP_SUM: case CQ_OP_AVG: case CQ_OP_MIN: case CQ_OP_MAX:
	case CQ_OP_STRING_AGG: case CQ_OP_JSON_AGG: case CQ_OP_FILTER:
		return evaluate_aggregate(at, expression);
	default: return evaluate_by_kind(at, expression);
	}
}
