/* sql/mariadb.c: the SQL of MariaDB 10.6 and later.
 *
 * It knows nothing of statements or of libmariadb. The renderer and the DDL writer read cq__dialect_mariadb.
 */
#include "sql/dialect.h"

enum {
	LONGEST_CHAR = 255,
	LONGEST_VARCHAR = 16383, /* 65,535 bytes, at up to four a character */
	LABEL_LENGTH = 255,      /* of an ENUM: a new label seldom changes the type */
	KEY_LENGTH = 768,        /* 3,072 bytes */
};

static const char *const plain_types[CQ_TYPE_COUNT] = {
	[CQ_TYPE_BOOLEAN] = "BOOLEAN",
	[CQ_TYPE_SMALLINT] = "SMALLINT",
	[CQ_TYPE_INTEGER] = "INTEGER",
	[CQ_TYPE_BIGINT] = "BIGINT",
	/* REAL is another name of DOUBLE here. */
	[CQ_TYPE_REAL] = "FLOAT",
	[CQ_TYPE_DOUBLE] = "DOUBLE",
	[CQ_TYPE_DECIMAL] = "DECIMAL",
	[CQ_TYPE_TEXT] = "LONGTEXT",
	[CQ_TYPE_VARCHAR] = "VARCHAR",
	[CQ_TYPE_CHAR] = "CHAR",
	[CQ_TYPE_BYTES] = "LONGBLOB",
	[CQ_TYPE_DATE] = "DATE",
	[CQ_TYPE_TIME] = "TIME(6)",
	/* In UTC. TIMESTAMP ends in 2038 and is read in the session's time zone. */
	[CQ_TYPE_TIMESTAMP] = "DATETIME(6)",
	[CQ_TYPE_INTERVAL] = "VARCHAR(80)",
	/* What JSON is another name of, but for its collation, which would not compare with the other columns'. */
	[CQ_TYPE_JSON] = "LONGTEXT",
	/* The type UUID came with 10.7. */
	[CQ_TYPE_UUID] = "CHAR(36)",
	[CQ_TYPE_ENUM] = "VARCHAR",
};

static const char *stored_type(cq_type type, cq_storage storage)
{
	switch (storage) {
	case CQ_STORAGE_TEXT: return type == CQ_TYPE_UUID ? "CHAR(36)" : type == CQ_TYPE_ENUM ? NULL : "VARCHAR(80)";
	case CQ_STORAGE_INTEGER: return type == CQ_TYPE_ENUM ? "INTEGER" : "BIGINT";
	case CQ_STORAGE_REAL: return "DOUBLE";
	case CQ_STORAGE_BYTES: return "BINARY(16)";
	case CQ_STORAGE_NATURAL: break;
	}
	return NULL;
}

static uint32_t text_length(const cq_column *column)
{
	const cq_attribute *const length = cq__column_attribute(column, CQ_ATTRIBUTE_LENGTH);
	return length != NULL ? length->number : UINT32_MAX;
}

static void append_text_type(cq__buffer *buffer, const cq_column *column)
{
	const uint32_t length = text_length(column);
	if (length > LONGEST_VARCHAR)
		cq__buffer_append_text(buffer, "LONGTEXT");
	else
		cq__buffer_append_format(buffer, "%s(%u)",
			column->type == CQ_TYPE_CHAR && length <= LONGEST_CHAR ? "CHAR" : "VARCHAR", length);
}

static uint32_t characters(const char *text)
{
	uint32_t count = 0;
	for (; *text != '\0'; text++)
		count += ((unsigned char)*text & 0xC0) != 0x80;
	return count;
}

static void append_label_type(cq__buffer *buffer, const cq_column *column)
{
	const cq_enum *const labels = cq__column_enum(column);
	uint32_t length = LABEL_LENGTH;
	for (uint32_t i = 0; labels != NULL && i < labels->count; i++) {
		const uint32_t needed = characters(labels->labels[i]);
		length = needed > length ? needed : length;
	}
	cq__buffer_append_format(buffer, "VARCHAR(%u)", length);
}

static void append_column_type(cq__buffer *buffer, const cq_column *column)
{
	const cq_type type = (cq_type)column->type;
	const char *const stored = stored_type(type, cq__sql_storage(column));
	if (stored != NULL) {
		cq__buffer_append_text(buffer, stored);
		return;
	}
	if (type == CQ_TYPE_VARCHAR || type == CQ_TYPE_CHAR) {
		append_text_type(buffer, column);
		return;
	}
	if (type == CQ_TYPE_ENUM) {
		append_label_type(buffer, column);
		return;
	}
	cq__buffer_append_text(buffer, plain_types[type]);
	const cq_attribute *const precision = cq__column_attribute(column, CQ_ATTRIBUTE_PRECISION);
	if (precision != NULL && type == CQ_TYPE_DECIMAL)
		cq__buffer_append_format(buffer, "(%u, %d)", precision->number, (int)precision->integer);
}

/* CAST has names of its own for the types; text stays in the connection's character set. */
static const char *cast_type(cq_type type, const cq_column *column)
{
	const cq_storage storage = column != NULL ? cq__sql_storage(column) : CQ_STORAGE_NATURAL;
	if (storage == CQ_STORAGE_INTEGER)
		return "SIGNED";
	if (storage == CQ_STORAGE_REAL)
		return "DOUBLE";
	if (storage == CQ_STORAGE_BYTES)
		return "BINARY";
	if (storage == CQ_STORAGE_TEXT)
		return "CHAR";
	switch (type) {
	case CQ_TYPE_BOOLEAN:
	case CQ_TYPE_SMALLINT:
	case CQ_TYPE_INTEGER:
	case CQ_TYPE_BIGINT: return "SIGNED";
	case CQ_TYPE_REAL: return "FLOAT";
	case CQ_TYPE_DOUBLE: return "DOUBLE";
	case CQ_TYPE_DECIMAL: return "DECIMAL(65, 30)";
	case CQ_TYPE_BYTES: return "BINARY";
	case CQ_TYPE_DATE: return "DATE";
	case CQ_TYPE_TIME: return "TIME(6)";
	case CQ_TYPE_TIMESTAMP: return "DATETIME(6)";
	default: return "CHAR";
	}
}

/* SUM of whole numbers is DECIMAL here. AVG of them is DECIMAL with four digits behind the point, so its operand must be
 * made a DOUBLE before. */
static const char *aggregate_cast(cq_type operand, cq_type result, bool average)
{
	const bool whole = operand == CQ_TYPE_SMALLINT || operand == CQ_TYPE_INTEGER || operand == CQ_TYPE_BIGINT;
	if (!average && whole && result != CQ_TYPE_DECIMAL)
		return cast_type(result, NULL);
	return NULL;
}

static const char *now(cq_type type, cq_storage storage)
{
	if (storage == CQ_STORAGE_INTEGER) {
		if (type == CQ_TYPE_DATE)
			return "DATEDIFF(UTC_DATE(), '1970-01-01')";
		if (type == CQ_TYPE_TIME)
			return "TIMESTAMPDIFF(MICROSECOND, UTC_DATE(), UTC_TIMESTAMP(6))";
		return "TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6))";
	}
	if (type == CQ_TYPE_DATE)
		return storage == CQ_STORAGE_TEXT ? "CAST(UTC_DATE() AS CHAR)" : "UTC_DATE()";
	if (type == CQ_TYPE_TIME)
		return storage == CQ_STORAGE_TEXT ? "CAST(UTC_TIME(6) AS CHAR)" : "UTC_TIME(6)";
	return storage == CQ_STORAGE_TEXT ? "CAST(UTC_TIMESTAMP(6) AS CHAR)" : "UTC_TIMESTAMP(6)";
}

/* A text is held to the length that it has in the first rows. */
static const char *recursive_type(cq_type type)
{
	switch (type) {
	case CQ_TYPE_TEXT:
	case CQ_TYPE_VARCHAR:
	case CQ_TYPE_CHAR:
	case CQ_TYPE_JSON: return "CHAR(16777216)";
	case CQ_TYPE_BYTES: return "BINARY(16777216)";
	case CQ_TYPE_DECIMAL: return "DECIMAL(65, 30)";
	case CQ_TYPE_REAL:
	case CQ_TYPE_DOUBLE: return "DOUBLE";
	default: return NULL;
	}
}

#define COLLATION "CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin"

/* As the column holds them, or the database would compare numbers with texts as DOUBLE. */
static const char *array_type(cq_type type, const cq_column *column)
{
	const cq_storage storage = column != NULL ? cq__sql_storage(column) : CQ_STORAGE_NATURAL;
	if (storage == CQ_STORAGE_TEXT)
		return "LONGTEXT " COLLATION;
	if (storage == CQ_STORAGE_INTEGER)
		return "BIGINT";
	if (storage == CQ_STORAGE_REAL)
		return "DOUBLE";
	switch (type) {
	case CQ_TYPE_BOOLEAN:
	case CQ_TYPE_SMALLINT:
	case CQ_TYPE_INTEGER:
	case CQ_TYPE_BIGINT: return "BIGINT";
	case CQ_TYPE_REAL:
	case CQ_TYPE_DOUBLE: return "DOUBLE";
	case CQ_TYPE_DECIMAL: return "DECIMAL(65, 30)";
	case CQ_TYPE_DATE: return "DATE";
	case CQ_TYPE_TIME: return "TIME(6)";
	case CQ_TYPE_TIMESTAMP: return "DATETIME(6)";
	default: return "LONGTEXT " COLLATION;
	}
}

/* A key holds 3,072 bytes. A UNIQUE of a longer column becomes a hash by itself. */
static bool is_endless(const cq_column *column)
{
	const cq_type type = (cq_type)column->type;
	if (cq__sql_storage(column) != CQ_STORAGE_NATURAL)
		return false;
	if (type == CQ_TYPE_VARCHAR || type == CQ_TYPE_CHAR)
		return text_length(column) > KEY_LENGTH;
	return type == CQ_TYPE_TEXT || type == CQ_TYPE_JSON || type == CQ_TYPE_BYTES;
}

#define TYPE_BIT(name) (UINT64_C(1) << CQ_TYPE_##name)

const cq__dialect cq__dialect_mariadb = {
	.name = "mariadb",
	/* Its levels are set by another statement before this one. */
	.begin = {
		.write = "START TRANSACTION",
		.read = "START TRANSACTION",
		.isolation = { "", NULL, NULL, NULL },
		.read_only = " READ ONLY",
		.deferrable = "",
		.least = CQ_ISOLATION_READ_COMMITTED,
		.remote = true,
	},
	.abilities = CQ__DIALECT_DECIMAL_MODULO | CQ__DIALECT_VIRTUAL_COLUMNS | CQ__DIALECT_COUNTS_MARKS |
		CQ__DIALECT_REPEATS_VALUES | CQ__DIALECT_TYPED_MOMENTS | CQ__DIALECT_ORDERED_AGGREGATES |
		CQ__DIALECT_AVERAGES_DECIMAL | CQ__DIALECT_CASTS_CLIP | CQ__DIALECT_TELLS_KEY,
	.lexical = CQ__LEXICAL_BACKSLASHES | CQ__LEXICAL_BACKTICK_NAMES | CQ__LEXICAL_QUESTION_BINDS |
		CQ__LEXICAL_HASH_COMMENTS | CQ__LEXICAL_DASHES_BLANK | CQ__LEXICAL_RUN_COMMENTS,
	.defines = CQ__DEFINES_INLINE_COMMENTS | CQ__DEFINES_LATE_IF_NOT_EXISTS | CQ__DEFINES_KEYED_COUNTERS |
		CQ__DEFINES_NAMES_BY_CHARACTER | CQ__DEFINES_JSON_BY_CHECK | CQ__DEFINES_HOME_REFERENCES,
	.clauses = CQ__CLAUSES_LOCKS | CQ__CLAUSES_INTERSECT_FIRST,
	.name_limit = 64,
	.quote = '`',
	.placeholder = '?',
	.true_text = "TRUE",
	.false_text = "FALSE",
	.concat_operator = NULL,
	.whole_division = " DIV ",
	.distinct = { NULL, " <=> " },
	.bytewise = { "CONVERT(", " USING utf8mb4) COLLATE utf8mb4_nopad_bin" },
	.list = { "JSON_ARRAYAGG", "JSON_ARRAY" },
	.string_agg = NULL,
	.json_agg = { "JSON_ARRAYAGG(", "" },
	.text_types = TYPE_BIT(INTERVAL) | TYPE_BIT(UUID) | TYPE_BIT(JSON) | TYPE_BIT(ENUM) | TYPE_BIT(TEXT) | TYPE_BIT(VARCHAR) |
		TYPE_BIT(CHAR),
	.no_limit = "LIMIT 18446744073709551615",
	.default_values = "() VALUES ()",
	.cross_join = " CROSS JOIN ",
	.lock_share = " LOCK IN SHARE MODE",
	.excluded = { "VALUES(", ")" },
	.in_array = { " IN (SELECT value FROM JSON_TABLE(", ", '$[*]' COLUMNS (value ", " PATH '$' ERROR ON ERROR)) AS elements)" },
	.not_in_array = { " NOT IN (SELECT value FROM JSON_TABLE(", ", '$[*]' COLUMNS (value ",
		" PATH '$' ERROR ON ERROR)) AS elements)" },
	.bytes_literal = { "x'", "'" },
	.before_drop = NULL,
	.automatic_key = " NOT NULL AUTO_INCREMENT",
	.table_options = " ENGINE=InnoDB DEFAULT " COLLATION,
	.index_prefix = 191,
	.unordered_types = 0,
	.append_column_type = append_column_type,
	.cast_type = cast_type,
	.aggregate_cast = aggregate_cast,
	.expression = cq__mariadb_expression,
	.now = now,
	.recursive_type = recursive_type,
	.array_type = array_type,
	.is_endless = is_endless,
};
