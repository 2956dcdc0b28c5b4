/* sql/functions_postgres.c: how PostgreSQL writes casts, dates, numbers, texts and JSON.
 *
 * It knows nothing of statements. The renderer asks it through cq__dialect_postgres.
 */
#include "sql/dialect.h"

#include "meta/type_registry.h"

/* A moment as the clock in UTC shows it, whatever the session's time zone. */
#define CLOCK "{1} AT TIME ZONE 'UTC'"
#define MIDNIGHT "CAST({1} AS TIMESTAMP)"

#define TRUNCATED(unit) (date ? "CAST(date_trunc('" unit "', " MIDNIGHT ") AS DATE)" : "date_trunc('" unit "', {1}, 'UTC')")

static const char *truncated(cq_unit unit, bool date)
{
	if (date && unit <= CQ_UNIT_DAY)
		return "{1}";
	switch (unit) {
	case CQ_UNIT_SECOND: return TRUNCATED("second");
	case CQ_UNIT_MINUTE: return TRUNCATED("minute");
	case CQ_UNIT_HOUR: return TRUNCATED("hour");
	case CQ_UNIT_DAY: return TRUNCATED("day");
	case CQ_UNIT_WEEK: return TRUNCATED("week");
	case CQ_UNIT_MONTH: return TRUNCATED("month");
	case CQ_UNIT_QUARTER: return TRUNCATED("quarter");
	case CQ_UNIT_YEAR: return TRUNCATED("year");
	default: return NULL;
	}
}

#define EXTRACTED(unit) \
	(date ? "CAST(EXTRACT(" unit " FROM " MIDNIGHT ") AS INTEGER)" : "CAST(EXTRACT(" unit " FROM " CLOCK ") AS INTEGER)")

static const char *extracted(cq_unit unit, bool date)
{
	switch (unit) {
	case CQ_UNIT_SECOND:
		return date ? EXTRACTED("SECOND") : "CAST(FLOOR(EXTRACT(SECOND FROM " CLOCK ")) AS INTEGER)";
	case CQ_UNIT_MINUTE: return EXTRACTED("MINUTE");
	case CQ_UNIT_HOUR: return EXTRACTED("HOUR");
	case CQ_UNIT_DAY: return EXTRACTED("DAY");
	case CQ_UNIT_WEEK: return EXTRACTED("WEEK");
	case CQ_UNIT_MONTH: return EXTRACTED("MONTH");
	case CQ_UNIT_QUARTER: return EXTRACTED("QUARTER");
	case CQ_UNIT_YEAR: return EXTRACTED("YEAR");
	case CQ_UNIT_DAY_OF_WEEK: return EXTRACTED("ISODOW");
	case CQ_UNIT_DAY_OF_YEAR: return EXTRACTED("DOY");
	case CQ_UNIT_EPOCH:
		return date ? "CAST(EXTRACT(EPOCH FROM " MIDNIGHT ") AS BIGINT)" : "CAST(FLOOR(EXTRACT(EPOCH FROM {1})) AS BIGINT)";
	default: return NULL;
	}
}

#define ADDED(unit)                                                  \
	(date ? "CAST({1} + {2} * INTERVAL '" unit "' AS DATE)" \
		  : "((" CLOCK " + {2} * INTERVAL '" unit "') AT TIME ZONE 'UTC')")

static const char *added(cq_unit unit, bool date)
{
	switch (unit) {
	case CQ_UNIT_SECOND: return ADDED("1 second");
	case CQ_UNIT_MINUTE: return ADDED("1 minute");
	case CQ_UNIT_HOUR: return ADDED("1 hour");
	case CQ_UNIT_DAY: return ADDED("1 day");
	case CQ_UNIT_WEEK: return ADDED("7 days");
	case CQ_UNIT_MONTH: return ADDED("1 month");
	case CQ_UNIT_QUARTER: return ADDED("3 months");
	case CQ_UNIT_YEAR: return ADDED("1 year");
	default: return NULL;
	}
}

#define MOMENTS_APART(seconds) "CAST(TRUNC(EXTRACT(EPOCH FROM {1} - {2}) / " seconds ") AS BIGINT)"
#define DATES_APART(units) "(CAST({1} - {2} AS BIGINT) * " units ")"

static const char *apart(cq_unit unit, bool date)
{
	switch (unit) {
	case CQ_UNIT_SECOND:
		return date ? DATES_APART("86400") : "CAST(TRUNC(EXTRACT(EPOCH FROM {1} - {2})) AS BIGINT)";
	case CQ_UNIT_MINUTE: return date ? DATES_APART("1440") : MOMENTS_APART("60");
	case CQ_UNIT_HOUR: return date ? DATES_APART("24") : MOMENTS_APART("3600");
	case CQ_UNIT_DAY: return date ? "CAST({1} - {2} AS BIGINT)" : MOMENTS_APART("86400");
	case CQ_UNIT_WEEK: return date ? "CAST(({1} - {2}) / 7 AS BIGINT)" : MOMENTS_APART("604800");
	default: return NULL;
	}
}

/* Half away from zero and exact: what stands behind the point is cut off and, doubled, cut off again. The database's own
 * ROUND takes DOUBLE to the even neighbour. */
#define WHOLE "TRUNC({1}) + TRUNC(({1} - TRUNC({1})) * 2)"

static const char *cast_to_integer(cq_type to, cq__family from)
{
	const bool small = to == CQ_TYPE_SMALLINT, middle = to == CQ_TYPE_INTEGER;
	if (from == CQ__FAMILY_REAL)
		return small ? "CAST(" WHOLE " AS SMALLINT)" : middle ? "CAST(" WHOLE " AS INTEGER)" : "CAST(" WHOLE " AS BIGINT)";
	if (from == CQ__FAMILY_BOOLEAN && !middle)
		return small ? "CAST(CAST({1} AS INTEGER) AS SMALLINT)" : "CAST(CAST({1} AS INTEGER) AS BIGINT)";
	return small ? "CAST({1} AS SMALLINT)" : middle ? "CAST({1} AS INTEGER)" : "CAST({1} AS BIGINT)";
}

#define MOMENT_TEXT "to_char(" CLOCK ", 'YYYY-MM-DD HH24:MI:SS.US')"
#define TIME_TEXT "to_char({1}, 'HH24:MI:SS.US')"
#define DATE_TEXT "to_char({1}, 'YYYY-MM-DD')"
/* The parts as ISO 8601 takes them, each with its own sign. */
#define INTERVAL_TEXT                                                                             \
	"('P' || EXTRACT(YEAR FROM {1}) * 12 + EXTRACT(MONTH FROM {1}) || 'M' || EXTRACT(DAY FROM {1}) || 'DT' || " \
	"EXTRACT(HOUR FROM {1}) || 'H' || EXTRACT(MINUTE FROM {1}) || 'M' || EXTRACT(SECOND FROM {1}) || 'S')"

static const char *text_of(cq_type from)
{
	switch (cq__type_info(from)->family) {
	case CQ__FAMILY_DATE: return DATE_TEXT;
	case CQ__FAMILY_TIME: return TIME_TEXT;
	case CQ__FAMILY_TIMESTAMP: return MOMENT_TEXT;
	case CQ__FAMILY_INTERVAL: return INTERVAL_TEXT;
	default: return "CAST({1} AS TEXT)";
	}
}

static const char *cast(const cq__asked *asked)
{
	const cq__family from = cq__type_info(asked->operand)->family;
	switch (cq__type_info(asked->result)->family) {
	case CQ__FAMILY_BOOLEAN: return from == CQ__FAMILY_INTEGER ? "({1} <> 0)" : "CAST({1} AS BOOLEAN)";
	case CQ__FAMILY_INTEGER: return cast_to_integer(asked->result, from);
	case CQ__FAMILY_REAL: return asked->result == CQ_TYPE_REAL ? "CAST({1} AS REAL)" : "CAST({1} AS DOUBLE PRECISION)";
	case CQ__FAMILY_DECIMAL: return "ROUND(CAST({1} AS NUMERIC), {s})";
	case CQ__FAMILY_TEXT: return text_of(asked->operand);
	case CQ__FAMILY_DATE: return from == CQ__FAMILY_TIMESTAMP ? "CAST(" CLOCK " AS DATE)" : "CAST({1} AS DATE)";
	case CQ__FAMILY_TIME: return "CAST({1} AS TIME)";
	case CQ__FAMILY_TIMESTAMP:
		return from == CQ__FAMILY_DATE ? "(" MIDNIGHT " AT TIME ZONE 'UTC')" : "CAST({1} AS TIMESTAMP WITH TIME ZONE)";
	case CQ__FAMILY_INTERVAL: return "CAST({1} AS INTERVAL)";
	case CQ__FAMILY_UUID: return "CAST({1} AS UUID)";
	case CQ__FAMILY_JSON: return "CAST({1} AS JSONB)";
	case CQ__FAMILY_BYTES: return "CAST({1} AS BYTEA)";
	default: return "{1}";
	}
}

static const char *rounded(const cq__asked *asked)
{
	const bool digits = asked->count == 2;
	switch (asked->result) {
	case CQ_TYPE_SMALLINT: return digits ? "CAST(ROUND(CAST({1} AS NUMERIC), {2i}) AS SMALLINT)" : "{1}";
	case CQ_TYPE_INTEGER: return digits ? "CAST(ROUND(CAST({1} AS NUMERIC), {2i}) AS INTEGER)" : "{1}";
	case CQ_TYPE_BIGINT: return digits ? "CAST(ROUND(CAST({1} AS NUMERIC), {2i}) AS BIGINT)" : "{1}";
	case CQ_TYPE_REAL: return digits ? "CAST(ROUND(CAST({1} AS NUMERIC), {2i}) AS REAL)" : "CAST(" WHOLE " AS REAL)";
	case CQ_TYPE_DOUBLE:
		return digits ? "CAST(ROUND(CAST({1} AS NUMERIC), {2i}) AS DOUBLE PRECISION)" : "(" WHOLE ")";
	default: return digits ? "ROUND({1}, {2i})" : "ROUND({1})";
	}
}

static const char *json_value(cq_type type)
{
	switch (cq__type_info(type)->family) {
	case CQ__FAMILY_TIME: return TIME_TEXT;
	case CQ__FAMILY_TIMESTAMP: return MOMENT_TEXT;
	case CQ__FAMILY_INTERVAL: return INTERVAL_TEXT;
	case CQ__FAMILY_BYTES: return "encode({1}, 'hex')";
	default: return "{1}";
	}
}

static const char *list_value(cq_type type)
{
	switch (cq__type_info(type)->family) {
	case CQ__FAMILY_REAL:
	case CQ__FAMILY_DECIMAL:
	case CQ__FAMILY_JSON: return "CAST({1} AS TEXT)";
	default: return json_value(type);
	}
}

static const char *json_step(const cq__asked *asked)
{
	const bool index = cq__type_info(asked->operand)->family == CQ__FAMILY_INTEGER;
	/* [0] of what is no array would be that itself. */
	if (asked->op == CQ_OP_JSON_TEXT)
		return index ? "CASE WHEN jsonb_typeof({1}) = 'array' THEN {1} ->> {2i} END" : "({1} ->> {2})";
	return index ? "CASE WHEN jsonb_typeof({1}) = 'array' THEN {1} -> {2i} END" : "({1} -> {2})";
}

const char *cq__postgres_expression(const cq__asked *asked)
{
	const bool date = asked->operand == CQ_TYPE_DATE, real = asked->result == CQ_TYPE_REAL;
	const bool whole = cq__type_info(asked->result)->family == CQ__FAMILY_INTEGER;
	const cq_unit unit = (cq_unit)asked->flags;
	switch (asked->op) {
	case CQ_OP_CAST: return cast(asked);
	case CQ_OP_ABS: return "ABS({1})";
	case CQ_OP_ROUND: return rounded(asked);
	case CQ_OP_FLOOR: return whole ? "{1}" : real ? "CAST(FLOOR({1}) AS REAL)" : "FLOOR({1})";
	case CQ_OP_CEIL: return whole ? "{1}" : real ? "CAST(CEIL({1}) AS REAL)" : "CEIL({1})";
	case CQ_OP_POWER: return "POWER(CAST({1} AS DOUBLE PRECISION), CAST({2} AS DOUBLE PRECISION))";
	case CQ_OP_LENGTH: return "LENGTH({1})";
	case CQ_OP_SUBSTR: return asked->count == 2 ? "SUBSTR({1}, {2i})" : "SUBSTR({1}, {2i}, {3i})";
	case CQ_OP_POSITION: return "STRPOS({2}, {1})";
	case CQ_OP_DATE_TRUNC: return truncated(unit, date);
	case CQ_OP_EXTRACT: return extracted(unit, date);
	case CQ_OP_DATE_ADD: return added(unit, date);
	case CQ_OP_DATE_DIFF: return apart(unit, date);
	case CQ_OP_INTERVAL_ADD: return date ? "CAST({1} + {2} AS DATE)" : "((" CLOCK " + {2}) AT TIME ZONE 'UTC')";
	case CQ_OP_JSON_GET:
	case CQ_OP_JSON_TEXT: return json_step(asked);
	case CQ_OP_JSON_LENGTH: return "CASE WHEN jsonb_typeof({1}) = 'array' THEN jsonb_array_length({1}) END";
	case CQ_OP_JSON_OBJECT: return "jsonb_build_object(";
	case CQ_OP_JSON_ARRAY: return "jsonb_build_array(";
	case CQ_OP_VALUE: return json_value(asked->operand);
	case CQ_OP_COLLECT: return list_value(asked->operand);
	default: return NULL;
	}
}
