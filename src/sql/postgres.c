/* sql/postgres.c: the SQL of PostgreSQL 13 and later.
 *
 * It knows nothing of statements or of libpq. The renderer and the DDL writer read cq__dialect_postgres.
 */
#include "sql/dialect.h"

static const char *const plain_types[CQ_TYPE_COUNT] = {
	[CQ_TYPE_NONE] = "TEXT",
	[CQ_TYPE_BOOLEAN] = "BOOLEAN",
	[CQ_TYPE_SMALLINT] = "SMALLINT",
	[CQ_TYPE_INTEGER] = "INTEGER",
	[CQ_TYPE_BIGINT] = "BIGINT",
	[CQ_TYPE_REAL] = "REAL",
	[CQ_TYPE_DOUBLE] = "DOUBLE PRECISION",
	[CQ_TYPE_DECIMAL] = "NUMERIC",
	[CQ_TYPE_TEXT] = "TEXT",
	[CQ_TYPE_VARCHAR] = "VARCHAR",
	[CQ_TYPE_CHAR] = "CHAR",
	[CQ_TYPE_BYTES] = "BYTEA",
	[CQ_TYPE_DATE] = "DATE",
	[CQ_TYPE_TIME] = "TIME",
	/* A TIMESTAMP is a moment, so it must not change its meaning with the session's time zone. */
	[CQ_TYPE_TIMESTAMP] = "TIMESTAMP WITH TIME ZONE",
	[CQ_TYPE_INTERVAL] = "INTERVAL",
	/* jsonb, for json has no equality. */
	[CQ_TYPE_JSON] = "JSONB",
	[CQ_TYPE_UUID] = "UUID",
	[CQ_TYPE_ENUM] = "VARCHAR",
};

static const char *stored_type(cq_type type, cq_storage storage)
{
	switch (storage) {
	case CQ_STORAGE_TEXT: return "TEXT";
	case CQ_STORAGE_INTEGER: return type == CQ_TYPE_ENUM ? "INTEGER" : "BIGINT";
	case CQ_STORAGE_REAL: return "DOUBLE PRECISION";
	case CQ_STORAGE_BYTES: return "BYTEA";
	case CQ_STORAGE_NATURAL: break;
	}
	return NULL;
}

static void append_column_type(cq__buffer *buffer, const cq_column *column)
{
	const char *const stored = stored_type(column->type, cq__sql_storage(column));
	if (stored != NULL) {
		cq__buffer_append_text(buffer, stored);
		return;
	}
	cq__buffer_append_text(buffer, plain_types[column->type]);
	const cq_attribute *const length = cq__column_attribute(column, CQ_ATTRIBUTE_LENGTH);
	const cq_attribute *const precision = cq__column_attribute(column, CQ_ATTRIBUTE_PRECISION);
	if (length != NULL && (column->type == CQ_TYPE_VARCHAR || column->type == CQ_TYPE_CHAR))
		cq__buffer_append_format(buffer, "(%u)", length->number);
	else if (precision != NULL && column->type == CQ_TYPE_DECIMAL)
		cq__buffer_append_format(buffer, "(%u, %d)", precision->number, (int)precision->integer);
}

static const char *cast_type(cq_type type, const cq_column *column)
{
	const char *const stored = column != NULL ? stored_type(type, cq__sql_storage(column)) : NULL;
	if (stored != NULL)
		return stored;
	/* A parameter has no length, and CHAR without one is CHAR(1). */
	if (type == CQ_TYPE_CHAR || type == CQ_TYPE_VARCHAR || type == CQ_TYPE_ENUM)
		return "TEXT";
	return type < CQ_TYPE_COUNT && plain_types[type] != NULL ? plain_types[type] : "TEXT";
}

/* SUM of BIGINT and AVG of whole numbers are NUMERIC here; SUM of SMALLINT and INTEGER is BIGINT. */
static const char *aggregate_cast(cq_type operand, cq_type result, bool average)
{
	cq_type given = operand;
	if (operand == CQ_TYPE_SMALLINT || operand == CQ_TYPE_INTEGER)
		given = average ? CQ_TYPE_DECIMAL : CQ_TYPE_BIGINT;
	else if (operand == CQ_TYPE_BIGINT)
		given = CQ_TYPE_DECIMAL;
	else if (operand == CQ_TYPE_REAL && average)
		given = CQ_TYPE_DOUBLE;
	if (given == result || result == CQ_TYPE_NONE || given == CQ_TYPE_NONE)
		return NULL;
	return plain_types[result];
}

static const char *now(cq_type type, cq_storage storage)
{
	switch (storage) {
	case CQ_STORAGE_INTEGER:
		if (type == CQ_TYPE_DATE)
			return "CAST(floor(extract(epoch FROM CURRENT_TIMESTAMP) / 86400) AS BIGINT)";
		if (type == CQ_TYPE_TIME)
			return "CAST(extract(epoch FROM CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIME)) * 1000000 AS BIGINT)";
		return "CAST(extract(epoch FROM CURRENT_TIMESTAMP) * 1000000 AS BIGINT)";
	case CQ_STORAGE_TEXT:
		if (type == CQ_TYPE_DATE)
			return "to_char(CURRENT_TIMESTAMP AT TIME ZONE 'UTC', 'YYYY-MM-DD')";
		if (type == CQ_TYPE_TIME)
			return "to_char(CURRENT_TIMESTAMP AT TIME ZONE 'UTC', 'HH24:MI:SS.US')";
		return "to_char(CURRENT_TIMESTAMP AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')";
	case CQ_STORAGE_NATURAL:
	case CQ_STORAGE_REAL:
	case CQ_STORAGE_BYTES: break;
	}
	if (type == CQ_TYPE_DATE)
		return "CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS DATE)";
	if (type == CQ_TYPE_TIME)
		return "CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIME)";
	return "CURRENT_TIMESTAMP";
}

static const char *recursive_type(cq_type type)
{
	return cast_type(type, NULL);
}

#define TYPE_BIT(name) (UINT64_C(1) << CQ_TYPE_##name)

const cq__dialect cq__dialect_postgres = {
	.name = "postgres",
	.begin = {
		.write = "BEGIN",
		.read = "BEGIN",
		.isolation = { "", " ISOLATION LEVEL READ COMMITTED", " ISOLATION LEVEL REPEATABLE READ",
			" ISOLATION LEVEL SERIALIZABLE" },
		.read_only = " READ ONLY",
		.deferrable = " DEFERRABLE",
		.least = CQ_ISOLATION_READ_COMMITTED,
		.remote = true,
	},
	.abilities = CQ__DIALECT_TYPED_VALUES | CQ__DIALECT_PADS_CHARS | CQ__DIALECT_ILIKE | CQ__DIALECT_DECIMAL_MODULO |
		CQ__DIALECT_ARRAYS_OF_BYTES | CQ__DIALECT_COMMENTS | CQ__DIALECT_TIME_ZONES | CQ__DIALECT_FILTER |
		CQ__DIALECT_ORDERED_AGGREGATES | CQ__DIALECT_LIST_WINDOWS | CQ__DIALECT_FRAME_VALUES | CQ__DIALECT_FRAME_GROUPS |
		CQ__DIALECT_LAG_OTHERWISE | CQ__DIALECT_DERIVED_SEES_OUTSIDE | CQ__DIALECT_ROWS_AS_ARRAYS | CQ__DIALECT_COPIES_ROWS,
	.lexical = CQ__LEXICAL_NESTED_COMMENTS | CQ__LEXICAL_DOLLAR_QUOTES | CQ__LEXICAL_ESCAPE_STRINGS |
		CQ__LEXICAL_NUMBER_BINDS,
	.defines = CQ__DEFINES_PARTIAL_INDEXES | CQ__DEFINES_SET_DEFAULT | CQ__DEFINES_GENERATED_NULLS,
	.clauses = CQ__CLAUSES_LATERAL | CQ__CLAUSES_FULL_JOIN | CQ__CLAUSES_DISTINCT_ON | CQ__CLAUSES_LOCKS |
		CQ__CLAUSES_LOCKS_OF_TABLES | CQ__CLAUSES_INTERSECT_FIRST | CQ__CLAUSES_LIMITED_LISTS |
		CQ__CLAUSES_LIMIT_EXPRESSIONS | CQ__CLAUSES_WITH_WRITES | CQ__CLAUSES_ON_CONFLICT | CQ__CLAUSES_UPDATE_FROM |
		CQ__CLAUSES_DELETE_USING | CQ__CLAUSES_RETURNING_UPDATED |
		CQ__CLAUSES_ASSIGNS_AT_ONCE | CQ__CLAUSES_READS_WRITTEN | CQ__CLAUSES_NULLS_ORDER,
	.name_limit = 63,
	.quote = '"',
	.placeholder = '$',
	.true_text = "TRUE",
	.false_text = "FALSE",
	.concat_operator = "||",
	.whole_division = " / ",
	.distinct = { " IS DISTINCT FROM ", " IS NOT DISTINCT FROM " },
	.list = { "json_agg", "json_build_array" },
	.string_agg = "STRING_AGG(",
	.json_agg = { "jsonb_agg(", "" },
	.text_types = TYPE_BIT(ENUM) | TYPE_BIT(TEXT) | TYPE_BIT(VARCHAR) | TYPE_BIT(CHAR),
	.no_limit = "",
	.default_values = "DEFAULT VALUES",
	.cross_join = " CROSS JOIN ",
	.lock_share = " FOR SHARE",
	.excluded = { "excluded.", "" },
	.in_array = { " = ANY(", ")" },
	.not_in_array = { " <> ALL(", ")" },
	.bytes_literal = { "'\\x", "'" },
	.before_drop = NULL,
	.automatic_key = " GENERATED BY DEFAULT AS IDENTITY NOT NULL",
	.table_options = "",
	.unordered_types = TYPE_BIT(BOOLEAN) | TYPE_BIT(UUID) | TYPE_BIT(JSON) | TYPE_BIT(BYTES),
	.append_column_type = append_column_type,
	.cast_type = cast_type,
	.aggregate_cast = aggregate_cast,
	.expression = cq__postgres_expression,
	.now = now,
	.recursive_type = recursive_type,
};
