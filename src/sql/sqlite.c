/* sql/sqlite.c: the SQL of SQLite 3.39 and later.
 *
 * It knows nothing of statements or of sqlite3.h. The renderer and the DDL writer read cq__dialect_sqlite.
 */
#include "sql/dialect.h"

/* The declared type decides the affinity: with "INT" in it INTEGER, with CHAR, CLOB or TEXT TEXT, with BLOB none, with
 * REAL, FLOA or DOUB REAL, else NUMERIC, which turns a text into a number when all of it reads as one. */
static const char *const plain_types[CQ_TYPE_COUNT] = {
	[CQ_TYPE_BOOLEAN] = "BOOLEAN",
	[CQ_TYPE_SMALLINT] = "SMALLINT",
	[CQ_TYPE_INTEGER] = "INTEGER",
	[CQ_TYPE_BIGINT] = "BIGINT",
	[CQ_TYPE_REAL] = "REAL",
	[CQ_TYPE_DOUBLE] = "DOUBLE",
	[CQ_TYPE_DECIMAL] = "NUMERIC",
	[CQ_TYPE_TEXT] = "TEXT",
	[CQ_TYPE_VARCHAR] = "VARCHAR",
	[CQ_TYPE_CHAR] = "CHAR",
	[CQ_TYPE_BYTES] = "BLOB",
	/* NUMERIC affinity: no date's text is a number, and numbers that other programs stored (Unix time) stay numbers. */
	[CQ_TYPE_DATE] = "DATE",
	[CQ_TYPE_TIME] = "TIME",
	[CQ_TYPE_TIMESTAMP] = "DATETIME",
	/* "INTERVAL" holds INT and "JSON" would make a number of the text 1.0, so both are called TEXT. */
	[CQ_TYPE_INTERVAL] = "TEXT",
	[CQ_TYPE_JSON] = "TEXT",
	[CQ_TYPE_UUID] = "CHAR(36)",
	[CQ_TYPE_ENUM] = "VARCHAR",
};

static const char *stored_type(cq_storage storage)
{
	switch (storage) {
	case CQ_STORAGE_TEXT: return "TEXT";
	case CQ_STORAGE_INTEGER: return "BIGINT";
	case CQ_STORAGE_REAL: return "REAL";
	case CQ_STORAGE_BYTES: return "BLOB";
	case CQ_STORAGE_NATURAL: break;
	}
	return NULL;
}

static void append_column_type(cq__buffer *buffer, const cq_column *column)
{
	const char *const stored = stored_type(cq__sql_storage(column));
	if (stored != NULL) {
		cq__buffer_append_text(buffer, stored);
		return;
	}
	/* Only a primary key of exactly this type counts by itself, so any other lone INTEGER key is called INT. */
	if ((column->flags & CQ_COLUMN_PRIMARY_KEY) != 0 && cq__column_auto_key(column)) {
		cq__buffer_append_text(buffer, "INTEGER");
		return;
	}
	if ((column->flags & CQ_COLUMN_PRIMARY_KEY) != 0 && column->type == CQ_TYPE_INTEGER) {
		cq__buffer_append_text(buffer, "INT");
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
	(void)type;
	(void)column;
	return "";
}

static const char *aggregate_cast(cq_type operand, cq_type result, bool average)
{
	(void)operand;
	(void)result;
	(void)average;
	return NULL;
}

#define SECONDS "CAST(strftime('%s', 'now') AS INTEGER)"
#define MICROSECONDS "CAST(substr(strftime('%f', 'now'), 4) AS INTEGER) * 1000"

/* %f has milliseconds; the stored form has microseconds. All calls in one statement see the same moment. */
static const char *now(cq_type type, cq_storage storage)
{
	const bool integer = storage == CQ_STORAGE_INTEGER;
	switch (type) {
	case CQ_TYPE_DATE: return integer ? SECONDS " / 86400" : "strftime('%Y-%m-%d', 'now')";
	case CQ_TYPE_TIME: return integer ? SECONDS " % 86400 * 1000000 + " MICROSECONDS : "strftime('%H:%M:%f000', 'now')";
	default: return integer ? SECONDS " * 1000000 + " MICROSECONDS : "strftime('%Y-%m-%d %H:%M:%f000', 'now')";
	}
}

#define TYPE_BIT(name) (UINT64_C(1) << CQ_TYPE_##name)

const cq__dialect cq__dialect_sqlite = {
	.name = "sqlite",
	/* DEFERRED takes no lock until the first statement; one that then wants to write may fail at once, whatever the busy
	 * timeout, so whoever means to write says IMMEDIATE. */
	.begin = {
		.write = "BEGIN IMMEDIATE",
		.read = "BEGIN",
		.isolation = { "", "", "", "" },
		.read_only = "",
		.deferrable = "",
		.least = CQ_ISOLATION_SERIALIZABLE,
	},
	.abilities = CQ__DIALECT_DECIMAL_DIVIDES_WHOLE | CQ__DIALECT_TRUSTS_SELECT | CQ__DIALECT_LONE_KEY_IS_ROWID |
		CQ__DIALECT_LATE_REFERENCES | CQ__DIALECT_VIRTUAL_COLUMNS | CQ__DIALECT_SCHEMA_IS_FILE | CQ__DIALECT_COUNTS_MARKS |
		CQ__DIALECT_ROWS_AS_VALUES | CQ__DIALECT_FILTER | CQ__DIALECT_LOSES_FILTER | CQ__DIALECT_LIST_WINDOWS | CQ__DIALECT_FRAME_VALUES |
		CQ__DIALECT_FRAME_GROUPS | CQ__DIALECT_LAG_OTHERWISE | CQ__DIALECT_DERIVED_SEES_OUTSIDE | CQ__DIALECT_TELLS_KEY,
	.lexical = CQ__LEXICAL_BRACKET_NAMES | CQ__LEXICAL_BACKTICK_NAMES | CQ__LEXICAL_QUESTION_BINDS |
		CQ__LEXICAL_NAME_BINDS,
	.defines = CQ__DEFINES_PARTIAL_INDEXES | CQ__DEFINES_SET_DEFAULT | CQ__DEFINES_GENERATED_NULLS,
	.clauses = CQ__CLAUSES_FULL_JOIN | CQ__CLAUSES_LIMITED_LISTS | CQ__CLAUSES_LIMIT_EXPRESSIONS |
		CQ__CLAUSES_WITH_WRITES | CQ__CLAUSES_ON_CONFLICT | CQ__CLAUSES_UPDATE_FROM | CQ__CLAUSES_DELETE_ROWS |
		CQ__CLAUSES_RETURNING_UPDATED | CQ__CLAUSES_ASSIGNS_AT_ONCE | CQ__CLAUSES_READS_WRITTEN | CQ__CLAUSES_NULLS_ORDER |
		CQ__CLAUSES_RECURSIVE_LIMIT,
	.name_limit = 0,
	.quote = '"',
	.placeholder = '?',
	.true_text = "1",
	.false_text = "0",
	.concat_operator = "||",
	.whole_division = " / ",
	.distinct = { " IS NOT ", " IS " },
	.list = { "json_group_array", "json_array" },
	.string_agg = "group_concat(",
	.json_agg = { "NULLIF(json_group_array(", ", '[]')" },
	.text_types = TYPE_BIT(DATE) | TYPE_BIT(TIME) | TYPE_BIT(TIMESTAMP) | TYPE_BIT(INTERVAL) | TYPE_BIT(UUID) | TYPE_BIT(JSON) |
		TYPE_BIT(ENUM) | TYPE_BIT(TEXT) | TYPE_BIT(VARCHAR) | TYPE_BIT(CHAR),
	.no_limit = "LIMIT -1",
	.default_values = "DEFAULT VALUES",
	/* CROSS JOIN would keep the planner from choosing the order of the tables. */
	.cross_join = " JOIN ",
	.lock_share = "",
	.excluded = { "excluded.", "" },
	.in_array = { " IN (SELECT value FROM json_each(", "))" },
	.not_in_array = { " NOT IN (SELECT value FROM json_each(", "))" },
	.bytes_literal = { "x'", "'" },
	.before_drop = "PRAGMA defer_foreign_keys = ON",
	.automatic_key = " NOT NULL",
	.table_options = "",
	.unordered_types = 0,
	.append_column_type = append_column_type,
	.cast_type = cast_type,
	.aggregate_cast = aggregate_cast,
	.expression = cq__sqlite_expression,
	.now = now,
};
