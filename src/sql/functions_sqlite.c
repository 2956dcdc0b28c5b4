/* sql/functions_sqlite.c: how SQLite writes casts, dates, numbers, texts and JSON.
 *
 * It knows nothing of statements. The renderer asks it through cq__dialect_sqlite.
 */
#include "sql/dialect.h"

#include "meta/type_registry.h"

/* A moment without its fraction: the date functions count milliseconds and round what is finer, into the next second if need
 * be. The fraction is cut off before and put back behind. */
#define SECONDS "substr({1}, 1, 19)"
#define MOMENT "'%Y-%m-%d %H:%M:%S'"
#define DAY "'%Y-%m-%d'"
#define MIDNIGHT "'%Y-%m-%d 00:00:00.000000'"

static const char *truncated_moment(cq_unit unit)
{
	switch (unit) {
	case CQ_UNIT_SECOND: return "strftime('%Y-%m-%d %H:%M:%S.000000', " SECONDS ")";
	case CQ_UNIT_MINUTE: return "strftime('%Y-%m-%d %H:%M:00.000000', " SECONDS ")";
	case CQ_UNIT_HOUR: return "strftime('%Y-%m-%d %H:00:00.000000', " SECONDS ")";
	case CQ_UNIT_DAY: return "strftime(" MIDNIGHT ", " SECONDS ")";
	/* Six days back and on to the next Monday. */
	case CQ_UNIT_WEEK: return "strftime(" MIDNIGHT ", " SECONDS ", '-6 days', 'weekday 1')";
	case CQ_UNIT_MONTH: return "strftime('%Y-%m-01 00:00:00.000000', " SECONDS ")";
	case CQ_UNIT_QUARTER:
		return "strftime(" MIDNIGHT ", " SECONDS ", 'start of month', -((strftime('%m', " SECONDS ") - 1) % 3) || ' months')";
	case CQ_UNIT_YEAR: return "strftime('%Y-01-01 00:00:00.000000', " SECONDS ")";
	default: return NULL;
	}
}

static const char *truncated_date(cq_unit unit)
{
	switch (unit) {
	case CQ_UNIT_SECOND:
	case CQ_UNIT_MINUTE:
	case CQ_UNIT_HOUR:
	case CQ_UNIT_DAY: return "{1}";
	case CQ_UNIT_WEEK: return "strftime(" DAY ", {1}, '-6 days', 'weekday 1')";
	case CQ_UNIT_MONTH: return "strftime('%Y-%m-01', {1})";
	case CQ_UNIT_QUARTER:
		return "strftime(" DAY ", {1}, 'start of month', -((strftime('%m', {1}) - 1) % 3) || ' months')";
	case CQ_UNIT_YEAR: return "strftime('%Y-01-01', {1})";
	default: return NULL;
	}
}

/* The ISO week is that of its Thursday. */
static const char *extracted(cq_unit unit)
{
	switch (unit) {
	case CQ_UNIT_SECOND: return "CAST(strftime('%S', " SECONDS ") AS INTEGER)";
	case CQ_UNIT_MINUTE: return "CAST(strftime('%M', " SECONDS ") AS INTEGER)";
	case CQ_UNIT_HOUR: return "CAST(strftime('%H', " SECONDS ") AS INTEGER)";
	case CQ_UNIT_DAY: return "CAST(strftime('%d', " SECONDS ") AS INTEGER)";
	case CQ_UNIT_WEEK: return "((strftime('%j', " SECONDS ", '-3 days', 'weekday 4') - 1) / 7 + 1)";
	case CQ_UNIT_MONTH: return "CAST(strftime('%m', " SECONDS ") AS INTEGER)";
	case CQ_UNIT_QUARTER: return "((strftime('%m', " SECONDS ") + 2) / 3)";
	case CQ_UNIT_YEAR: return "CAST(strftime('%Y', " SECONDS ") AS INTEGER)";
	case CQ_UNIT_DAY_OF_WEEK: return "((strftime('%w', " SECONDS ") + 6) % 7 + 1)";
	case CQ_UNIT_DAY_OF_YEAR: return "CAST(strftime('%j', " SECONDS ") AS INTEGER)";
	case CQ_UNIT_EPOCH: return "CAST(strftime('%s', " SECONDS ") AS INTEGER)";
	default: return NULL;
	}
}

#define ADDED(count) "(strftime(" MOMENT ", " SECONDS ", " count ") || substr({1}, 20))"
#define ADDED_DAYS(count) "strftime(" DAY ", {1}, " count ")"
/* The 31st of a month that has fewer days runs over into the next one, so its own last day is the lesser text. */
#define MONTHS(date, count)                        \
	"min(strftime(" DAY ", " date ", (" count ") || ' months'), " \
	"strftime(" DAY ", " date ", 'start of month', (" count " + 1) || ' months', '-1 day'))"
#define ADDED_MONTHS(count) "(" MONTHS("substr({1}, 1, 10)", count) " || substr({1}, 11))"

static const char *added(cq_unit unit, bool date)
{
	switch (unit) {
	case CQ_UNIT_SECOND: return date ? ADDED_DAYS("{2} || ' seconds'") : ADDED("{2} || ' seconds'");
	case CQ_UNIT_MINUTE: return date ? ADDED_DAYS("{2} || ' minutes'") : ADDED("{2} || ' minutes'");
	case CQ_UNIT_HOUR: return date ? ADDED_DAYS("{2} || ' hours'") : ADDED("{2} || ' hours'");
	case CQ_UNIT_DAY: return date ? ADDED_DAYS("{2} || ' days'") : ADDED("{2} || ' days'");
	case CQ_UNIT_WEEK: return date ? ADDED_DAYS("({2} * 7) || ' days'") : ADDED("({2} * 7) || ' days'");
	case CQ_UNIT_MONTH: return date ? MONTHS("{1}", "{2}") : ADDED_MONTHS("{2}");
	case CQ_UNIT_QUARTER: return date ? MONTHS("{1}", "{2} * 3") : ADDED_MONTHS("{2} * 3");
	case CQ_UNIT_YEAR: return date ? MONTHS("{1}", "{2} * 12") : ADDED_MONTHS("{2} * 12");
	default: return NULL;
	}
}

#define DATES_APART(seconds) "((strftime('%s', {1}) - strftime('%s', {2})) / " seconds ")"
#define MOMENTS_APART(seconds)                                                              \
	"(((strftime('%s', substr({1}, 1, 19)) - strftime('%s', substr({2}, 1, 19))) * 1000000 + " \
	"substr({1} || '000000', 21, 6) - substr({2} || '000000', 21, 6)) / " seconds "000000)"

static const char *apart(cq_unit unit, bool date)
{
	switch (unit) {
	case CQ_UNIT_SECOND: return date ? DATES_APART("1") : MOMENTS_APART("1");
	case CQ_UNIT_MINUTE: return date ? DATES_APART("60") : MOMENTS_APART("60");
	case CQ_UNIT_HOUR: return date ? DATES_APART("3600") : MOMENTS_APART("3600");
	case CQ_UNIT_DAY: return date ? DATES_APART("86400") : MOMENTS_APART("86400");
	case CQ_UNIT_WEEK: return date ? DATES_APART("604800") : MOMENTS_APART("604800");
	default: return NULL;
	}
}

/* A text that someone else wrote: six digits of a fraction are kept, fewer are milliseconds. */
#define READ_TEXT(format)                                                                          \
	"CASE WHEN {1} GLOB '*.[0-9][0-9][0-9][0-9][0-9][0-9]' "                                       \
	"THEN strftime('" format ":%S', substr({1}, 1, length({1}) - 7)) || substr({1}, -7) "          \
	"ELSE strftime('" format ":%f000', {1}) END"

static const char *cast_of_text(cq_type to)
{
	switch (cq__type_info(to)->family) {
	case CQ__FAMILY_INTEGER: return "CAST({1} AS INTEGER)";
	case CQ__FAMILY_REAL: return "CAST({1} AS REAL)";
	case CQ__FAMILY_DECIMAL: return "ROUND(CAST({1} AS NUMERIC), {s})";
	case CQ__FAMILY_DATE: return "strftime(" DAY ", {1})";
	case CQ__FAMILY_TIME: return READ_TEXT("%H:%M");
	case CQ__FAMILY_TIMESTAMP: return READ_TEXT("%Y-%m-%d %H:%M");
	case CQ__FAMILY_UUID: return "LOWER({1})";
	case CQ__FAMILY_JSON: return "json({1})";
	default: return "{1}";
	}
}

/* What a type is stored as is its text. A column of a DATE or the like would still compare as a number where it can. */
static const char *cast_to_text(cq__family from)
{
	switch (from) {
	case CQ__FAMILY_INTEGER:
	case CQ__FAMILY_REAL:
	case CQ__FAMILY_DECIMAL:
	case CQ__FAMILY_DATE:
	case CQ__FAMILY_TIME:
	case CQ__FAMILY_TIMESTAMP: return "CAST({1} AS TEXT)";
	case CQ__FAMILY_JSON: return "({1} || '')";
	default: return "{1}";
	}
}

static const char *cast(const cq__asked *asked)
{
	const cq__family from = cq__type_info(asked->operand)->family;
	if (from == CQ__FAMILY_TEXT)
		return cast_of_text(asked->result);
	switch (cq__type_info(asked->result)->family) {
	case CQ__FAMILY_BOOLEAN: return from == CQ__FAMILY_INTEGER ? "({1} <> 0)" : "{1}";
	case CQ__FAMILY_INTEGER:
		return from == CQ__FAMILY_REAL || from == CQ__FAMILY_DECIMAL ? "CAST(ROUND({1}) AS INTEGER)" : "CAST({1} AS INTEGER)";
	case CQ__FAMILY_REAL: return "CAST({1} AS REAL)";
	case CQ__FAMILY_DECIMAL: return "ROUND({1}, {s})";
	case CQ__FAMILY_TEXT: return cast_to_text(from);
	case CQ__FAMILY_DATE: return from == CQ__FAMILY_TIMESTAMP ? "substr({1}, 1, 10)" : "{1}";
	case CQ__FAMILY_TIMESTAMP: return from == CQ__FAMILY_DATE ? "({1} || ' 00:00:00.000000')" : "{1}";
	default: return "{1}";
	}
}

/* ROUND makes a REAL of everything, and SQLite's takes digits below 0 for 0. */
static const char *rounded(const cq__asked *asked)
{
	if (cq__type_info(asked->result)->family == CQ__FAMILY_INTEGER)
		return "{1}";
	return asked->count == 1 ? "ROUND({1})" : "ROUND({1}, {2})";
}

static const char *json_value(cq_type type)
{
	switch (cq__type_info(type)->family) {
	case CQ__FAMILY_BOOLEAN: return "json(CASE WHEN {1} THEN 'true' WHEN NOT {1} THEN 'false' END)";
	case CQ__FAMILY_JSON: return "json({1})";
	case CQ__FAMILY_BYTES: return "CASE WHEN {1} IS NOT NULL THEN LOWER(hex({1})) END";
	default: return "{1}";
	}
}

/* Up to 3.42 SQLite computes the digits of a double in a way that leaves the 17th in doubt above 1e200; with 21 of them what is
 * read back is the same double. */
static const char *list_value(cq_type type)
{
	switch (cq__type_info(type)->family) {
	case CQ__FAMILY_REAL: return "CASE WHEN {1} IS NOT NULL THEN printf('%!.20e', {1}) END";
	case CQ__FAMILY_DECIMAL: return "CAST({1} AS TEXT)";
	case CQ__FAMILY_BOOLEAN:
	case CQ__FAMILY_BYTES: return json_value(type);
	default: return "{1}";
	}
}

/* A member by its name: json_each reads the names as they are meant, while in a path a quote or dot in one has no spelling. */
#define MEMBER(text) "(SELECT CASE type WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' " text " END FROM json_each({1}) WHERE key = {2})"

static const char *json_step(const cq__asked *asked)
{
	/* A text that was a document a moment ago would stand in JSON as one: || makes it a plain one. */
	if (asked->op == CQ_OP_JSON_TEXT)
		return MEMBER("ELSE value || ''");
	if (cq__type_info(asked->operand)->family == CQ__FAMILY_INTEGER)
		return "({1} -> {2})";
	return MEMBER("WHEN 'object' THEN value WHEN 'array' THEN value ELSE json_quote(value)");
}

const char *cq__sqlite_expression(const cq__asked *asked)
{
	const bool date = asked->operand == CQ_TYPE_DATE;
	const cq_unit unit = (cq_unit)asked->flags;
	switch (asked->op) {
	case CQ_OP_CAST: return cast(asked);
	case CQ_OP_ABS: return "ABS({1})";
	case CQ_OP_ROUND: return rounded(asked);
	case CQ_OP_FLOOR: return "FLOOR({1})";
	case CQ_OP_CEIL: return "CEIL({1})";
	case CQ_OP_POWER: return "POW({1}, {2})";
	case CQ_OP_LENGTH: return "LENGTH({1})";
	case CQ_OP_SUBSTR: return asked->count == 2 ? "SUBSTR({1}, {2})" : "SUBSTR({1}, {2}, {3})";
	case CQ_OP_POSITION: return "INSTR({2}, {1})";
	case CQ_OP_DATE_TRUNC: return date ? truncated_date(unit) : truncated_moment(unit);
	case CQ_OP_EXTRACT: return extracted(unit);
	case CQ_OP_DATE_ADD: return added(unit, date);
	case CQ_OP_DATE_DIFF: return apart(unit, date);
	case CQ_OP_JSON_GET:
	case CQ_OP_JSON_TEXT: return json_step(asked);
	case CQ_OP_JSON_LENGTH: return "CASE WHEN json_type({1}) = 'array' THEN json_array_length({1}) END";
	case CQ_OP_JSON_OBJECT: return "json_object(";
	case CQ_OP_JSON_ARRAY: return "json_array(";
	case CQ_OP_VALUE: return json_value(asked->operand);
	case CQ_OP_COLLECT: return list_value(asked->operand);
	default: return NULL;
	}
}
