/* random_expression/servers.c: what MariaDB computes, which cquel has no driver for, compared with what the model says.
 *
 * It knows nothing of how expressions are made. Values stand in the text as literals: the plain client binds texts only, and a
 * text beside a number is another thing than a number. databases.c calls it.
 */
#include "servers.h"

#include "query/typing.h"
#include "sql/scan.h"

#include <inttypes.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* ---- literals ------------------------------------------------------------------------------------------------------- */

static void put_hexadecimal(cq__buffer *out, const char *bytes, size_t size)
{
	for (size_t i = 0; i < size; i++)
		cq__buffer_append_format(out, "%02x", (unsigned)(unsigned char)bytes[i]);
}

static const cq__dialect *const dialect = &cq__dialect_mariadb;
static const char *const moods[] = { "calm", "merry", "it's odd" };

static void put_quoted(cq__buffer *out, const char *before, const char *text)
{
	cq__buffer_append_text(out, before);
	cq__sql_text_literal(dialect, out, text);
}

static void put_literal(cq__buffer *out, kind of, value held)
{
	char text[CQ_INTERVAL_TEXT];
	if (held.null) {
		cq__buffer_append_text(out, of == KIND_DECIMAL ? "CAST(NULL AS DECIMAL(10, 3))" : "NULL");
		return;
	}
	switch (of) {
	case KIND_BOOLEAN: put_quoted(out, "", held.integer != 0 ? "1" : "0"); break;
	case KIND_INTEGER: snprintf(text, sizeof text, "%" PRId64, held.integer); break;
	case KIND_REAL: snprintf(text, sizeof text, "%.17e", held.real); break;
	case KIND_DECIMAL: snprintf(text, sizeof text, "%.3f", held.real); break;
	case KIND_DATE: put_quoted(out, "DATE", cq_date_format((cq_date){ (int32_t)held.integer }, text)); break;
	case KIND_TIME: put_quoted(out, "TIME", cq_time_format((cq_time){ held.integer }, text)); break;
	case KIND_TIMESTAMP:
		put_quoted(out, "TIMESTAMP", cq_timestamp_format((cq_timestamp){ held.integer }, text));
		break;
	case KIND_ENUM: put_quoted(out, "", moods[held.integer]); break;
	case KIND_BYTES:
		cq__buffer_append_text(out, dialect->bytes_literal[0]);
		put_hexadecimal(out, held.text, held.size);
		cq__buffer_append_text(out, dialect->bytes_literal[1]);
		break;
	default: put_quoted(out, "", held.text); break;
	}
	if (of != KIND_INTEGER && of != KIND_REAL && of != KIND_DECIMAL)
		return;
	cq__buffer_append_format(out, strchr(text, '-') == text ? "(%s)" : "%s", text);
}

/* The value of a program's node as the model keeps it. */
static value value_of(const cq_node *from, const cq_value *given, char *text)
{
	if (given->is_null != 0)
		return null_value();
	switch ((cq_type)from->type) {
	case CQ_TYPE_DOUBLE: return real_value(given->real);
	case CQ_TYPE_DECIMAL: return real_value(cq_decimal_to_double(given->decimal));
	case CQ_TYPE_TEXT:
	case CQ_TYPE_JSON: return text_value(given->text);
	case CQ_TYPE_BYTES: return (value){ .text = given->bytes.data, .size = given->bytes.size };
	case CQ_TYPE_INTERVAL: return text_value(cq_interval_format(given->interval, text));
	case CQ_TYPE_UUID: return text_value(cq_uuid_format(given->uuid, text));
	default: return integer_value(given->integer);
	}
}

static kind kind_of_value(const cq_node *from, const cq__meant *meant)
{
	if ((from->flags & CQ_VALUE_LITERAL_INT) != 0 && meant->type == CQ_TYPE_BOOLEAN)
		return KIND_BOOLEAN;
	if ((from->flags & CQ_VALUE_LITERAL_INT) != 0 && meant->type == CQ_TYPE_ENUM)
		return KIND_ENUM;
	switch ((cq_type)from->type) {
	case CQ_TYPE_BOOLEAN: return KIND_BOOLEAN;
	case CQ_TYPE_DOUBLE: return KIND_REAL;
	case CQ_TYPE_DECIMAL: return KIND_DECIMAL;
	case CQ_TYPE_TEXT: return KIND_TEXT;
	case CQ_TYPE_JSON: return KIND_JSON;
	case CQ_TYPE_BYTES: return KIND_BYTES;
	case CQ_TYPE_DATE: return KIND_DATE;
	case CQ_TYPE_TIME: return KIND_TIME;
	case CQ_TYPE_TIMESTAMP: return KIND_TIMESTAMP;
	case CQ_TYPE_INTERVAL: return KIND_INTERVAL;
	case CQ_TYPE_UUID: return KIND_UUID;
	default: return KIND_INTEGER;
	}
}

/* What STARTS_WITH and its like bind: the text taken literally, open where it may go on. */
static void put_pattern(cq__buffer *out, cq__use use, const char *text)
{
	cq__buffer pattern = { 0 };
	if (use != CQ__USE_PREFIX)
		cq__buffer_append_char(&pattern, '%');
	for (; *text != '\0'; text++) {
		if (strchr("!%_", *text) != NULL)
			cq__buffer_append_char(&pattern, '!');
		cq__buffer_append_char(&pattern, *text);
	}
	if (use != CQ__USE_SUFFIX)
		cq__buffer_append_char(&pattern, '%');
	cq__sql_text_literal(dialect, out, cq__buffer_text(&pattern));
	cq__buffer_release(&pattern);
}

/* '["a", "b"]' */
static void put_array(cq__buffer *out, const cq_node *from, const cq_value *given)
{
	cq__buffer array = { 0 };
	cq__buffer_append_char(&array, '[');
	for (size_t i = 0; i < given->bytes.size; i++) {
		char text[CQ_DATE_TEXT];
		const char *quoted = NULL;
		cq__buffer_append_text(&array, i == 0 ? "" : ", ");
		if (from->type == CQ_TYPE_BIGINT)
			cq__buffer_append_int64(&array, ((const int64_t *)given->bytes.data)[i]);
		else if (from->type == CQ_TYPE_DOUBLE)
			cq__buffer_append_format(&array, "%.17e", ((const double *)given->bytes.data)[i]);
		else if (from->type == CQ_TYPE_DATE)
			quoted = cq_date_format(((const cq_date *)given->bytes.data)[i], text);
		else
			quoted = ((const char *const *)given->bytes.data)[i];
		if (quoted == NULL)
			continue;
		cq__buffer_append_char(&array, '"');
		for (; *quoted != '\0'; quoted++) {
			if (*quoted == '"' || *quoted == '\\')
				cq__buffer_append_char(&array, '\\');
			cq__buffer_append_char(&array, *quoted);
		}
		cq__buffer_append_char(&array, '"');
	}
	cq__buffer_append_char(&array, ']');
	cq__sql_text_literal(dialect, out, cq__buffer_text(&array));
	cq__buffer_release(&array);
}

static void put_parameter(cq__buffer *out, const cq__checked *checked, const cq_statement *statement, uint32_t index)
{
	char text[CQ_INTERVAL_TEXT];
	uint32_t at = 0;
	while (checked->tree.nodes[at].op != CQ_OP_VALUE || checked->tree.value[at] != index)
		at++;
	const cq_node *const from = &checked->tree.nodes[at];
	const cq_value *const given = &cq_statement_values(statement)[index];
	const cq__meant *const meant = &checked->typing.value[index];
	if ((from->flags & CQ_VALUE_ARRAY) != 0)
		put_array(out, from, given);
	else if (meant->use == CQ__USE_PREFIX || meant->use == CQ__USE_SUFFIX || meant->use == CQ__USE_INFIX)
		put_pattern(out, (cq__use)meant->use, given->text);
	else
		put_literal(out, kind_of_value(from, meant), value_of(from, given, text));
}

/* The text with literals for its placeholders. */
static void fill(cq__buffer *out, const cq__checked *checked, const cq_statement *statement, const cq__rendered *rendered)
{
	cq__scanner scanner;
	uint32_t next = 0;
	cq__scan_init(&scanner, rendered->sql, dialect->lexical);
	for (cq__token token; (token = cq__scan_next(&scanner)) != CQ__TOKEN_END;) {
		if (token == CQ__TOKEN_QUESTION)
			put_parameter(out, checked, statement, rendered->parameters[next++]);
		else
			cq__buffer_append(out, scanner.start, cq__scan_length(&scanner));
	}
}

/* ---- what comes back ------------------------------------------------------------------------------------------------ */

static bool same_number(const char *cell, value expected, cq__typed typed)
{
	const double number = strtod(cell, NULL);
	double step = 1e-9 * (1 + fabs(number));
	if (typed.type == CQ_TYPE_DECIMAL)
		step += 0.5000001 * pow(10, -(double)typed.scale);
	else if (typed.type == CQ_TYPE_REAL)
		step = 1e-5 * (1 + fabs(number));
	return fabs(number - expected.real) <= step;
}

static bool same_bytes(const char *cell, value expected)
{
	cq__buffer wanted = { 0 };
	cq__buffer_append(&wanted, expected.text, expected.size);
	const bool same = strcmp(cell, cq__buffer_text(&wanted)) == 0;
	cq__buffer_release(&wanted);
	return same;
}

bool same_cell(kind of, const char *cell, value expected, cq__typed typed)
{
	cq_date date;
	cq_time time;
	cq_timestamp timestamp;
	cq_interval interval;
	char text[CQ_INTERVAL_TEXT];
	if (cell == NULL || expected.null)
		return cell == NULL && expected.null;
	switch (of) {
	case KIND_BOOLEAN: return (strcmp(cell, "1") == 0) == (expected.integer != 0);
	case KIND_INTEGER: return strtoll(cell, NULL, 10) == expected.integer;
	case KIND_REAL:
	case KIND_DECIMAL: return same_number(cell, expected, typed);
	case KIND_BYTES: return same_bytes(cell, expected);
	case KIND_DATE: return cq_date_parse(cell, &date) == CQ_OK && date.days == expected.integer;
	case KIND_TIME: return cq_time_parse(cell, &time) == CQ_OK && time.microseconds == expected.integer;
	case KIND_TIMESTAMP: return cq_timestamp_parse(cell, &timestamp) == CQ_OK && timestamp.microseconds == expected.integer;
	case KIND_INTERVAL:
		return cq_interval_parse(cell, &interval) == CQ_OK && strcmp(cq_interval_format(interval, text), expected.text) == 0;
	case KIND_ENUM: return strcmp(cell, moods[expected.integer]) == 0;
	case KIND_JSON: return same_json(cell, expected.text);
	default: return strcmp(cell, expected.text) == 0;
	}
}

bool servers_query(client *on, const cq__checked *checked, const cq_statement *statement, const cq__rendered *rendered,
	client_rows *rows, char **sql)
{
	cq__buffer text = { 0 };
	fill(&text, checked, statement, rendered);
	const bool done = client_query(on, cq__buffer_text(&text), rows);
	*sql = strdup(cq__buffer_text(&text));
	assert_non_null(*sql);
	cq__buffer_release(&text);
	return done;
}

void servers_insert(client *on, cq__arena *arena)
{
	generator g = { .arena = arena };
	assert_true(client_execute(on, "SET NAMES utf8mb4 COLLATE utf8mb4_nopad_bin, time_zone = '+00:00'"));
	for (int i = 0; i < THING_COUNT; i++) {
		const scope at = { .rows = { &thing_rows[i] }, .arena = arena };
		cq__buffer text = { 0 };
		cq__buffer_append_text(&text, "INSERT INTO things VALUES (");
		for (uint32_t k = 0; k < CQ_TABLE(things)->column_count; k++) {
			const term *const column = thing_column(&g, &cq_table_columns(CQ_TABLE(things))[k], 0);
			cq__buffer_append_text(&text, k == 0 ? "" : ", ");
			put_literal(&text, (kind)column->kind, evaluate(&at, column));
		}
		cq__buffer_append_char(&text, ')');
		if (!client_execute(on, cq__buffer_text(&text)))
			fail_msg("%s: %s", client_message(on), cq__buffer_text(&text));
		cq__buffer_release(&text);
	}
}
