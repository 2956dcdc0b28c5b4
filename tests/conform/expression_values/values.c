/* values.c: the databases, and what is asked of them. See values.h.
 *
 * It knows nothing of operators. The parts of expression_values_test.c call it.
 */
#include "values.h"

#include "meta/type_registry.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cquel/execute.h>

static const cq__dialect *const dialects[CLIENT_KINDS] = { &cq__dialect_sqlite, &cq__dialect_postgres, &cq__dialect_mariadb };
static client *databases[CLIENT_KINDS];

/* cquel itself on PostgreSQL. It keeps plans for the rows that it has filled. */
enum { MOST_ROWS = 500, SLOT = 64 };
static cq_engine *engine;
static cq_connection *connection;
static cq_row_field fields[MOST_ROWS];
static cq_row_type row_types[MOST_ROWS];
static size_t row_count;

/* Three rows: plain; month ends, negative, with quotes and non-ASCII; empty. */
static const char *const rows[] = {
	"(1, 7, 42, NULL, 2.5, 12.345, ' Ann ', 'x', TRUE, '2024-02-29', '2024-02-29 23:59:59.999600', '23:59:59.123456', "
	"'{\"a\": [1, {\"b\": \"two\"}, null, true, \"null\"], \"k.e\\\"y\": \"v\", \"0\": 5, \"n\": null, \"big\": 9007199254740993}', 'glad')",
	"(2, -7, -42, 5, -2.5, -2.675, 'd''été ''%_!', NULL, FALSE, '2023-01-31', '2023-01-31 00:00:00.000001', '00:00:00.000000', "
	"'[10, 20]', 'sad')",
	"(3, 0, 2147483647, 0, 0.1, 0.005, '', '', TRUE, '1969-12-31', '1969-12-31 23:59:58.500000', '12:00:00.000000', "
	"'7', 'glad')",
};

static void execute(client_kind kind, const char *sql)
{
	if (!client_execute(databases[kind], sql))
		fail_msg("%s: %s: %s", client_kind_name(kind), client_message(databases[kind]), sql);
}

static void fill(client_kind kind)
{
	const cq_table *const tables[] = { CQ_TABLE(things) };
	cq__ddl ddl;
	assert_int_equal(cq__ddl_create(dialects[kind], tables, 1, &ddl, NULL), CQ_OK);
	for (uint32_t i = 0; i < ddl.count; i++)
		execute(kind, ddl.statements[i]);
	cq__ddl_release(&ddl);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		cq__buffer text = { 0 };
		cq__buffer_append_text(&text, "INSERT INTO ");
		cq__sql_table(dialects[kind], &text, CQ_TABLE(things));
		cq__buffer_append_text(&text, " VALUES ");
		for (const char *at = rows[i]; *at != '\0'; at++) {
			if (*at == '\\' && kind == CLIENT_MARIADB)
				cq__buffer_append_char(&text, '\\');
			cq__buffer_append_char(&text, *at);
		}
		execute(kind, cq__buffer_text(&text));
		cq__buffer_release(&text);
	}
}

static void connect_cquel(void)
{
	char url[200], message[CQ_ERROR_TEXT];
	client_url(databases[CLIENT_POSTGRES], url, sizeof url);
	if (cq_engine_open(&engine, url, NULL, message) != CQ_OK || cq_connect(engine, &connection) != CQ_OK)
		fail_msg("cquel on postgresql: %s", message);
}

int values_setup(void **state)
{
	(void)state;
	for (client_kind kind = 0; kind < CLIENT_KINDS; kind++) {
		if (!client_available(kind))
			continue;
		databases[kind] = client_open(kind);
		if (kind == CLIENT_POSTGRES)
			execute(kind, "SET TIME ZONE 'UTC'");
		else if (kind == CLIENT_SQLITE)
			execute(kind, "PRAGMA case_sensitive_like = ON");
		fill(kind);
		if (kind == CLIENT_POSTGRES)
			connect_cquel();
	}
	return 0;
}

int values_teardown(void **state)
{
	(void)state;
	cq_disconnect(&connection);
	cq_engine_close(&engine);
	for (client_kind kind = 0; kind < CLIENT_KINDS; kind++) {
		if (databases[kind] != NULL)
			client_close(databases[kind]);
	}
	return 0;
}

/* A value as a literal in the place of its placeholder. */
static void put_literal(const cq__dialect *dialect, cq__buffer *text, cq_type type, const cq_value *value)
{
	char buffer[CQ_INTERVAL_TEXT];
	if (value->is_null != 0) {
		cq__buffer_append_text(text, "NULL");
		return;
	}
	switch (type) {
	case CQ_TYPE_TEXT:
	case CQ_TYPE_VARCHAR:
	case CQ_TYPE_JSON: cq__sql_text_literal(dialect, text, value->text); break;
	case CQ_TYPE_DOUBLE: cq__buffer_append_format(text, "%.17e", value->real); break;
	case CQ_TYPE_DECIMAL: cq__buffer_append_text(text, cq_decimal_format(value->decimal, buffer)); break;
	case CQ_TYPE_DATE:
		cq__sql_text_literal(dialect, text, cq_date_format((cq_date){ (int32_t)value->integer }, buffer));
		break;
	case CQ_TYPE_INTERVAL: cq__sql_text_literal(dialect, text, cq_interval_format(value->interval, buffer)); break;
	case CQ_TYPE_TIMESTAMP:
		cq__sql_text_literal(dialect, text, cq_timestamp_format((cq_timestamp){ value->integer }, buffer));
		break;
	default: cq__buffer_append_format(text, "%lld", (long long)value->integer); break;
	}
}

/* What the binder makes of a text that is taken literally. */
static void put_pattern(const cq__dialect *dialect, cq__buffer *text, cq__use use, const char *value)
{
	cq__buffer pattern = { 0 };
	cq__buffer_append_text(&pattern, use != CQ__USE_PREFIX ? "%" : "");
	for (; *value != '\0'; value++) {
		cq__buffer_append_text(&pattern, strchr("!%_", *value) != NULL ? "!" : "");
		cq__buffer_append_char(&pattern, *value);
	}
	cq__buffer_append_text(&pattern, use != CQ__USE_SUFFIX ? "%" : "");
	cq__sql_text_literal(dialect, text, cq__buffer_text(&pattern));
	cq__buffer_release(&pattern);
}

static void put_value(const cq__dialect *dialect, cq__buffer *text, const cq_node *node, cq__use use, const cq_value *value)
{
	if (use >= CQ__USE_PREFIX && use <= CQ__USE_INFIX)
		put_pattern(dialect, text, use, value->text);
	else
		put_literal(dialect, text, (cq_type)node->type, value);
}

static void put_literals(const cq__dialect *dialect, cq__buffer *text, const cq__rendered *rendered, const cq__tree *tree,
	const cq__typing *typing, const cq_value *values)
{
	uint32_t next = 0;
	bool quoted = false;
	for (const char *at = rendered->sql; *at != '\0'; at++) {
		quoted ^= *at == '\'';
		if (quoted || *at != dialect->placeholder) {
			cq__buffer_append_char(text, *at);
			continue;
		}
		char *end;
		const unsigned long number = strtoul(at + 1, &end, 10);
		const uint32_t place = end != at + 1 ? (uint32_t)number - 1 : next;
		if (place == next)
			next++;
		at = end - 1;
		assert_true(place < rendered->parameter_count);
		for (uint32_t i = 0; i < tree->count; i++) {
			const uint32_t value = rendered->parameters[place];
			if (tree->nodes[i].op == CQ_OP_VALUE && tree->value[i] == value)
				put_value(dialect, text, &tree->nodes[i], (cq__use)typing->value[value].use, &values[value]);
		}
	}
}

static bool is_number(cq_type type)
{
	return type >= CQ_TYPE_SMALLINT && type <= CQ_TYPE_DECIMAL;
}

/* Databases write the same value in several ways. */
static bool same(cq_type type, const char *got, const char *wanted)
{
	if (got == NULL || wanted == NULL)
		return got == wanted;
	if (type == CQ_TYPE_BOOLEAN)
		return (strcmp(got, "1") == 0 || strcmp(got, "t") == 0) == (strcmp(wanted, "true") == 0);
	if (is_number(type)) {
		char *end;
		const double a = strtod(got, &end), b = strtod(wanted, NULL);
		if (type <= CQ_TYPE_BIGINT)
			return strcmp(got, wanted) == 0;
		return *end == '\0' && fabs(a - b) <= 1e-12 * fabs(b);
	}
	if (type == CQ_TYPE_TIMESTAMP) {
		cq_timestamp a, b;
		return cq_timestamp_parse(got, &a) == CQ_OK && cq_timestamp_parse(wanted, &b) == CQ_OK &&
			a.microseconds == b.microseconds;
	}
	if (type == CQ_TYPE_JSON || type == CQ_TYPE_LIST) {
		for (; *got != '\0' || *wanted != '\0'; got++, wanted++) {
			while (*got == ' ')
				got++;
			while (*wanted == ' ')
				wanted++;
			if (*got != *wanted)
				return false;
			if (*got == '\0')
				return true;
		}
		return true;
	}
	return strcmp(got, wanted) == 0;
}

static void ask(client_kind kind, const char *sql, cq_type type, const char *wanted, const char *file, int line)
{
	client_rows got;
	if (!client_query(databases[kind], sql, &got))
		fail_msg("%s:%d: %s: %s: %s", file, line, client_kind_name(kind), client_message(databases[kind]), sql);
	assert_int_equal(got.rows != 0, 1);
	const char *const cell = client_cell(&got, 0, 0);
	const bool exact = kind != CLIENT_SQLITE || type != CQ_TYPE_TIMESTAMP || wanted == NULL || strcmp(cell, wanted) == 0;
	if (!same(type, cell, wanted) || !exact)
		fail_msg("%s:%d: %s:\n    wanted %s\n    got    %s\n    from   %s", file, line, client_kind_name(kind),
			wanted != NULL ? wanted : "NULL", cell != NULL ? cell : "NULL", sql);
	client_rows_release(&got);
}

/* ---- through cquel -------------------------------------------------------------------------------------------------- */

/* A member that may be NULL, as text; what the text is of may stand in the buffer. */
static const char *member_text(cq_type type, const char *member, char *buffer, size_t size)
{
	const void *const held = member + cq__type_info(type)->value_offset;
	if (type == CQ_TYPE_TEXT || type == CQ_TYPE_VARCHAR || type == CQ_TYPE_CHAR || type == CQ_TYPE_JSON)
		return *(const char *const *)(const void *)member;
	const bool present = *(const bool *)member;
	if (!present)
		return NULL;
	switch (type) {
	case CQ_TYPE_BOOLEAN: return *(const bool *)held ? "1" : "0";
	case CQ_TYPE_SMALLINT: snprintf(buffer, size, "%d", *(const int16_t *)held); break;
	case CQ_TYPE_INTEGER: snprintf(buffer, size, "%d", *(const int32_t *)held); break;
	case CQ_TYPE_BIGINT: snprintf(buffer, size, "%lld", (long long)*(const int64_t *)held); break;
	case CQ_TYPE_REAL: snprintf(buffer, size, "%.9g", (double)*(const float *)held); break;
	case CQ_TYPE_DOUBLE: snprintf(buffer, size, "%.17g", *(const double *)held); break;
	case CQ_TYPE_DECIMAL: return cq_decimal_format(*(const cq_decimal *)held, buffer);
	case CQ_TYPE_DATE: return cq_date_format(*(const cq_date *)held, buffer);
	case CQ_TYPE_TIME: return cq_time_format(*(const cq_time *)held, buffer);
	case CQ_TYPE_TIMESTAMP: return cq_timestamp_format(*(const cq_timestamp *)held, buffer);
	case CQ_TYPE_INTERVAL: return cq_interval_format(*(const cq_interval *)held, buffer);
	case CQ_TYPE_ENUM: return cq_enum_Mood.labels[*(const int32_t *)held];
	default: fail_msg("no expression is a %s", cq_type_name(type));
	}
	return buffer;
}

/* Uses the statement up. */
static void ask_cquel(cq_statement *statement, cq__typed typed, const char *wanted, const char *file, int line)
{
	assert_true(row_count < MOST_ROWS);
	cq_row_field *const field = &fields[row_count];
	cq_row_type *const row = &row_types[row_count++];
	const cq_type type = (cq_type)typed.type;
	const cq_target target = { .kind = CQ_TARGET_ROW, .size = SLOT, .descriptor = row };
	char buffer[200];
	cq_any_rows got = { 0 };
	*field = (cq_row_field){ .name = "value", .type = typed.type, .nullable = 1, .scale = typed.scale,
		.detail = type == CQ_TYPE_ENUM ? &cq_enum_Mood : NULL };
	*row = (cq_row_type){ .name = "Value", .fields = field, .count = 1, .size = SLOT };
	if (cq_run_all(connection, statement, &target, &got) != CQ_OK)
		fail_msg("%s:%d: cquel on postgresql: %s: %s", file, line, cq_last_error(connection)->message, cq_last_error(connection)->sql);
	assert_true(got.count != 0);
	const char *const text = member_text(type, got.items, buffer, sizeof buffer);
	if (!same(type, text, wanted))
		fail_msg("%s:%d: cquel on postgresql: wanted %s, got %s", file, line, wanted != NULL ? wanted : "NULL", text != NULL ? text : "NULL");
	cq_free_memory(&got, sizeof got);
}

void values_check(cq_statement *statement, const char *wanted, unsigned kinds, const char *file, int line)
{
	cq__tree tree;
	cq__typing typing;
	const char *rule;
	char sentence[400];
	if (cq_statement_check(statement, &rule, sentence, sizeof sentence) != CQ_OK)
		fail_msg("%s:%d: %s: %s", file, line, rule, sentence);
	assert_int_equal(cq__tree_init(&tree, cq_statement_nodes(statement), statement->node_count), CQ_OK);
	assert_int_equal(cq__typing_init(&typing, &tree, statement->value_count), CQ_OK);
	const uint32_t items = cq__query_items(&tree, tree.root);
	const cq__typed typed = cq__query_column(&tree, &typing, tree.root, 0);
	const cq_type type = (cq_type)typing.node[cq__operand(&tree, items, 0)].type;
	for (client_kind kind = 0; kind < CLIENT_KINDS; kind++) {
		cq__rendered rendered;
		cq__error error = { 0 };
		const cq_status status = cq__render(dialects[kind], &tree, &typing, &rendered, &error);
		if (status != ((kinds >> kind & 1) != 0 ? CQ_OK : CQ_UNSUPPORTED))
			fail_msg("%s:%d: %s: %s", file, line, client_kind_name(kind), cq__error_get(&error)->message);
		if (status == CQ_OK && databases[kind] != NULL) {
			cq__buffer text = { 0 };
			put_literals(dialects[kind], &text, &rendered, &tree, &typing, cq_statement_values(statement));
			ask(kind, cq__buffer_text(&text), type, wanted, file, line);
			cq__buffer_release(&text);
		}
		cq__rendered_release(&rendered);
		cq__error_release(&error);
	}
	cq__typing_release(&typing);
	cq__tree_release(&tree);
	/* A list has a row of its own type: lists are read in other tests. */
	if (connection != NULL && (kinds >> CLIENT_POSTGRES & 1) != 0 && type != CQ_TYPE_LIST)
		ask_cquel(statement, typed, wanted, file, line);
	cq_statement_release(statement);
}
