/* cookbook/kitchen.c: the databases, and the comparing. See cookbook.h.
 *
 * It knows nothing of recipes.
 */
#include "kitchen.h"

#include "sql/ddl.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sqlite3.h>

enum { MOST_COLUMNS = 40 };

static const cq__dialect *const dialects[CLIENT_KINDS] = {&cq__dialect_sqlite, &cq__dialect_postgres, &cq__dialect_mariadb};

cq_connection *kitchen_db;

static struct kitchen {
	char folder[64], path[96];
	cq_engine *engine;
	sqlite3 *direct; /* on the same file */
	client *servers[CLIENT_KINDS];
	int mistakes;
} kitchen;

/* ---- opening ---------------------------------------------------------------------------------------------------------- */

static size_t table_count(void)
{
	size_t count = 0;
	while (kitchen_tables[count] != NULL)
		count++;
	return count;
}

static void server_execute(client_kind kind, const char *sql)
{
	if (!client_execute(kitchen.servers[kind], sql))
		fail_msg("%s: %s: %s", client_kind_name(kind), client_message(kitchen.servers[kind]), sql);
}

/* MariaDB reads backslashes in texts; the data has none. */
static void open_server(client_kind kind)
{
	cq__ddl ddl;
	kitchen.servers[kind] = client_open(kind);
	assert_int_equal(cq__ddl_create(dialects[kind], kitchen_tables, table_count(), &ddl, NULL), CQ_OK);
	for (uint32_t i = 0; i < ddl.count; i++)
		server_execute(kind, ddl.statements[i]);
	cq__ddl_release(&ddl);
	for (size_t i = 0; kitchen_data[i] != NULL; i++)
		server_execute(kind, kitchen_data[i]);
	if (kind == CLIENT_POSTGRES)
		server_execute(kind, kitchen_counters);
}

static void direct_execute(const char *sql)
{
	char *message = NULL;
	if (sqlite3_exec(kitchen.direct, sql, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("sqlite: %s: %s", message, sql);
}

static void fill_file(void)
{
	direct_execute("BEGIN IMMEDIATE");
	for (size_t i = 0; kitchen_tables[i] != NULL; i++) {
		char sql[80];
		snprintf(sql, sizeof sql, "DELETE FROM %s", kitchen_tables[i]->name);
		direct_execute(sql);
	}
	for (size_t i = 0; kitchen_data[i] != NULL; i++)
		direct_execute(kitchen_data[i]);
	direct_execute("COMMIT");
}

int kitchen_open(void **state)
{
	(void)state;
	char url[128], message[CQ_ERROR_TEXT];
	kitchen = (struct kitchen){.folder = "/tmp/cquel-cookbook-XXXXXX"};
	assert_non_null(mkdtemp(kitchen.folder));
	snprintf(kitchen.path, sizeof kitchen.path, "%s/cookbook.db", kitchen.folder);
	snprintf(url, sizeof url, "sqlite:///%s", kitchen.path);
	if (cq_engine_open(&kitchen.engine, url, NULL, message) != CQ_OK)
		fail_msg("%s", message);
	assert_int_equal(cq_connect(kitchen.engine, &kitchen_db), CQ_OK);
	MUST(cq_create_all(kitchen_db, kitchen_tables, table_count()));
	assert_int_equal(sqlite3_open(kitchen.path, &kitchen.direct), SQLITE_OK);
	sqlite3_busy_timeout(kitchen.direct, 2000);
	direct_execute("PRAGMA case_sensitive_like = ON");
	fill_file();
	for (client_kind kind = CLIENT_POSTGRES; kind < CLIENT_KINDS; kind++) {
		if (client_available(kind))
			open_server(kind);
		else
			print_message("skipped: there is no %s to ask\n", client_kind_name(kind));
	}
	served_open();
	return 0;
}

int kitchen_clean(void **state)
{
	(void)state;
	kitchen.mistakes = 0;
	return 0;
}

int kitchen_taste(void **state)
{
	(void)state;
	return kitchen.mistakes;
}

int kitchen_close(void **state)
{
	(void)state;
	served_close();
	for (client_kind kind = CLIENT_POSTGRES; kind < CLIENT_KINDS; kind++)
		client_close(kitchen.servers[kind]);
	cq_disconnect(&kitchen_db);
	cq_engine_close(&kitchen.engine);
	sqlite3_close(kitchen.direct);
	static const char *const endings[] = {"", "-wal", "-shm"};
	for (size_t i = 0; i < 3; i++) {
		char path[112];
		snprintf(path, sizeof path, "%s%s", kitchen.path, endings[i]);
		unlink(path);
	}
	rmdir(kitchen.folder);
	return 0;
}

/* ---- comparing -------------------------------------------------------------------------------------------------------- */

/* The rows of a text that sqlite3 runs on the file. */
static void direct_rows(recipe at, const char *sql, client_rows *rows)
{
	sqlite3_stmt *prepared = NULL;
	*rows = (client_rows){0};
	if (sqlite3_prepare_v2(kitchen.direct, sql, -1, &prepared, NULL) != SQLITE_OK)
		fail_msg("%s:%d: sqlite: %s: %s", at.file, at.line, sqlite3_errmsg(kitchen.direct), sql);
	const size_t columns = (size_t)sqlite3_column_count(prepared);
	rows->columns = columns;
	int step;
	while ((step = sqlite3_step(prepared)) == SQLITE_ROW) {
		rows->cells = realloc(rows->cells, (rows->rows + 1) * columns * sizeof *rows->cells);
		assert_non_null(rows->cells);
		for (size_t i = 0; i < columns; i++) {
			const char *const text = (const char *)sqlite3_column_text(prepared, (int)i);
			rows->cells[rows->rows * columns + i] = text != NULL ? strdup(text) : NULL;
		}
		rows->rows++;
	}
	if (step != SQLITE_DONE)
		fail_msg("%s:%d: sqlite: %s: %s", at.file, at.line, sqlite3_errmsg(kitchen.direct), sql);
	sqlite3_finalize(prepared);
}

static void direct_cells(recipe at, const char *sql, const column_kind *columns, uint32_t count, cq__buffer *out)
{
	client_rows rows;
	direct_rows(at, sql, &rows);
	cells_of_client(out, &rows, columns, count);
	client_rows_release(&rows);
}

void kitchen_mistake(recipe at, const char *format, ...)
{
	char message[16000];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(message, sizeof message, format, arguments);
	va_end(arguments);
	fprintf(stderr, "%s:%d: %s\n", at.file, at.line, message); /* print_error cuts long messages off */
	kitchen.mistakes++;
}

void kitchen_compare(recipe at, const char *who, cq__buffer *got, cq__buffer *wanted, const char *sql)
{
	if (strcmp(cq__buffer_text(got), cq__buffer_text(wanted)) != 0)
		kitchen_mistake(at, "%s:\n---- plain SQL gives\n%s---- got\n%s---- from\n%s", who, cq__buffer_text(wanted), cq__buffer_text(got), sql);
	cq__buffer_release(got);
}

static bool refuses(recipe at, client_kind kind)
{
	return (at.refused >> kind & 1) != 0;
}

/* What the executors say on SQLite: done, or that it cannot be done. */
static bool expect_status(recipe at, cq_status status)
{
	if (status != (refuses(at, CLIENT_SQLITE) ? CQ_UNSUPPORTED : CQ_OK))
		kitchen_mistake(at, "cquel on sqlite: %s: %s [%s]", cq_status_name(status), cq_last_error(kitchen_db)->message, cq_last_error(kitchen_db)->sql);
	return status == CQ_OK;
}

static void check(recipe at, const cq_statement *statement, cq__checked *checked)
{
	cq__error error = {0};
	if (statement->failure != CQ_OK || cq__checked_init(checked, statement, &error) != CQ_OK)
		fail_msg("%s:%d: %s", at.file, at.line, cq__error_get(&error)->message);
	cq__error_release(&error);
}

/* false: refused, as it is expected to be, or there is no such server. */
static bool render_for(recipe at, client_kind kind, const cq_statement *statement, const cq__checked *checked, cq__rendered *rendered)
{
	cq__error error = {0};
	const cq_status status = render_statement(dialects[kind], statement, checked, rendered, &error);
	if (status != (refuses(at, kind) ? CQ_UNSUPPORTED : CQ_OK))
		kitchen_mistake(at, "%s: %s: %s", client_kind_name(kind), cq_status_name(status), cq__error_get(&error)->message);
	cq__error_release(&error);
	if (status == CQ_OK && kitchen.servers[kind] == NULL)
		cq__rendered_release(rendered);
	return status == CQ_OK && kitchen.servers[kind] != NULL;
}

static void compare_given(recipe at, client_kind kind, const client_rows *given, const column_kind *columns, uint32_t count, cq__buffer *rows,
	const char *sql)
{
	cq__buffer got = {0};
	cells_of_client(&got, given, columns, count);
	kitchen_compare(at, client_kind_name(kind), &got, rows, sql);
}

static void compare_left(recipe at, client_kind kind, cq__buffer *left, const char *sql)
{
	client_rows seen;
	cq__buffer got = {0};
	if (!client_query(kitchen.servers[kind], at.look, &seen))
		fail_msg("%s:%d: %s: %s: %s", at.file, at.line, client_kind_name(kind), client_message(kitchen.servers[kind]), at.look);
	cells_of_client(&got, &seen, NULL, 0);
	kitchen_compare(at, client_kind_name(kind), &got, left, sql);
	client_rows_release(&seen);
}

/* The servers' answers to a statement: the rows that it gives, and what a write leaves. */
static void ask_servers(recipe at, cq_statement *statement, const column_kind *columns, uint32_t count, cq__buffer *rows, cq__buffer *left)
{
	cq__checked checked;
	check(at, statement, &checked);
	for (client_kind kind = CLIENT_POSTGRES; kind < CLIENT_KINDS; kind++) {
		cq__rendered rendered;
		client_rows given = {0};
		if (!render_for(at, kind, statement, &checked, &rendered))
			continue;
		server_execute(kind, "BEGIN");
		if (!run_with_parameters(kitchen.servers[kind], kind, statement, &checked, &rendered, &given)) {
			kitchen_mistake(at, "%s: %s\n%s", client_kind_name(kind), client_message(kitchen.servers[kind]), rendered.sql);
		} else {
			if (rows != NULL)
				compare_given(at, kind, &given, columns, count, rows, rendered.sql);
			client_rows_release(&given);
			if (left != NULL)
				compare_left(at, kind, left, rendered.sql);
		}
		server_execute(kind, "ROLLBACK");
		cq__rendered_release(&rendered);
	}
	cq__checked_release(&checked);
	cq_statement_release(statement);
}

void kitchen_read(recipe at, cq_statement *statement, const cq_target *target, cq_status status, const cq_any_rows *rows)
{
	column_kind columns[MOST_COLUMNS];
	const uint32_t count = columns_of_target(target, columns, MOST_COLUMNS);
	cq__buffer wanted = {0}, got = {0};
	const bool done = expect_status(at, status);
	direct_cells(at, at.plain, columns, count, &wanted);
	if (wanted.length == 0)
		kitchen_mistake(at, "a recipe that finds nothing tells nothing");
	if (done) {
		cells_of_structs(&got, rows, target);
		kitchen_compare(at, "cquel on sqlite", &got, &wanted, at.plain);
	}
	served_read(at, statement, target, &wanted);
	ask_servers(at, statement, columns, count, &wanted, NULL);
	cq__buffer_release(&wanted);
}

void kitchen_scalar(recipe at, cq_statement *statement, cq_status status, const void *value, size_t size, bool nullable)
{
	cq__checked checked;
	cq__buffer wanted = {0}, got = {0};
	check(at, statement, &checked);
	const cq__typed typed = cq__query_column(&checked.tree, &checked.typing, checked.tree.root, 0);
	const cq_row_field field = {.type = typed.type, .nullable = nullable, .detail = &cq_enum_Role};
	const column_kind column = {(cq_type)typed.type, NULL, "scalar"};
	cq__checked_release(&checked);
	const bool done = expect_status(at, status);
	direct_cells(at, at.plain, &column, 1, &wanted);
	if (done) {
		cells_of_scalar(&got, value, &field);
		kitchen_compare(at, "cquel on sqlite", &got, &wanted, at.plain);
	}
	served_scalar(at, statement, &field, (uint32_t)size, &wanted);
	ask_servers(at, statement, &column, 1, &wanted, NULL);
	cq__buffer_release(&wanted);
}

/* What cquel's write left, then the plain one: both from the same rows. */
static void compare_written(recipe at, bool done, int64_t changes, const column_kind *columns, uint32_t count, cq__buffer *rows, cq__buffer *left)
{
	cq__buffer mine = {0}, before = {0};
	if (done)
		direct_cells(at, at.look, NULL, 0, &mine);
	fill_file();
	direct_cells(at, at.look, NULL, 0, &before);
	direct_cells(at, at.plain, columns, count, rows);
	if (done && changes >= 0 && changes != sqlite3_changes(kitchen.direct))
		kitchen_mistake(at, "%lld changes, not %d", (long long)changes, sqlite3_changes(kitchen.direct));
	direct_cells(at, at.look, NULL, 0, left);
	if (strcmp(cq__buffer_text(&before), cq__buffer_text(left)) == 0)
		kitchen_mistake(at, "the plain SQL changes nothing that is looked at");
	if (done)
		kitchen_compare(at, "cquel on sqlite", &mine, left, at.plain);
	cq__buffer_release(&before);
	fill_file();
}

void kitchen_wrote(recipe at, cq_statement *statement, cq_status status, int64_t changes)
{
	cq__buffer rows = {0}, left = {0};
	const bool done = expect_status(at, status);
	compare_written(at, done, changes, NULL, 0, &rows, &left);
	served_wrote(at, statement, done ? changes : -1, &left);
	ask_servers(at, statement, NULL, 0, NULL, &left);
	cq__buffer_release(&rows);
	cq__buffer_release(&left);
}

void kitchen_returned(recipe at, cq_statement *statement, const cq_target *target, cq_status status, const cq_any_rows *rows)
{
	column_kind columns[MOST_COLUMNS];
	const uint32_t count = columns_of_target(target, columns, MOST_COLUMNS);
	cq__buffer wanted = {0}, left = {0}, got = {0};
	const bool done = expect_status(at, status);
	compare_written(at, done, -1, columns, count, &wanted, &left);
	if (done) {
		cells_of_structs(&got, rows, target);
		kitchen_compare(at, "cquel on sqlite", &got, &wanted, at.plain);
	}
	served_returned(at, statement, target, &wanted, &left);
	ask_servers(at, statement, columns, count, &wanted, &left);
	cq__buffer_release(&wanted);
	cq__buffer_release(&left);
}
