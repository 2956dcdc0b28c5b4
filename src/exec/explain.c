/* exec/explain.c: the plan by which the database would carry out a statement, as lines of text.
 * It knows nothing of what databases write into plans, but that SQLite's steps name the step above them. The macro cq_explain calls it.
 */
#include "exec/await.h"
#include "exec/binding.h"
#include "exec/run.h"

#include "base/alloc.h"

#include <cquel/observe.h>

/* A line of the plan: the only column, or SQLite's id, parent, detail. */
typedef struct explain_line {
	int64_t id, parent;
	const char *detail;
} explain_line;

static const cq__decode sqlite_columns[] = {
	{ .column = 0, .offset = offsetof(explain_line, id), .type = CQ_TYPE_BIGINT, .name = "id" },
	{ .column = 1, .offset = offsetof(explain_line, parent), .type = CQ_TYPE_BIGINT, .name = "parent" },
	{ .column = 3, .offset = offsetof(explain_line, detail), .type = CQ_TYPE_TEXT, .name = "detail" },
};
static const cq__decode_plan sqlite_plan = { .row_size = sizeof(explain_line), .column_count = 3, .columns = sqlite_columns,
	.name = "the plan" };

static const cq__decode line_columns[] = {
	{ .column = 0, .offset = offsetof(explain_line, detail), .type = CQ_TYPE_TEXT, .name = "plan" },
};
static const cq__decode_plan line_plan = { .row_size = sizeof(explain_line), .column_count = 1, .columns = line_columns,
	.name = "the plan" };

/* How deep a step stands below others; those above it come first. */
static size_t depth_of(const explain_line *lines, size_t at)
{
	size_t depth = 0;
	for (size_t i = at; i-- > 0 && lines[at].parent != 0;)
		if (lines[i].id == lines[at].parent) {
			depth++;
			at = i;
		}
	return depth;
}

static cq_status write_lines(const cq__request *request, char **out, cq__error *error)
{
	const explain_line *const lines = request->items;
	cq__buffer buffer = { 0 };
	for (size_t i = 0; i < request->item_count; i++) {
		for (size_t depth = depth_of(lines, i); depth != 0; depth--)
			cq__buffer_append_text(&buffer, "  ");
		cq__buffer_append_text(&buffer, lines[i].detail);
		cq__buffer_append_char(&buffer, '\n');
	}
	*out = cq__buffer_take(&buffer);
	return *out != NULL ? CQ_OK : cq__error_set(error, CQ_NO_MEMORY, NULL);
}

static bool gives_steps(const cq_connection *db)
{
	return strcmp(db->engine->driver->name, "sqlite") == 0;
}

/* The words before the statement; NULL when the database has none. */
static const char *words_of(const cq_connection *db, bool analyze)
{
	if (gives_steps(db))
		return analyze ? NULL : "EXPLAIN QUERY PLAN ";
	return analyze ? "EXPLAIN ANALYZE " : "EXPLAIN ";
}

/* `request` stands for the statement; it is sent with the words before its text. */
static cq_status explain(cq_connection *db, cq__request *request, const char *words, char **out)
{
	const cq__text *const text = request->text;
	const size_t length = strlen(words) + text->length;
	char *const sql = cq__alloc(length + 1);
	if (sql == NULL)
		return cq__error_set(&db->working, CQ_NO_MEMORY, NULL);
	memcpy(sql, words, strlen(words));
	memcpy(sql + strlen(words), text->sql, text->length);
	sql[length] = '\0';
	const cq__text explained = {
		.sql = sql,
		.length = (uint32_t)length,
		.bind_count = text->bind_count,
		.binds = text->binds,
		/* ANALYZE does what the statement does. */
		.reads_only = text->reads_only,
		.returns_rows = true,
	};
	request->kind = CQ__REQUEST_STATEMENT;
	request->text = &explained;
	request->plan = gives_steps(db) ? &sqlite_plan : &line_plan;
	request->sink = CQ__SINK_ARRAY;
	cq__sit_out(db, request);
	cq_status status = request->status;
	if (db->timing)
		cq__echo_text(db->engine, sql, request);
	if (status != CQ_OK)
		cq__error_set_sql(&db->working, sql);
	else
		status = write_lines(request, out, &db->working);
	cq__arena_destroy(request->arena);
	cq__free(sql);
	return status;
}

cq_status cq_run_explain(cq_connection *db, cq_statement *statement, bool analyze, char **out)
{
	if (out != NULL)
		*out = NULL;
	cq_status status = cq__connection_enter_statement(db, "cq_explain", statement != NULL && out != NULL);
	if (status == CQ_OK)
		status = cq__statement_route(&db, statement, "cq_explain", true);
	if (status != CQ_OK) {
		if (statement != NULL)
			cq_statement_release(statement);
		return status;
	}
	cq__request request;
	cq__compiled *compiled;
	const char *const words = words_of(db, analyze);
	status = cq__request_make(db, statement, NULL, &request, &compiled, &db->working);
	if (status == CQ_OK && words == NULL)
		status = cq__error_set(&db->working, CQ_UNSUPPORTED, "SQLite has no EXPLAIN ANALYZE");
	else if (status == CQ_OK && compiled->rows)
		status = cq__error_set(&db->working, CQ_UNSUPPORTED,
			"INSERT_INTO(table, VALUES(...)) is several statements, whose plans cannot be shown as one");
	if (status == CQ_OK) {
		compiled->references++;
		status = explain(db, &request, words, out);
		cq__compiled_release(compiled);
	}
	if (status != CQ_OK && statement->site != NULL)
		cq__error_set_site(&db->working, statement->site->file, statement->site->line);
	cq_statement_release(statement);
	return cq__connection_leave(db, status);
}
