/* exec/check.c: the connected database's word on every statement that an engine knows, without running one.
 * It knows nothing of how a program came to evaluate them. Programs and CI call it through cquel/observe.h.
 */
#include "exec/await.h"
#include "exec/run.h"
#include "exec/site.h"

#include "base/alloc.h"

#include <stdio.h>

/* What is reported to. */
typedef struct check_report {
	cq_query_check_function *function;
	void *user;
	size_t taken, refused, unknown;
} check_report;

static void report(check_report *to, const cq_query_check *check)
{
	to->taken += check->evaluated && check->status == CQ_OK;
	to->refused += check->status != CQ_OK;
	to->unknown += !check->evaluated;
	if (to->function != NULL)
		to->function(to->user, check);
}

/* Whether nothing more can be asked: what failed says nothing about the text. */
static bool ends_all(cq_status status)
{
	return status == CQ_CONNECTION || status == CQ_CANCELLED || status == CQ_TIMEOUT;
}

/* One text with one of the results that it was run for; `first` takes the first failure. False: it was not asked, and nothing
 * more can be. */
static bool check_text(cq_connection *db, const cq__compiled *compiled, const cq__decode_plan *plan, check_report *to,
	cq__error *first)
{
	cq__error error = { 0 };
	cq__request request = {
		.kind = CQ__REQUEST_PREPARE,
		.text = &compiled->text,
		.plan = plan,
		.deadline_ns = cq__connection_deadline(db),
		.within = db->levels != 0,
		.error = &error,
	};
	cq__sit_out(db, &request);
	if (request.status != CQ_OK && !cq__error_is_set(&error))
		cq__error_set(&error, request.status, NULL);
	const cq_site *const site = compiled->site;
	const bool asked = !ends_all(request.status);
	const cq_query_check check = {
		.file = site != NULL && site->file != NULL ? site->file : "",
		.line = site != NULL ? site->line : 0,
		.sql = compiled->text.sql,
		.evaluated = true,
		.status = request.status,
		.message = request.status == CQ_OK ? "" : cq__error_get(&error)->message,
	};
	if (asked)
		report(to, &check);
	/* Why the rest was not asked is what has to be known then. */
	if (!asked)
		cq__error_clear(first);
	if (request.status != CQ_OK && !cq__error_is_set(first)) {
		cq__error_place(&error, site, compiled);
		cq__error_move(first, &error);
	}
	cq__error_release(&error);
	return asked;
}

/* The text with each result that was asked of it: what the model says of these is checked too. */
static bool check_compiled(cq_connection *db, cq__compiled *compiled, check_report *to, cq__error *first)
{
	/* INSERT_INTO(table, VALUES(...)) is sent as the statements that were made of it. */
	if (compiled->rows && compiled->key_prefix == 0)
		return true;
	if (compiled->plans == NULL)
		return check_text(db, compiled, NULL, to, first);
	for (const cq__plan *plan = compiled->plans; plan != NULL; plan = plan->next)
		if (!check_text(db, compiled, &plan->decode, to, first))
			return false;
	return true;
}

/* Callbacks must not call the engine, so nothing comes or goes meanwhile; but while a text is prepared other tasks run. */
static cq_status check_all(cq_connection *db, check_report *to, cq__error *first)
{
	cq__cache *const cache = &db->engine->cache;
	size_t count = 0, at = 0;
	CQ__LIST_EACH(link, &cache->recent)
		count++;
	cq__compiled **const list = cq__alloc_array(count, sizeof(cq__compiled *));
	if (list == NULL)
		return cq__error_set(first, CQ_NO_MEMORY, NULL);
	CQ__LIST_EACH(link, &cache->recent) {
		list[at] = CQ__LIST_ENTRY(link, cq__compiled, recency);
		list[at++]->references++;
	}
	/* The oldest first, in the order in which the program came to them. */
	bool goes_on = true;
	while (at-- > 0) {
		goes_on = goes_on && check_compiled(db, list[at], to, first);
		cq__compiled_release(list[at]);
	}
	cq__free(list);
	return goes_on ? CQ_OK : cq__error_get(first)->code;
}

static cq_status report_unknown(cq_connection *db, const cq_site_range *range, check_report *to)
{
	cq_site_counters *list;
	size_t count;
	CQ_TRY(cq__sites_list(&db->engine->cache, range, &list, &count));
	for (size_t i = 0; i < count; i++)
		if (list[i].calls == 0)
			report(to, &(cq_query_check){ .file = list[i].file, .line = list[i].line, .sql = "", .message = "" });
	cq__free(list);
	return CQ_OK;
}

static cq_status check_queries(cq_connection *db, const cq_site_range *range, check_report *to)
{
	CQ_TRY(cq__connection_enter_statement(db, "cq_check_queries", true));
	cq__error first = { 0 };
	if (db->levels != 0)
		return cq__connection_leave(db, cq__error_set(&db->working, CQ_MISUSE,
			"cq_check_queries: a transaction is open, which a statement that the database refuses might end"));
	cq_status status = check_all(db, to, &first);
	if (status == CQ_OK && report_unknown(db, range, to) != CQ_OK)
		status = CQ_NO_MEMORY;
	if (status == CQ_OK && cq__error_is_set(&first))
		status = cq__error_get(&first)->code;
	cq__error_move(&db->working, &first);
	return cq__connection_leave(db, status);
}

cq_status cq_run_check_queries(cq_connection *db, cq_site_range range, cq_query_check_function *function, void *user)
{
	check_report to = { .function = function, .user = user };
	return check_queries(db, &range, &to);
}

/* ---- as lines of text --------------------------------------------------------------------------------------------- */

typedef struct check_writer {
	FILE *file;
	bool failed;
} check_writer;

static void write_check(void *user, const cq_query_check *check)
{
	check_writer *const writer = user;
	int written = 1;
	if (!check->evaluated)
		written = fprintf(writer->file, "%s:%d: not evaluated\n", check->file, check->line);
	else if (check->status != CQ_OK && *check->file == '\0')
		written = fprintf(writer->file, "(objects): %s [%s]\n", check->message, check->sql);
	else if (check->status != CQ_OK)
		written = fprintf(writer->file, "%s:%d: %s [%s]\n", check->file, check->line, check->message, check->sql);
	writer->failed |= written <= 0;
}

cq_status cq_run_check_queries_to(cq_connection *db, cq_site_range range, FILE *file)
{
	if (file == NULL)
		return cq__connection_refuse_statement(db, "cq_check_queries", false);
	check_writer writer = { .file = file };
	check_report to = { .function = write_check, .user = &writer };
	const cq_status status = check_queries(db, &range, &to);
	if (status == CQ_NO_MEMORY || status == CQ_MISUSE)
		return status;
	if (ends_all(status)) {
		(void)fprintf(file, "stopped behind %zu statements: %s\n", to.taken + to.refused, cq_last_error(db)->message);
		return status;
	}
	writer.failed |= fprintf(file, "%zu statements taken, %zu refused, %zu places not evaluated\n", to.taken, to.refused,
		to.unknown) <= 0;
	return status == CQ_OK && writer.failed ? CQ_IO : status;
}
