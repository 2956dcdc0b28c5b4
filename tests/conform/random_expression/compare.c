/* random_expression/compare.c: whether what a database gives is what the model says. See compare.h.
 *
 * It knows nothing of statements. databases.c calls it.
 */
#include "compare.h"

#include "meta/type_registry.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Division by zero is NULL on SQLite and an error elsewhere, so no type speaks of it. */
bool divides(const term *expression)
{
	bool found = expression->op == CQ_OP_DIV || expression->op == CQ_OP_MOD;
	for (uint32_t i = 0; i < expression->count && !found; i++)
		found = divides(expression->operands[i]);
	return found;
}

/* Aggregates that make one value of many put them in no order that is known. */
static bool is_unordered(const term *item)
{
	while (item->op == CQ_OP_FILTER || item->op == CQ_OP_OVER)
		item = item->operands[0];
	return item->op == CQ_OP_STRING_AGG || item->op == CQ_OP_JSON_AGG;
}

void describe(value expected, char *text, size_t size)
{
	if (expected.null)
		snprintf(text, size, "NULL");
	else if (expected.text != NULL)
		snprintf(text, size, "\"%s\"", expected.text);
	else
		snprintf(text, size, "%lld or %.17g", (long long)expected.integer, expected.real);
}

static bool is_wide_or_padded(int database, uint8_t type)
{
	return type == CQ_TYPE_REAL || (type == CQ_TYPE_CHAR && database == 1);
}

/* Whether an expression means the same on a server as on SQLite: a quotient has other digits or is an error, a document's text
 * other blanks, a REAL is wider on SQLite, and a CHAR loses blanks on PostgreSQL; MariaDB knows no NULL in rows that are compared and
 * all letters there are, and looks for one query's value in another's rows only once for all rows around them. */
bool is_alike(int database, const term *expression)
{
	switch ((cq_operator)expression->op) {
	case CQ_OP_DIV: case CQ_OP_MOD: case CQ_OP_JSON_TEXT:
		return false;
	case CQ_OP_TUPLE: case CQ_OP_ILIKE:
		if (database == 2)
			return false;
		break;
	case CQ_OP_IN_QUERY: case CQ_OP_NOT_IN_QUERY:
		if (database == 2 && expression->operands[0]->op == CQ_OP_SUBQUERY)
			return false;
		break;
	case CQ_OP_COLUMN:
		return !is_wide_or_padded(database, ((const cq_column *)expression->ref)->type);
	default:
		break;
	}
	for (uint32_t i = 0; i < expression->count; i++) {
		if (!is_alike(database, expression->operands[i]))
			return false;
	}
	return !is_unordered(expression);
}

static bool near(double a, double b, double step)
{
	return fabs(a - b) <= step + 1e-9 * (fabs(b) > 1 ? fabs(b) : 1);
}

/* A member that was read, as the text it is compared and told by; NULL: absent. */
static const char *member_text(const cq_row_field *field, const char *member, char *text)
{
	const bool present = *(const unsigned char *)member != 0; /* of an optional */
	const void *const held = member + cq__type_info((cq_type)field->type)->value_offset;
	switch ((cq_type)field->type) {
	case CQ_TYPE_TEXT: case CQ_TYPE_VARCHAR: case CQ_TYPE_CHAR: case CQ_TYPE_JSON:
		return *(const char *const *)(const void *)member;
	case CQ_TYPE_UUID: return present ? cq_uuid_format(*(const cq_uuid *)held, text) : NULL;
	case CQ_TYPE_INTERVAL: return present ? cq_interval_format(*(const cq_interval *)held, text) : NULL;
	default: return NULL;
	}
}

static int64_t member_integer(const cq_row_field *field, const void *held)
{
	switch ((cq_type)field->type) {
	case CQ_TYPE_BOOLEAN: return *(const bool *)held;
	case CQ_TYPE_SMALLINT: return *(const int16_t *)held;
	case CQ_TYPE_BIGINT: case CQ_TYPE_TIME: case CQ_TYPE_TIMESTAMP: return *(const int64_t *)held;
	default: return *(const int32_t *)held;
	}
}

static int by_character(const void *a, const void *b)
{
	return *(const char *)a - *(const char *)b;
}

/* The same characters in any order: for short lists of small parts that says enough. */
static bool same_characters(const char *a, const char *b)
{
	char *const x = strdup(a), *const y = strdup(b);
	if (x == NULL || y == NULL)
		abort();
	qsort(x, strlen(x), 1, by_character);
	qsort(y, strlen(y), 1, by_character);
	const bool same = strcmp(x, y) == 0;
	free(x);
	free(y);
	return same;
}

/* Whether what was read is what is expected; what it is goes to `text`. */
bool same_value(const term *item, const cq_row_field *field, const char *member, value expected, char *text, size_t size)
{
	char formatted[CQ_INTERVAL_TEXT];
	const bool present = *(const unsigned char *)member != 0; /* of an optional */
	const void *const held = member + cq__type_info((cq_type)field->type)->value_offset;
	snprintf(text, size, "NULL");
	switch ((kind)item->kind) {
	case KIND_BYTES: {
		const cq_bytes *const bytes = (const void *)member;
		if (bytes->data != NULL)
			snprintf(text, size, "%zu bytes", bytes->size);
		return (bytes->data == NULL) == expected.null &&
			(expected.null || (bytes->size == expected.size && memcmp(bytes->data, expected.text, expected.size) == 0));
	}
	case KIND_TEXT: case KIND_JSON: case KIND_UUID: case KIND_INTERVAL: {
		const char *const given = member_text(field, member, formatted);
		if (given != NULL)
			snprintf(text, size, "\"%s\"", given);
		if (given == NULL || expected.null)
			return given == NULL && expected.null;
		if (is_unordered(item))
			return same_characters(given, expected.text);
		return item->kind == KIND_JSON ? same_json(given, expected.text) : strcmp(given, expected.text) == 0;
	}
	case KIND_REAL: case KIND_DECIMAL: {
		double number = 0, step = 0;
		if (present && field->type == CQ_TYPE_DECIMAL) {
			number = cq_decimal_to_double(*(const cq_decimal *)held);
			step = 0.5000001 * pow(10, -(double)field->scale);
		} else if (present) {
			number = field->type == CQ_TYPE_REAL ? (double)*(const float *)held : *(const double *)held;
			step = field->type == CQ_TYPE_REAL ? 1e-6 * (1 + fabs(number)) : 0;
		}
		if (present)
			snprintf(text, size, "%.17g", number);
		return present == !expected.null && (!present || near(number, expected.real, step));
	}
	default:
		if (present)
			snprintf(text, size, "%lld", (long long)member_integer(field, held));
		return present == !expected.null && (!present || member_integer(field, held) == expected.integer);
	}
}

