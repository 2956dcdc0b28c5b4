/* query_language.h: tables made by hand, and a small notation that writes programs over them with the public functions.
 *
 * It knows nothing of the macros, which are tested elsewhere. The tests of src/query include it:
 *     write_program(&s, "SELECT(users.id) FROM(users) WHERE(EQ(users.id, int))");
 * A word in lower case is a value of that type (`int` a C int, `huge` one out of range, `text?` an optional, `bigint[]` an
 * array), NULL and NULL_TEXT the words, ~ an absent part, '…' a text behind RAW, FUNC, RAW_SQL, AS, LABEL and BIND.
 * RAW, FUNC, CAST and NOW begin with a type; DATE_TRUNC and its like, FRAME and FOR_UPDATE with their flags in brackets:
 * DATE_TRUNC([MONTH] users.created_at), FRAME([RANGE PRECEDING CURRENT_ROW] int), FOR_UPDATE([SHARE NOWAIT] TABLE(users)).
 * ALONG may name its table: ALONG(boss, users.boss_id).
 */
#ifndef QUERY_LANGUAGE_H
#define QUERY_LANGUAGE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <cquel/query.h>

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "query/tree.h"

#define USERS_LIST(COLUMN)                                                      \
	COLUMN(id, BIGINT, CQ_COLUMN_PRIMARY_KEY)                                   \
	COLUMN(username, VARCHAR, CQ_COLUMN_UNIQUE)                                 \
	COLUMN(age, INTEGER, CQ_COLUMN_DEFAULT)                                     \
	COLUMN(bio, TEXT, CQ_COLUMN_NULLABLE)                                       \
	COLUMN(is_active, BOOLEAN, CQ_COLUMN_DEFAULT)                               \
	COLUMN(boss_id, BIGINT, CQ_COLUMN_NULLABLE)                                 \
	COLUMN(salary, DECIMAL, CQ_COLUMN_NULLABLE)                                 \
	COLUMN(rating, DOUBLE, CQ_COLUMN_NULLABLE)                                  \
	COLUMN(photo, BYTES, CQ_COLUMN_NULLABLE)                                    \
	COLUMN(settings, JSON, CQ_COLUMN_NULLABLE)                                  \
	COLUMN(mood, ENUM, CQ_COLUMN_NULLABLE)                                      \
	COLUMN(created_at, TIMESTAMP, CQ_COLUMN_DATABASE_DEFAULT)                   \
	COLUMN(initials, TEXT, CQ_COLUMN_GENERATED)
#define POSTS_LIST(COLUMN)                                                      \
	COLUMN(id, BIGINT, CQ_COLUMN_PRIMARY_KEY)                                   \
	COLUMN(author_id, BIGINT, 0)                                                \
	COLUMN(title, VARCHAR, 0)                                                   \
	COLUMN(views, SMALLINT, CQ_COLUMN_DEFAULT)                                  \
	COLUMN(created_at, TIMESTAMP, CQ_COLUMN_DATABASE_DEFAULT)
#define TAGS_LIST(COLUMN)                                                       \
	COLUMN(post_id, BIGINT, CQ_COLUMN_PRIMARY_KEY)                              \
	COLUMN(word, TEXT, CQ_COLUMN_PRIMARY_KEY)                                   \
	COLUMN(note, TEXT, CQ_COLUMN_NULLABLE)

/* A query of the statement, and its other name. */
#define TOTALS_LIST(COLUMN)                                                     \
	COLUMN(username, TEXT, 0)                                                   \
	COLUMN(n, BIGINT, CQ_COLUMN_NULLABLE)                                       \
	COLUMN(price, DECIMAL, CQ_COLUMN_NULLABLE)

#define COUNT_COLUMN(name, type, flags) +1
#define INDEX_OF(name, type, flags) index_##name,
#define PLACED(name, type, flags) { #name, 0, CQ_TYPE_##type, flags, 0 },

/* The attribute rows that the rules look at: where a DECIMAL's scale stands, and the references. */
static const cq_attribute users_attributes[] = {
	{ .kind = CQ_ATTRIBUTE_COLUMN }, { .kind = CQ_ATTRIBUTE_COLUMN }, { .kind = CQ_ATTRIBUTE_COLUMN },
	{ .kind = CQ_ATTRIBUTE_DEFAULT }, { .kind = CQ_ATTRIBUTE_COLUMN }, { .kind = CQ_ATTRIBUTE_COLUMN },
	{ .kind = CQ_ATTRIBUTE_COLUMN }, { .kind = CQ_ATTRIBUTE_REFERENCES, .first = "users", .second = "id" },
	{ .kind = CQ_ATTRIBUTE_COLUMN },
	{ .kind = CQ_ATTRIBUTE_PRECISION, .number = 10, .integer = 2 }, { .kind = CQ_ATTRIBUTE_COLUMN },
	{ .kind = CQ_ATTRIBUTE_COLUMN }, { .kind = CQ_ATTRIBUTE_COLUMN }, { .kind = CQ_ATTRIBUTE_COLUMN },
	{ .kind = CQ_ATTRIBUTE_COLUMN }, { .kind = CQ_ATTRIBUTE_COLUMN }, { .kind = CQ_ATTRIBUTE_END },
};
static const cq_attribute posts_attributes[] = {
	{ .kind = CQ_ATTRIBUTE_COLUMN }, { .kind = CQ_ATTRIBUTE_COLUMN },
	{ .kind = CQ_ATTRIBUTE_REFERENCES, .first = "users", .second = "id" },
	{ .kind = CQ_ATTRIBUTE_COLUMN }, { .kind = CQ_ATTRIBUTE_COLUMN }, { .kind = CQ_ATTRIBUTE_COLUMN }, { .kind = CQ_ATTRIBUTE_END },
};

static const cq_row_field total_fields[] = {
	{ "username", 0, CQ_TYPE_TEXT, 0, 0, NULL },
	{ "n", 8, CQ_TYPE_BIGINT, 1, 0, NULL },
	{ "price", 24, CQ_TYPE_DECIMAL, 1, 3, NULL },
};
static const cq_row_type total_row = { "Total", total_fields, 3, 48 };
static const cq_attribute totals_options[] = { { .kind = CQ_OPTION_DERIVED, .first = &total_row }, { .kind = CQ_OPTION_END } };

#define TABLE(variable, text, list, attributes_, options_, alias)                                                               \
	static struct {                                                                                                  \
		cq_table table;                                                                                              \
		cq_column columns[0 list(COUNT_COLUMN)];                                                                     \
	} variable = { { text, alias, attributes_, options_, NULL, text, 64, 0 list(COUNT_COLUMN), NULL, 0 }, { list(PLACED) } };

TABLE(users, "users", USERS_LIST, users_attributes, NULL, NULL)
TABLE(users_elsewhere, "users", USERS_LIST, users_attributes, NULL, NULL) /* another unit's copy */
TABLE(boss, "boss", USERS_LIST, users_attributes, NULL, &users.table)
TABLE(posts, "posts", POSTS_LIST, posts_attributes, NULL, NULL)
TABLE(tags, "tags", TAGS_LIST, NULL, NULL, NULL)
TABLE(totals, "totals", TOTALS_LIST, NULL, totals_options, NULL)
TABLE(others, "others", TOTALS_LIST, NULL, totals_options, &totals.table)

/* A table that the database knows by the name of the query. */
static const cq_attribute sums_options[] = { { .kind = CQ_OPTION_SQL_NAME, .first = "totals" }, { .kind = CQ_OPTION_END } };
TABLE(sums, "sums", TAGS_LIST, NULL, sums_options, NULL)

static struct named_table {
	const char *name;
	cq_table *table;
} const tables[] = {
	{ "users", &users.table }, { "users_elsewhere", &users_elsewhere.table }, { "boss", &boss.table },
	{ "posts", &posts.table }, { "tags", &tags.table }, { "totals", &totals.table }, { "others", &others.table },
	{ "sums", &sums.table },
};
enum { TABLE_COUNT = sizeof tables / sizeof *tables };

static const cq_row_field name_fields[] = { { "username", 0, CQ_TYPE_TEXT, 0, 0, NULL } };
static const cq_row_field count_fields[] = {
	{ "username", 0, CQ_TYPE_TEXT, 0, 0, NULL },
	{ "post_count", 8, CQ_TYPE_BIGINT, 0, 0, NULL },
};
static const cq_row_field bio_fields[] = { { "bio", 0, CQ_TYPE_TEXT, 1, 0, NULL } };
static const cq_row_field small_fields[] = { { "views", 0, CQ_TYPE_SMALLINT, 0, 0, NULL } };
static const cq_table *const users_table = &users.table;
static const cq_row_field object_fields[] = {
	{ "user", 0, CQ_TYPE_OBJECT, 1, 0, &users_table },
	{ "post_count", 8, CQ_TYPE_BIGINT, 0, 0, NULL },
};
static const cq_row_type listed_row = { "Listed", name_fields, 1, 8 };
static const cq_row_field list_fields[] = {
	{ "username", 0, CQ_TYPE_TEXT, 0, 0, NULL },
	{ "list", 8, CQ_TYPE_LIST, 0, 0, &listed_row },
};
static const cq_row_type rows[] = {
	{ "Total", total_fields, 3, 48 }, { "Listed", name_fields, 1, 8 }, { "WithList", list_fields, 2, 24 },
	{ "Name", name_fields, 1, 8 }, { "Counted", count_fields, 2, 16 }, { "Bio", bio_fields, 1, 8 }, { "WithUser", object_fields, 2, 16 }, { "Small", small_fields, 1, 2 },
};
enum { ROW_COUNT = sizeof rows / sizeof *rows };

/* Columns know how far they stand behind their table. Call it first. */
static void place_columns(void)
{
	for (size_t t = 0; t < TABLE_COUNT; t++) {
		cq_column *const columns = (cq_column *)(void *)(tables[t].table + 1);
		for (uint32_t i = 0; i < tables[t].table->column_count; i++)
			columns[i].place = (uint32_t)(sizeof(cq_table) + i * sizeof(cq_column));
	}
}

static const cq_table *find_table(const char *name, size_t length)
{
	for (size_t i = 0; i < TABLE_COUNT; i++) {
		if (strlen(tables[i].name) == length && memcmp(tables[i].name, name, length) == 0)
			return tables[i].table;
	}
	fail_msg("no table %.*s", (int)length, name);
	return NULL;
}

static const cq_column *find_column(const char *name, size_t length)
{
	const char *const dot = memchr(name, '.', length);
	const cq_table *const table = find_table(name, (size_t)(dot - name));
	const size_t rest = length - (size_t)(dot + 1 - name);
	for (uint32_t i = 0; i < table->column_count; i++) {
		const cq_column *const column = &cq_table_columns(table)[i];
		if (strlen(column->name) == rest && memcmp(column->name, dot + 1, rest) == 0)
			return column;
	}
	fail_msg("no column %.*s", (int)length, name);
	return NULL;
}

static const cq_row_type *find_row(const char *name, size_t length)
{
	for (size_t i = 0; i < ROW_COUNT; i++) {
		if (strlen(rows[i].name) == length && memcmp(rows[i].name, name, length) == 0)
			return &rows[i];
	}
	fail_msg("no row %.*s", (int)length, name);
	return NULL;
}

#define OPERATOR_NAME(name, sort, text) [CQ_OP_##name] = #name,
static const char *const operator_names[] = { CQ_OPERATOR_LIST(OPERATOR_NAME) };

static cq_operator find_operator(const char *name, size_t length)
{
	for (int op = 0; op < CQ_OP_COUNT_OF; op++) {
		if (strlen(operator_names[op]) == length && memcmp(operator_names[op], name, length) == 0)
			return (cq_operator)op;
	}
	fail_msg("no operator %.*s", (int)length, name);
	return CQ_OP_COUNT_OF;
}

#define TYPE_NAME(name, c, optional, family) { #name, CQ_TYPE_##name },
static const struct {
	const char *name;
	cq_type type;
} type_names[] = { CQ_TYPE_LIST(TYPE_NAME){ "OBJECT", CQ_TYPE_OBJECT } };

/* The type of a word in any case, NONE for other words. */
static cq_type find_type(const char *name, size_t length)
{
	for (size_t i = 0; i < sizeof type_names / sizeof *type_names; i++) {
		if (strlen(type_names[i].name) != length)
			continue;
		size_t same = 0;
		while (same < length && toupper((unsigned char)name[same]) == type_names[i].name[same])
			same++;
		if (same == length)
			return type_names[i].type;
	}
	return CQ_TYPE_NONE;
}

/* Texts in programs live as long as the test program. */
static const char *keep_text(const char *text, size_t length)
{
	static char kept[256][64];
	static size_t count;
	for (size_t i = 0; i < count; i++) {
		if (strlen(kept[i]) == length && memcmp(kept[i], text, length) == 0)
			return kept[i];
	}
	assert_true(count < 256 && length < 64);
	memcpy(kept[count], text, length);
	kept[count][length] = '\0';
	return kept[count++];
}

enum reference { NO_REFERENCE, TABLE_REFERENCE, COLUMN_REFERENCE, ROW_REFERENCE, TEXT_REFERENCE, RELATION_REFERENCE };

static enum reference reference_of(cq_operator op)
{
	switch (op) {
	case CQ_OP_ALL: case CQ_OP_TABLE: case CQ_OP_SELECT_ALL: case CQ_OP_FROM: case CQ_OP_USING: case CQ_OP_JOIN: case CQ_OP_LEFT_JOIN:
	case CQ_OP_RIGHT_JOIN: case CQ_OP_FULL_JOIN: case CQ_OP_CROSS_JOIN: case CQ_OP_INSERT_INTO: case CQ_OP_ROWS:
	case CQ_OP_UPDATE: case CQ_OP_DELETE_FROM: case CQ_OP_RETURNING_ALL: case CQ_OP_ON_CONFLICT_NOTHING:
	case CQ_OP_ON_CONFLICT_UPDATE: case CQ_OP_QUERY: case CQ_OP_LATERAL: case CQ_OP_VALUES_AS: case CQ_OP_WITH:
	case CQ_OP_WITH_RECURSIVE:
		return TABLE_REFERENCE;
	case CQ_OP_SET: case CQ_OP_COLUMN: case CQ_OP_EXCLUDED:
		return COLUMN_REFERENCE;
	case CQ_OP_SELECT_ROW: case CQ_OP_RETURNING_ROW: case CQ_OP_COLLECT:
		return ROW_REFERENCE;
	case CQ_OP_LABEL: case CQ_OP_AS: case CQ_OP_BIND: case CQ_OP_RAW: case CQ_OP_FUNC: case CQ_OP_RAW_SQL:
		return TEXT_REFERENCE;
	case CQ_OP_RELATION:
		return RELATION_REFERENCE;
	default:
		return NO_REFERENCE;
	}
}

/* Whether the type of a node says something of its own. */
static bool has_type(cq_operator op)
{
	return op == CQ_OP_RAW || op == CQ_OP_FUNC || op == CQ_OP_CAST || op == CQ_OP_NOW;
}

static void skip_blanks(const char **at)
{
	while (**at == ' ' || **at == ',')
		++*at;
}

static size_t word_length(const char *at)
{
	size_t length = 0;
	while (isalnum((unsigned char)at[length]) || at[length] == '_' || at[length] == '.')
		length++;
	return length;
}

static void write_value(cq_statement *s, const char **at, const char *word, size_t length)
{
	static const int64_t numbers[2] = { 1, 2 };
	uint8_t flags = 0;
	cq_type type = find_type(word, length);
	if (length == 3 && memcmp(word, "int", 3) == 0) {
		type = CQ_TYPE_INTEGER;
		flags = CQ_VALUE_LITERAL_INT;
	} else if (length == 4 && memcmp(word, "huge", 4) == 0) {
		type = CQ_TYPE_BIGINT;
		flags = CQ_VALUE_OUT_OF_RANGE;
	}
	cq_value value = { .integer = 1 };
	if (type == CQ_TYPE_TEXT || type == CQ_TYPE_JSON)
		value.text = "x";
	if (type == CQ_TYPE_BYTES)
		value.bytes.data = numbers, value.bytes.size = sizeof numbers;
	if (**at == '?') {
		flags |= CQ_VALUE_CAN_BE_NULL;
		++*at;
	} else if (**at == '[') {
		flags |= CQ_VALUE_ARRAY;
		value.bytes.data = numbers;
		value.bytes.size = 2;
		*at += 2;
	} else if (**at == '!') { /* NULL at run time */
		memset(&value, 0, sizeof value);
		value.is_null = type != CQ_TYPE_TEXT;
		++*at;
	}
	cq_push_value(s, type, flags, value);
}

static const void *read_reference(const char **at, enum reference kind)
{
	skip_blanks(at);
	if (kind == TEXT_REFERENCE) {
		assert_int_equal(**at, '\'');
		const char *const start = ++*at;
		*at = strchr(start, '\'') + 1;
		return keep_text(start, (size_t)(*at - 1 - start));
	}
	const char *const start = *at;
	const size_t length = word_length(start);
	*at += length;
	if (kind == TABLE_REFERENCE)
		return find_table(start, length);
	return kind == COLUMN_REFERENCE ? (const void *)find_column(start, length) : (const void *)find_row(start, length);
}

static void write_expression(cq_statement *s, const char **at);

static uint32_t write_operands(cq_statement *s, const char **at)
{
	uint32_t count = 0;
	for (skip_blanks(at); **at != ')' && **at != '\0'; skip_blanks(at), count++)
		write_expression(s, at);
	return count;
}

/* The flags that a word in brackets stands for; a frame's first bound is its start. */
static uint8_t flag_of(const char *word, size_t length, bool *bounded)
{
	static const char *const units[] = {
		"SECOND", "MINUTE", "HOUR", "DAY", "WEEK", "MONTH", "QUARTER", "YEAR", "DAY_OF_WEEK", "DAY_OF_YEAR", "EPOCH",
	};
	static const char *const bounds[] = { "UNBOUNDED_PRECEDING", "PRECEDING", "CURRENT_ROW", "FOLLOWING", "UNBOUNDED_FOLLOWING" };
	static const struct {
		const char *name;
		uint8_t flag;
	} more[] = {
		{ "ROWS", CQ_FRAME_ROWS }, { "RANGE", CQ_FRAME_RANGE }, { "GROUPS", CQ_FRAME_GROUPS }, { "SHARE", CQ_LOCK_SHARE },
		{ "SKIP_LOCKED", CQ_LOCK_SKIP_LOCKED }, { "NOWAIT", CQ_LOCK_NOWAIT }, { "NULLABLE", CQ_RAW_NULLABLE }, { "SCALE_4", 4 },
	};
	for (uint8_t i = 0; i < sizeof units / sizeof *units; i++) {
		if (strlen(units[i]) == length && memcmp(units[i], word, length) == 0)
			return i;
	}
	for (uint8_t i = 0; i < sizeof bounds / sizeof *bounds; i++) {
		if (strlen(bounds[i]) == length && memcmp(bounds[i], word, length) == 0) {
			const unsigned times = *bounded ? CQ_FRAME_END : CQ_FRAME_START;
			*bounded = true;
			return (uint8_t)(i * times);
		}
	}
	for (size_t i = 0; i < sizeof more / sizeof *more; i++) {
		if (strlen(more[i].name) == length && memcmp(more[i].name, word, length) == 0)
			return more[i].flag;
	}
	fail_msg("no flag %.*s", (int)length, word);
	return 0;
}

static uint8_t read_flags(const char **at)
{
	unsigned flags = 0;
	bool bounded = false;
	skip_blanks(at);
	if (**at != '[')
		return 0;
	for (++*at, skip_blanks(at); **at != ']'; skip_blanks(at)) {
		const size_t length = word_length(*at);
		flags |= flag_of(*at, length, &bounded);
		*at += length;
	}
	++*at;
	return (uint8_t)flags;
}

static void write_operator(cq_statement *s, const char **at, const char *word, size_t length)
{
	const cq_operator op = find_operator(word, length);
	cq_type type = CQ_TYPE_NONE;
	uint8_t flags = 0;
	const void *reference = NULL;
	uint32_t count = 0;
	if (**at == '(') {
		++*at;
		skip_blanks(at);
		if (has_type(op)) {
			const size_t type_length = word_length(*at);
			type = find_type(*at, type_length);
			*at += type_length;
		}
		flags = read_flags(at);
		skip_blanks(at);
		if (reference_of(op) != NO_REFERENCE)
			reference = read_reference(at, reference_of(op));
		else if (op == CQ_OP_ALONG && memchr(*at, '.', word_length(*at)) == NULL)
			reference = read_reference(at, TABLE_REFERENCE);
		count = write_operands(s, at);
		assert_int_equal(**at, ')');
		++*at;
	}
	cq_push_node(s, op, type, flags, count, reference);
}

static void write_expression(cq_statement *s, const char **at)
{
	const char *const word = *at;
	const size_t length = word_length(word);
	*at += length;
	if (length == 0 && *word == '~') {
		++*at;
		cq_push(s, CQ_OP_ABSENT, 0);
	} else if (memchr(word, '.', length) != NULL) {
		cq_push_column(s, find_column(word, length));
	} else if (length > 5 && memcmp(word, "NULL_", 5) == 0) {
		cq_push_node(s, CQ_OP_NULL, find_type(word + 5, length - 5), CQ_RAW_NULLABLE, 0, NULL);
	} else if (islower((unsigned char)*word)) {
		write_value(s, at, word, length);
	} else {
		write_operator(s, at, word, length);
	}
}

/* Appends what the text says; how many results that were. */
static uint32_t write_parts(cq_statement *s, const char *text)
{
	return write_operands(s, &text);
}

/* A whole statement. */
static void write_program(cq_statement *s, const char *text)
{
	cq_statement_init(s, NULL);
	const uint32_t clauses = write_parts(s, text);
	cq_push(s, CQ_OP_STATEMENT, clauses);
}

#endif
