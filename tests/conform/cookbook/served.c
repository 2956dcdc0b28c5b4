/* cookbook/served.c: the taster that is cquel itself on PostgreSQL, in a database of its own, which is filled anew behind each
 * write. See kitchen.h.
 *
 * It knows nothing of recipes, nor of what SQLite and the plain clients say. kitchen.c calls it.
 */
#include "kitchen.h"

#include <stdlib.h>

enum { MOST_COLUMNS = 40, LARGEST_SCALAR = 64 };

static struct served {
	client *plain;
	cq_engine *engine;
	cq_connection *db;
} served;

static void execute(const char *sql)
{
	if (!client_execute(served.plain, sql))
		fail_msg("postgresql: %s: %s", client_message(served.plain), sql);
}

static void fill(void)
{
	execute("TRUNCATE users, posts, folders, readings, stock, summaries RESTART IDENTITY");
	for (size_t i = 0; kitchen_data[i] != NULL; i++)
		execute(kitchen_data[i]);
	execute(kitchen_counters);
}

void served_open(void)
{
	char url[200], message[CQ_ERROR_TEXT];
	size_t count = 0;
	if (!client_available(CLIENT_POSTGRES))
		return;
	served.plain = client_open(CLIENT_POSTGRES);
	client_url(served.plain, url, sizeof url);
	if (cq_engine_open(&served.engine, url, NULL, message) != CQ_OK)
		fail_msg("%s", message);
	assert_int_equal(cq_connect(served.engine, &served.db), CQ_OK);
	while (kitchen_tables[count] != NULL)
		count++;
	assert_int_equal(cq_create_all(served.db, kitchen_tables, count), CQ_OK);
	fill();
}

void served_close(void)
{
	cq_disconnect(&served.db);
	cq_engine_close(&served.engine);
	client_close(served.plain);
	served = (struct served){0};
}

/* Whether it was done, and could be. */
static bool done(recipe at, cq_status status)
{
	const bool refused = (at.refused >> CLIENT_POSTGRES & 1) != 0;
	if (status != (refused ? CQ_UNSUPPORTED : CQ_OK))
		kitchen_mistake(at, "cquel on postgresql: %s: %s [%s]", cq_status_name(status), cq_last_error(served.db)->message,
			cq_last_error(served.db)->sql);
	return status == CQ_OK;
}

void served_read(recipe at, const cq_statement *statement, const cq_target *target, cq__buffer *wanted)
{
	cq_statement copy;
	cq_any_rows rows = {0};
	cq__buffer got = {0};
	if (served.db == NULL)
		return;
	cq_statement_copy(&copy, statement);
	if (done(at, cq_run_all(served.db, &copy, target, &rows))) {
		cells_of_structs(&got, &rows, target);
		kitchen_compare(at, "cquel on postgresql", &got, wanted, at.plain);
	}
	cq_free_memory(&rows, sizeof rows);
	cq_statement_release(&copy);
}

void served_scalar(recipe at, const cq_statement *statement, const cq_row_field *field, uint32_t size, cq__buffer *wanted)
{
	const cq_target target = {.kind = CQ_TARGET_SCALAR, .type = field->type, .nullable = field->nullable, .size = size,
		.descriptor = field->type == CQ_TYPE_ENUM ? field->detail : NULL};
	_Alignas(16) char value[LARGEST_SCALAR] = {0};
	cq_statement copy;
	cq__buffer got = {0};
	if (served.db == NULL)
		return;
	assert_true(size <= sizeof value);
	cq_statement_copy(&copy, statement);
	if (done(at, cq_run_scalar(served.db, &copy, &target, CQ_WANT_ONE, value))) {
		cells_of_scalar(&got, value, field);
		kitchen_compare(at, "cquel on postgresql", &got, wanted, at.plain);
	}
	cq_statement_release(&copy);
}

/* What a write left, then everything as it was. */
static void look(recipe at, cq__buffer *left)
{
	client_rows seen;
	cq__buffer got = {0};
	if (!client_query(served.plain, at.look, &seen))
		fail_msg("%s:%d: postgresql: %s: %s", at.file, at.line, client_message(served.plain), at.look);
	cells_of_client(&got, &seen, NULL, 0);
	kitchen_compare(at, "left by cquel on postgresql", &got, left, at.plain);
	client_rows_release(&seen);
	fill();
}

void served_wrote(recipe at, const cq_statement *statement, int64_t changes, cq__buffer *left)
{
	cq_statement copy;
	int64_t told = -1;
	if (served.db == NULL)
		return;
	cq_statement_copy(&copy, statement);
	if (done(at, cq_run_execute(served.db, &told, &copy))) {
		if (changes >= 0 && told != changes)
			kitchen_mistake(at, "cquel on postgresql: %lld changes, not %lld", (long long)told, (long long)changes);
		look(at, left);
	}
	cq_statement_release(&copy);
}

void served_returned(recipe at, const cq_statement *statement, const cq_target *target, cq__buffer *wanted, cq__buffer *left)
{
	cq_statement copy;
	cq_any_rows rows = {0};
	cq__buffer got = {0};
	if (served.db == NULL)
		return;
	cq_statement_copy(&copy, statement);
	if (done(at, cq_run_all(served.db, &copy, target, &rows))) {
		cells_of_structs(&got, &rows, target);
		kitchen_compare(at, "cquel on postgresql", &got, wanted, at.plain);
		look(at, left);
	}
	cq_free_memory(&rows, sizeof rows);
	cq_statement_release(&copy);
}
