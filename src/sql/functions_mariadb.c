/* sql/functions_mariadb.c: how MariaDB writes casts, dates, numbers, texts and JSON.
 *
 * It knows nothing of statements. The renderer asks it through cq__dialect_mariadb.
 */
#include "sql/dialect.h"

#include "meta/type_registry.h"

#define TRUNCATED(format) \
	(date ? "CAST(DATE_FORMAT({1}, '" format "') AS DATE)" : "CAST(DATE_FORMAT({1}, '" format "') AS DATETIME(6))")
#define MOVED(day) (date ? "CAST(" day " AS DATE)" : "CAST(" day " AS DATETIME(6))")

static const char *truncated(cq_unit unit, bool date)
{
	if (date && unit <= CQ_UNIT_DAY)
		return "{1}";
	switch (unit) {
	case CQ_UNIT_SECOND: return TRUNCATED("%Y-%m-%d %H:%i:%s");
	case CQ_UNIT_MINUTE: return TRUNCATED("%Y-%m-%d %H:%i:00");
	case CQ_UNIT_HOUR: return TRUNCATED("%Y-%m-%d %H:00:00");
	case CQ_UNIT_DAY: return TRUNCATED("%Y-%m-%d");
	case CQ_UNIT_WEEK: return MOVED("DATE({1}) - INTERVAL WEEKDAY({1}) DAY");
	case CQ_UNIT_MONTH: return TRUNCATED("%Y-%m-01");
	case CQ_UNIT_QUARTER: return MOVED("CAST(DATE_FORMAT({1}, '%Y-01-01') AS DATE) + INTERVAL (QUARTER({1}) - 1) QUARTER");
	case CQ_UNIT_YEAR: return TRUNCATED("%Y-01-01");
	default: return NULL;
	}
}

static const char *extracted(cq_unit unit)
{
	switch (unit) {
	case CQ_UNIT_SECOND: return "EXTRACT(SECOND FROM {1})";
	case CQ_UNIT_MINUTE: return "EXTRACT(MINUTE FROM {1})";
	case CQ_UNIT_HOUR: return "EXTRACT(HOUR FROM {1})";
	case CQ_UNIT_DAY: return "EXTRACT(DAY FROM {1})";
	case CQ_UNIT_WEEK: return "WEEK({1}, 3)";
	case CQ_UNIT_MONTH: return "EXTRACT(MONTH FROM {1})";
	case CQ_UNIT_QUARTER: return "EXTRACT(QUARTER FROM {1})";
	case CQ_UNIT_YEAR: return "EXTRACT(YEAR FROM {1})";
	case CQ_UNIT_DAY_OF_WEEK: return "(WEEKDAY({1}) + 1)";
	case CQ_UNIT_DAY_OF_YEAR: return "DAYOFYEAR({1})";
	/* A DATETIME without digits drops the fraction, as FLOOR would. */
	case CQ_UNIT_EPOCH: return "TIMESTAMPDIFF(SECOND, '1970-01-01', CAST({1} AS DATETIME))";
	default: return NULL;
	}
}

static const char *added(cq_unit unit, bool date)
{
	switch (unit) {
	case CQ_UNIT_SECOND: return date ? "CAST({1} + INTERVAL {2} SECOND AS DATE)" : "({1} + INTERVAL {2} SECOND)";
	case CQ_UNIT_MINUTE: return date ? "CAST({1} + INTERVAL {2} MINUTE AS DATE)" : "({1} + INTERVAL {2} MINUTE)";
	case CQ_UNIT_HOUR: return date ? "CAST({1} + INTERVAL {2} HOUR AS DATE)" : "({1} + INTERVAL {2} HOUR)";
	case CQ_UNIT_DAY: return "({1} + INTERVAL {2} DAY)";
	case CQ_UNIT_WEEK: return "({1} + INTERVAL {2} WEEK)";
	case CQ_UNIT_MONTH: return "({1} + INTERVAL {2} MONTH)";
	case CQ_UNIT_QUARTER: return "({1} + INTERVAL {2} QUARTER)";
	case CQ_UNIT_YEAR: return "({1} + INTERVAL {2} YEAR)";
	default: return NULL;
	}
}

static const char *apart(cq_unit unit)
{
	switch (unit) {
	case CQ_UNIT_SECOND: return "TIMESTAMPDIFF(SECOND, {2}, {1})";
	case CQ_UNIT_MINUTE: return "TIMESTAMPDIFF(MINUTE, {2}, {1})";
	case CQ_UNIT_HOUR: return "TIMESTAMPDIFF(HOUR, {2}, {1})";
	case CQ_UNIT_DAY: return "TIMESTAMPDIFF(DAY, {2}, {1})";
	case CQ_UNIT_WEEK: return "TIMESTAMPDIFF(WEEK, {2}, {1})";
	default: return NULL;
	}
}

/* Half away from zero and exact; the database's own ROUND takes DOUBLE to the even neighbour. */
#define WHOLE "TRUNCATE({1}, 0) + TRUNCATE(({1} - TRUNCATE({1}, 0)) * 2, 0)"

static const char *text_of(cq_type from)
{
	switch (cq__type_info(from)->family) {
	case CQ__FAMILY_DATE: return "DATE_FORMAT({1}, '%Y-%m-%d')";
	case CQ__FAMILY_TIME: return "TIME_FORMAT({1}, '%H:%i:%s.%f')";
	case CQ__FAMILY_TIMESTAMP: return "DATE_FORMAT({1}, '%Y-%m-%d %H:%i:%s.%f')";
	case CQ__FAMILY_INTEGER:
	case CQ__FAMILY_REAL:
	case CQ__FAMILY_DECIMAL: return "CAST({1} AS CHAR)";
	default: return "{1}";
	}
}

static const char *cast(const cq__asked *asked)
{
	const cq__family from = cq__type_info(asked->operand)->family;
	switch (cq__type_info(asked->result)->family) {
	case CQ__FAMILY_BOOLEAN: return from == CQ__FAMILY_INTEGER ? "({1} <> 0)" : "{1}";
	/* DIV fails where CAST would cut a number that is too large down to the largest. */
	case CQ__FAMILY_INTEGER:
		return from == CQ__FAMILY_REAL ? "((" WHOLE ") DIV 1)" : from == CQ__FAMILY_DECIMAL ? "(ROUND({1}) DIV 1)" : "CAST({1} AS SIGNED)";
	case CQ__FAMILY_REAL: return asked->result == CQ_TYPE_REAL ? "CAST({1} AS FLOAT)" : "CAST({1} AS DOUBLE)";
	case CQ__FAMILY_DECIMAL: return "CAST({1} AS DECIMAL(65, {s}))";
	case CQ__FAMILY_TEXT: return text_of(asked->operand);
	case CQ__FAMILY_DATE: return "CAST({1} AS DATE)";
	case CQ__FAMILY_TIME: return "CAST({1} AS TIME(6))";
	case CQ__FAMILY_TIMESTAMP: return "CAST({1} AS DATETIME(6))";
	case CQ__FAMILY_UUID: return from == CQ__FAMILY_TEXT ? "LOWER({1})" : "{1}";
	case CQ__FAMILY_JSON: return from == CQ__FAMILY_TEXT ? "JSON_COMPACT({1})" : "{1}";
	default: return "{1}";
	}
}

static const char *rounded(const cq__asked *asked)
{
	const bool digits = asked->count == 2;
	if (cq__type_info(asked->result)->family == CQ__FAMILY_REAL)
		return digits ? "CAST(ROUND(CAST({1} AS DECIMAL(65, 30)), {2}) AS DOUBLE)" : "CAST(" WHOLE " AS DOUBLE)";
	return digits ? "ROUND({1}, {2})" : "ROUND({1})";
}

static const char *json_value(cq_type type)
{
	switch (cq__type_info(type)->family) {
	case CQ__FAMILY_BOOLEAN: return "JSON_COMPACT(CASE WHEN {1} THEN 'true' WHEN NOT {1} THEN 'false' END)";
	case CQ__FAMILY_JSON: return "JSON_COMPACT({1})";
	case CQ__FAMILY_BYTES: return "LOWER(HEX({1}))";
	case CQ__FAMILY_DATE:
	case CQ__FAMILY_TIME:
	case CQ__FAMILY_TIMESTAMP: return text_of(type);
	default: return "{1}";
	}
}

/* CONCAT makes a text of what the JSON functions would otherwise take for JSON. */
static const char *list_value(cq_type type)
{
	switch (cq__type_info(type)->family) {
	case CQ__FAMILY_REAL:
	case CQ__FAMILY_DECIMAL: return "CAST({1} AS CHAR)";
	case CQ__FAMILY_JSON: return "CONCAT({1})";
	default: return json_value(type);
	}
}

/* [0] of what is no array would be that itself. */
#define INDEXED "CASE WHEN JSON_TYPE({1}) = 'ARRAY' THEN JSON_EXTRACT({1}, CONCAT('$[', {2}, ']')) END"
/* JSON's functions give texts of a collation of their own, which goes with no literal of a connection that compares by bytes. */
#define NAMED "JSON_EXTRACT({1}, CONCAT('$.', JSON_QUOTE({2}) COLLATE utf8mb4_nopad_bin))"
/* JSON null is no text; CONCAT keeps it apart from the text "null", whose quotes a comparison of JSON would drop. */
#define AS_TEXT(json) "JSON_UNQUOTE(NULLIF(CONCAT(" json "), 'null')) COLLATE utf8mb4_nopad_bin"

static const char *json_step(const cq__asked *asked)
{
	const bool index = cq__type_info(asked->operand)->family == CQ__FAMILY_INTEGER;
	if (asked->op == CQ_OP_JSON_TEXT)
		return index ? AS_TEXT(INDEXED) : AS_TEXT(NAMED);
	return index ? INDEXED : NAMED;
}

static const char *length(cq_type type)
{
	return type == CQ_TYPE_BYTES ? "OCTET_LENGTH({1})" : "CHAR_LENGTH({1})";
}

const char *cq__mariadb_expression(const cq__asked *asked)
{
	const bool date = asked->operand == CQ_TYPE_DATE;
	const bool real = cq__type_info(asked->result)->family == CQ__FAMILY_REAL;
	const cq_unit unit = (cq_unit)asked->flags;
	switch (asked->op) {
	case CQ_OP_CAST: return cast(asked);
	case CQ_OP_ABS: return "ABS({1})";
	case CQ_OP_ROUND: return rounded(asked);
	/* Of a DOUBLE they make a whole number, by which a quotient or mean would be cut to four digits. */
	case CQ_OP_FLOOR: return real ? "CAST(FLOOR({1}) AS DOUBLE)" : "FLOOR({1})";
	case CQ_OP_CEIL: return real ? "CAST(CEIL({1}) AS DOUBLE)" : "CEIL({1})";
	case CQ_OP_POWER: return "POW({1}, {2})";
	case CQ_OP_LENGTH: return length(asked->operand);
	case CQ_OP_SUBSTR: return asked->count == 2 ? "SUBSTR({1}, {2})" : "SUBSTR({1}, {2}, {3})";
	case CQ_OP_POSITION: return "LOCATE({1}, CONVERT({2} USING utf8mb4) COLLATE utf8mb4_nopad_bin)";
	case CQ_OP_DATE_TRUNC: return truncated(unit, date);
	case CQ_OP_EXTRACT: return extracted(unit);
	case CQ_OP_DATE_ADD: return added(unit, date);
	case CQ_OP_DATE_DIFF: return apart(unit);
	case CQ_OP_JSON_GET:
	case CQ_OP_JSON_TEXT: return json_step(asked);
	case CQ_OP_JSON_LENGTH: return "CASE WHEN JSON_TYPE({1}) = 'ARRAY' THEN JSON_LENGTH({1}) END";
	case CQ_OP_JSON_OBJECT: return "JSON_OBJECT(";
	case CQ_OP_JSON_ARRAY: return "JSON_ARRAY(";
	case CQ_OP_VALUE: return json_value(asked->operand);
	case CQ_OP_COLLECT: return list_value(asked->operand);
	default: return NULL;
	}
}
