/* random_expression/databases.c: see databases.h.
 *
 * It knows nothing of how expressions are made or computed.
 */
#include "databases.h"
#include "compare.h"
#include "servers.h"

#include "base/alloc.h"
#include "exec/compile.h"
#include "meta/type_registry.h"
#include "sql/ddl.h"
#include "support/client.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <cquel/define.h>
#include <cquel/execute.h>
#include <cquel/schema.h>

enum { MOST_TOLD = 25, SLOT = 32 };

static const cq__dialect *const dialects[DATABASES] = { &cq__dialect_sqlite, &cq__dialect_postgres, &cq__dialect_mariadb };
static const client_kind client_kinds[DATABASES] = { CLIENT_SQLITE, CLIENT_POSTGRES, CLIENT_MARIADB };

enum { DRIVERS = 2 }; /* SQLite and PostgreSQL are asked through cquel, MariaDB by its own client with literals for values */

static cq_engine *engines[DRIVERS];
static cq_connection *connections[DRIVERS];
static client *clients[DATABASES];
static cq__arena *row_types; /* the executor keeps plans for them */

/* ---- opening -------------------------------------------------------------------------------------------------------- */

static void create_tables(client *on, const cq__dialect *dialect)
{
	const cq_table *const table = CQ_TABLE(things);
	cq__ddl ddl;
	assert_int_equal(cq__ddl_create(dialect, &table, 1, &ddl, NULL), CQ_OK);
	for (uint32_t i = 0; i < ddl.count; i++) {
		if (!client_execute(on, ddl.statements[i]))
			fail_msg("%s: %s", client_message(on), ddl.statements[i]);
	}
	cq__ddl_release(&ddl);
}

static void must(cq_status status, cq_connection *db)
{
	if (status != CQ_OK)
		fail_msg("%s: %s", cq_status_name(status), cq_last_error(db)->message);
}

static void connect_driver(int database, const char *url)
{
	const cq_table *const table = CQ_TABLE(things);
	char message[CQ_ERROR_TEXT];
	if (cq_engine_open(&engines[database], url, NULL, message) != CQ_OK || cq_connect(engines[database], &connections[database]) != CQ_OK)
		fail_msg("%s: %s", dialects[database]->name, message);
	cq_connection *const db = connections[database];
	must(cq_create_all(db, &table, 1), db);
	must(cq_insert_many(db, Thing, thing_rows, THING_COUNT), db);
}

void databases_open(tally *counts)
{
	char url[200];
	connect_driver(0, "sqlite://");
	row_types = cq__arena_create(4096);
	assert_non_null(row_types);
	counts->asked[0] = true;
	for (int i = 1; i < DATABASES; i++) {
		counts->asked[i] = client_available(client_kinds[i]);
		if (!counts->asked[i])
			continue;
		clients[i] = client_open(client_kinds[i]);
		if (i < DRIVERS) {
			client_url(clients[i], url, sizeof url);
			connect_driver(i, url);
		} else {
			create_tables(clients[i], dialects[i]);
			servers_insert(clients[i], row_types);
		}
	}
}

void databases_close(void)
{
	for (int i = 0; i < DRIVERS; i++) {
		cq_disconnect(&connections[i]);
		cq_engine_close(&engines[i]);
	}
	for (int i = 1; i < DATABASES; i++) {
		if (clients[i] != NULL)
			client_close(clients[i]);
	}
	cq__arena_destroy(row_types);
}

/* ---- telling -------------------------------------------------------------------------------------------------------- */

static void append_expression(cq__buffer *out, const term *expression)
{
	if (expression->op == CQ_OP_COLUMN) {
		cq__buffer_append_format(out, "%s.%s", expression->table == 0 ? "things" : "others", ((const cq_column *)expression->ref)->name);
		return;
	}
	if (expression->op == CQ_OP_VALUE) {
		const value *const held = &expression->value;
		if (held->null || (expression->flags & CQ_VALUE_ARRAY) != 0)
			cq__buffer_append_text(out, held->null ? "NULL" : "array");
		else if (held->text != NULL)
			cq__buffer_append_format(out, "\"%s\"", held->text);
		else if (expression->kind == KIND_REAL || expression->kind == KIND_DECIMAL)
			cq__buffer_append_format(out, "%g", held->real);
		else
			cq__buffer_append_int64(out, held->integer);
		cq__buffer_append_format(out, ":%s", cq_type_name((cq_type)expression->type));
		return;
	}
	cq__buffer_append_text(out, cq__operator_text(expression->op));
	if (expression->op == CQ_OP_CAST || expression->op == CQ_OP_NULL)
		cq__buffer_append_format(out, "<%s>", cq_type_name((cq_type)expression->type));
	else if (expression->flags != 0)
		cq__buffer_append_format(out, "<%u>", (unsigned)expression->flags);
	cq__buffer_append_char(out, '(');
	for (uint32_t i = 0; i < expression->count; i++) {
		cq__buffer_append_text(out, i == 0 ? "" : ", ");
		append_expression(out, expression->operands[i]);
	}
	cq__buffer_append_char(out, ')');
}

__attribute__((format(printf, 4, 5))) static void tell(tally *counts, const term *item, const char *sql, const char *format, ...)
{
	char message[1000];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(message, sizeof message, format, arguments);
	va_end(arguments);
	if (counts->failures++ >= MOST_TOLD)
		return;
	cq__buffer text = { 0 };
	if (item != NULL)
		append_expression(&text, item);
	print_error("%s\n    %s\n    %s\n", message, cq__buffer_text(&text), sql != NULL ? sql : "");
	cq__buffer_release(&text);
}

/* ---- statements ----------------------------------------------------------------------------------------------------- */

static uint32_t write_clauses(cq_statement *statement, const query *asked)
{
	uint32_t count = 1;
	cq_push_ref(statement, CQ_OP_FROM, 0, CQ_TABLE(things));
	if (asked->where != NULL) {
		write_expression(statement, asked->where);
		cq_push(statement, CQ_OP_WHERE, 1);
		count++;
	}
	if (asked->group_count != 0) {
		for (uint32_t i = 0; i < asked->group_count; i++)
			write_expression(statement, asked->groups[i]);
		cq_push(statement, CQ_OP_GROUP_BY, asked->group_count);
		count++;
	}
	if (asked->having != NULL) {
		write_expression(statement, asked->having);
		cq_push(statement, CQ_OP_HAVING, 1);
		count++;
	}
	for (uint32_t i = 0; i < asked->group_count && !asked->by_id; i++)
		write_expression(statement, asked->groups[i]);
	if (asked->by_id)
		cq_push_column(statement, CQ_COLUMN(things.id));
	if (asked->by_id || asked->group_count != 0) {
		cq_push(statement, CQ_OP_ORDER_BY, asked->by_id ? 1 : asked->group_count);
		count++;
	}
	return count;
}

static void write_query(cq_statement *statement, const query *asked, term *const *items, uint32_t item_count)
{
	cq_statement_init(statement, NULL);
	for (uint32_t i = 0; i < item_count; i++)
		write_expression(statement, items[i]);
	cq_push(statement, CQ_OP_SELECT, item_count);
	const uint32_t clauses = write_clauses(statement, asked);
	cq_push(statement, CQ_OP_STATEMENT, 1 + clauses);
}

/* ---- what is known to be lacking ------------------------------------------------------------------------------------ */

static bool lacks_itself(int database, const term *expression)
{
	const bool sqlite = database == 0, postgres = database == 1, mariadb = database == 2;
	switch ((cq_operator)expression->op) {
	case CQ_OP_MOD: return sqlite && expression->kind == KIND_DECIMAL;
	case CQ_OP_INTERVAL_ADD: return !postgres;
	case CQ_OP_MIN: case CQ_OP_MAX: return postgres && expression->kind == KIND_UUID;
	case CQ_OP_STRING_AGG: case CQ_OP_JSON_AGG: return sqlite && expression->operands[expression->count - 1]->op == CQ_OP_ORDER_BY;
	case CQ_OP_FILTER: return mariadb && (expression->operands[0]->op == CQ_OP_JSON_AGG || expression->operands[0]->op == CQ_OP_STRING_AGG);
	/* Neither groups nor a number of rows that is a parameter. */
	case CQ_OP_FRAME: return mariadb && ((expression->flags & CQ_FRAME_KIND) == CQ_FRAME_GROUPS || expression->count != 0);
	case CQ_OP_LAG: case CQ_OP_LEAD: return mariadb && expression->count == 3;
	default: return false;
	}
}

/* Under OVER there is less. */
static bool lacks_over(int database, const term *over)
{
	const term *const function = over->operands[0]->op == CQ_OP_FILTER ? over->operands[0]->operands[0] : over->operands[0];
	switch ((cq_operator)function->op) {
	case CQ_OP_STRING_AGG: case CQ_OP_JSON_AGG: return database == 2;
	default: return false;
	}
}

static bool may_lack(int database, const term *expression)
{
	if (lacks_itself(database, expression) || (expression->op == CQ_OP_OVER && lacks_over(database, expression)))
		return true;
	for (uint32_t i = 0; i < expression->count; i++) {
		if (may_lack(database, expression->operands[i]))
			return true;
	}
	return false;
}

uint32_t databases_for(const term *item, const query *around, tally *counts)
{
	uint32_t able = 0;
	cq_statement statement;
	cq__checked checked;
	cq__error error = { 0 };
	term *only = (term *)(uintptr_t)item;
	write_query(&statement, around, &only, 1);
	const cq_status status = statement.failure != CQ_OK ? (cq_status)statement.failure : cq__checked_init(&checked, &statement, &error);
	if (status != CQ_OK) {
		tell(counts, item, NULL, "the checker: %s: %s", cq_status_name(status), cq__error_get(&error)->message);
		cq__error_release(&error);
		cq_statement_release(&statement);
		return 0;
	}
	for (int i = 0; i < DATABASES; i++) {
		cq__rendered rendered;
		cq__error refused = { 0 };
		const cq_status written = cq__render(dialects[i], &checked.tree, &checked.typing, &rendered, &refused);
		if (written == CQ_OK)
			able |= UINT32_C(1) << i;
		else if (written == CQ_UNSUPPORTED && may_lack(i, item))
			counts->lacking[i]++;
		else
			tell(counts, item, NULL, "%s: %s: %s", dialects[i]->name, cq_status_name(written), cq__error_get(&refused)->message);
		cq__rendered_release(&rendered);
		cq__error_release(&refused);
	}
	cq__checked_release(&checked);
	cq__error_release(&error);
	cq_statement_release(&statement);
	return able;
}

/* ---- asking a server ------------------------------------------------------------------------------------------------ */

/* NULL when it accepts the items, else what it says. The text goes to *sql. */
static const char *refusal(int database, const query *asked, term *const *items, uint32_t count, char **sql)
{
	cq_statement statement;
	cq__checked checked;
	cq__rendered rendered;
	write_query(&statement, asked, items, count);
	assert_int_equal(cq__checked_init(&checked, &statement, NULL), CQ_OK);
	assert_int_equal(cq__render(dialects[database], &checked.tree, &checked.typing, &rendered, NULL), CQ_OK);
	client_statement *const prepared = client_prepare(clients[database], rendered.sql);
	const bool planned = prepared != NULL && client_plan(prepared);
	const char *const message = planned ? NULL : client_message(clients[database]);
	if (!planned && sql != NULL)
		*sql = strdup(rendered.sql);
	if (prepared != NULL)
		client_finish(prepared);
	cq__rendered_release(&rendered);
	cq__checked_release(&checked);
	cq_statement_release(&statement);
	return message;
}

/* Whether the server computes the same. */
static void compare_cells(int database, const query *asked, term *const *items, const uint32_t *places, uint32_t count, tally *counts)
{
	cq_statement statement;
	cq__checked checked;
	cq__rendered rendered;
	client_rows rows;
	char *sql = NULL;
	write_query(&statement, asked, items, count);
	assert_int_equal(cq__checked_init(&checked, &statement, NULL), CQ_OK);
	assert_int_equal(cq__render(dialects[database], &checked.tree, &checked.typing, &rendered, NULL), CQ_OK);
	const bool done = servers_query(clients[database], &checked, &statement, &rendered, &rows, &sql);
	if (!done && count == 1)
		tell(counts, items[0], sql, "%s: %s", dialects[database]->name, client_message(clients[database]));
	for (uint32_t i = 0; !done && count > 1 && i < count; i++)
		compare_cells(database, asked, &items[i], &places[i], 1, counts);
	if (done && rows.rows != asked->row_count)
		tell(counts, asked->where, sql, "%s: %zu rows, and the model has %u", dialects[database]->name, rows.rows, asked->row_count);
	for (uint32_t i = 0; done && rows.rows == asked->row_count && i < count; i++) {
		const cq__typed typed = cq__query_column(&checked.tree, &checked.typing, checked.tree.root, i);
		for (uint32_t r = 0; r < asked->row_count; r++) {
			char wanted[400];
			const value expected = asked->expected[r][places[i]];
			const char *const cell = client_cell(&rows, r, i);
			counts->compared[database]++;
			if (same_cell((kind)items[i]->kind, cell, expected, typed))
				continue;
			describe(expected, wanted, sizeof wanted);
			if (count > 1)
				compare_cells(database, asked, &items[i], &places[i], 1, counts);
			else
				tell(counts, items[i], sql, "%s: row %u: %s, and the model says %s", dialects[database]->name, r, cell != NULL ? cell : "NULL", wanted);
			break;
		}
	}
	if (done)
		client_rows_release(&rows);
	free(sql);
	cq__rendered_release(&rendered);
	cq__checked_release(&checked);
	cq_statement_release(&statement);
}

/* ---- running through cquel ------------------------------------------------------------------------------------------ */

/* The row list of a statement's items, as its typing says: any may be NULL as far as the row is concerned. */
static cq_row_type *row_of(const cq__checked *checked, uint32_t count)
{
	cq_row_type *const row = cq__arena_zalloc(row_types, sizeof *row);
	cq_row_field *const fields = cq__arena_alloc_array(row_types, count, sizeof *fields);
	assert_true(row != NULL && fields != NULL);
	for (uint32_t i = 0; i < count; i++) {
		const cq__typed typed = cq__query_column(&checked->tree, &checked->typing, checked->tree.root, i);
		fields[i] = (cq_row_field){ .name = "item", .offset = i * SLOT, .type = typed.type, .nullable = 1, .scale = typed.scale,
			.detail = typed.type == CQ_TYPE_ENUM ? &cq_enum_Mood : NULL };
	}
	*row = (cq_row_type){ .name = "Items", .fields = fields, .count = count, .size = count * SLOT };
	return row;
}

/* Says what the database gave for an item, and by which text. */
static void tell_difference(int database, tally *counts, const query *asked, term *item, uint32_t row, const char *given, const char *wanted)
{
	char *sql = NULL;
	cq_statement statement;
	write_query(&statement, asked, &item, 1);
	(void)!cq_run_sql_text(client_kind_name(client_kinds[database]), &statement, &sql, NULL);
	tell(counts, item, sql, "cquel on %s: row %u: %s, and the model says %s", dialects[database]->name, row, given, wanted);
	cq_text_free(sql);
}

/* One item in all rows, to the first that differs. */
static void compare_item(int database, const query *asked, term *item, uint32_t place, const cq_row_type *row, const cq_row_field *field, uint8_t nullable,
	const cq_any_rows *rows, tally *counts)
{
	char given[400], wanted[400];
	for (uint32_t r = 0; r < asked->row_count; r++) {
		const value expected = asked->expected[r][place];
		counts->compared[database]++;
		if (!same_value(item, field, (const char *)rows->items + r * row->size + field->offset, expected, given, sizeof given)) {
			describe(expected, wanted, sizeof wanted);
			tell_difference(database, counts, asked, item, r, given, wanted);
			return;
		}
		if (expected.null && nullable == 0 && !divides(item)) {
			tell(counts, item, NULL, "%s: row %u: NULL, where its type says never", dialects[database]->name, r);
			return;
		}
	}
}

/* Runs a statement of these items and compares; false when it cannot be run. */
static bool run(int database, const query *asked, term *const *items, const uint32_t *places, uint32_t count, tally *counts, bool alone)
{
	cq_connection *const db = connections[database];
	cq_statement statement;
	cq__checked checked;
	cq_any_rows rows = { 0 };
	write_query(&statement, asked, items, count);
	assert_int_equal(cq__checked_init(&checked, &statement, NULL), CQ_OK);
	const cq_row_type *const row = row_of(&checked, count);
	uint8_t nullable[MOST_ITEMS];
	for (uint32_t i = 0; i < count; i++)
		nullable[i] = cq__query_column(&checked.tree, &checked.typing, checked.tree.root, i).nullable;
	/* Running it uses the statement up, and what was read from it reads its nodes. */
	cq__checked_release(&checked);
	const cq_target target = { .kind = CQ_TARGET_ROW, .size = row->size, .descriptor = row };
	const cq_status status = cq_run_all(db, &statement, &target, &rows);
	if (status != CQ_OK && alone)
		tell(counts, items[0], cq_last_error(db)->sql, "cquel on %s: %s: %s", dialects[database]->name, cq_status_name(status), cq_last_error(db)->message);
	else if (status == CQ_OK && rows.count != asked->row_count)
		tell(counts, asked->where, NULL, "cquel on %s: %zu rows, and the model has %u", dialects[database]->name, rows.count, asked->row_count);
	else if (status == CQ_OK)
		for (uint32_t i = 0; i < count; i++)
			compare_item(database, asked, items[i], places[i], row, &row->fields[i], nullable[i], &rows, counts);
	cq_free_memory(&rows, sizeof rows);
	cq_statement_release(&statement);
	return status == CQ_OK;
}

static void run_each(int database, const query *asked, term *const *items, const uint32_t *places, uint32_t count, tally *counts)
{
	if (run(database, asked, items, places, count, counts, count == 1)) {
		counts->accepted[database] += count;
		return;
	}
	for (uint32_t i = 0; i < count && count > 1; i++)
		counts->accepted[database] += run(database, asked, &items[i], &places[i], 1, counts, true);
}

/* ---- asking a server for what it accepts, and comparing what means the same everywhere -------------------------------- */

static void accept(int database, const query *asked, term *const *items, uint32_t count, tally *counts)
{
	if (count == 0)
		return;
	if (refusal(database, asked, items, count, NULL) == NULL) {
		counts->accepted[database] += count;
		return;
	}
	/* Which of them it is. */
	for (uint32_t i = 0; i < count; i++) {
		char *sql = NULL;
		const char *const message = refusal(database, asked, &items[i], 1, &sql);
		if (message != NULL)
			tell(counts, items[i], sql, "%s: %s", dialects[database]->name, message);
		else
			counts->accepted[database]++;
		free(sql);
	}
}

static void ask(int database, const query *asked, term *const *items, const uint32_t *places, uint32_t count, tally *counts)
{
	term *alike[MOST_ITEMS], *rest[MOST_ITEMS];
	uint32_t alike_places[MOST_ITEMS], alike_count = 0, rest_count = 0;
	const bool none = asked->where != NULL && !is_alike(database, asked->where);
	for (uint32_t i = 0; i < count; i++) {
		if (none || !is_alike(database, items[i])) {
			rest[rest_count++] = items[i];
			continue;
		}
		alike_places[alike_count] = places[i];
		alike[alike_count++] = items[i];
	}
	accept(database, asked, rest, rest_count, counts);
	if (alike_count == 0)
		return;
	if (database < DRIVERS) {
		run_each(database, asked, alike, alike_places, alike_count, counts);
		return;
	}
	accept(database, asked, alike, alike_count, counts);
	compare_cells(database, asked, alike, alike_places, alike_count, counts);
}

void databases_try(const query *asked, int database, tally *counts)
{
	term *items[MOST_ITEMS];
	uint32_t places[MOST_ITEMS], count = 0;
	for (uint32_t i = 0; i < asked->item_count; i++) {
		if ((asked->able[i] >> database & 1) != 0) {
			places[count] = i;
			items[count++] = asked->items[i];
		}
	}
	if (count == 0 || !counts->asked[database])
		return;
	if (database == 0)
		run_each(database, asked, items, places, count, counts);
	else
		ask(database, asked, items, places, count, counts);
}
