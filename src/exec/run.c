/* exec/run.c: statements run while the caller waits, and results handed to it: behind cq_all, cq_one, cq_scalar, cq_execute.
 * It knows nothing of any database. The executor macros call it; operation.c hands results over with it.
 */
#include "exec/run.h"

#include "exec/await.h"
#include "exec/binding.h"
#include "exec/request.h"

#include "exec/site.h"
#include "meta/type_registry.h"

#include <stdio.h>
#include <stdlib.h>

void cq__error_place(cq__error *error, const cq_site *site, const cq__compiled *compiled)
{
	if (compiled != NULL)
		cq__error_set_sql(error, compiled->text.sql);
	if (site != NULL)
		cq__error_set_site(error, site->file, site->line);
}

/* ---- requests ----------------------------------------------------------------------------------------------------- */

cq_status cq__request_make(cq_connection *db, const cq_statement *statement, const cq_target *target,
	cq__request *request, cq__compiled **compiled, cq__error *error)
{
	return cq__request_fill(db, statement, target, request, compiled, error);
}

/* Runs a statement to its end, or to `limit` rows. Inlined, like the above: calls are felt in a point select. */
__attribute__((always_inline)) static inline cq_status run(cq_connection *db, const cq_statement *statement,
	const cq_target *target, cq__sink sink, size_t limit, cq__request *request)
{
	cq__compiled *compiled;
	cq_status status = cq__request_fill(db, statement, target, request, &compiled, &db->working);
	if (__builtin_expect(status != CQ_OK, 0))
		return status;
	request->sink = sink;
	request->row_limit = compiled->one_at_most ? 1 : limit;
	if (__builtin_expect(compiled->rows, 0)) {
		if (cq__may_be_in_task(db))
			cq__keep_compiled(db, CQ__KEEP_STATEMENT, compiled);
		request->status = status = cq__insert_statement(db, statement, compiled, target, request);
	} else {
		cq__sit_out_statement(db, request, statement->site, compiled);
		if (__builtin_expect(db->timing, 0))
			cq__echo(db->engine, statement->site, compiled, request, request->values);
		status = request->status;
	}
	cq__site_count(db, statement->site, request);
	if (__builtin_expect(status != CQ_OK, 0)) {
		if (!cq__error_is_set(&db->working))
			cq__error_set(&db->working, status, NULL);
		cq__error_place(&db->working, statement->site, compiled);
		cq__arena_destroy(request->arena);
		request->arena = NULL;
	}
	return status;
}

/* Ends every call: the statement is used up, a failure is recorded. */
static inline cq_status leave(cq_connection *db, cq_statement *statement, cq_status status)
{
	if (__builtin_expect(statement->spilled_nodes != NULL || statement->spilled_values != NULL, 0))
		cq_statement_release(statement);
	return cq__connection_leave(db, status);
}

cq_status cq__statement_refuse(cq_connection *db, cq_statement *statement, cq_status status)
{
	if (statement == NULL)
		return status;
	if (statement->site != NULL && cq__connection_enter_anywhere(db, "") == CQ_OK)
		cq__error_set_site(&db->error, statement->site->file, statement->site->line);
	cq_statement_release(statement);
	return status;
}

/* ---- handing over ------------------------------------------------------------------------------------------------- */

void cq__deliver_rows(cq__request *request, cq_any_rows *out)
{
	if (request->item_count == 0) {
		cq__arena_destroy(request->arena);
		return;
	}
	*out = (cq_any_rows){ request->items, request->item_count, request->arena };
}

/* Whether the number of rows is what was wanted; without rows *none is set. */
static cq_status check_count(cq__request *request, cq_want want, bool *none, cq__error *error)
{
	*none = request->rows_seen == 0;
	if (*none && want == CQ_WANT_ONE && request->kind != CQ__REQUEST_PREPARE)
		return cq__error_set(error, CQ_NO_ROW, NULL);
	if (request->rows_seen > 1 && want != CQ_WANT_FIRST)
		return cq__error_set(error, CQ_TOO_MANY_ROWS, NULL);
	return CQ_OK;
}

static inline cq_status deliver_one(cq__request *request, cq_want want, void **out, cq__error *error)
{
	bool none;
	const cq_status status = check_count(request, want, &none, error);
	if (__builtin_expect(status != CQ_OK || none, 0)) {
		cq__arena_destroy(request->arena);
		const bool blank = status == CQ_OK && want == CQ_WANT_ONE;
		return blank ? cq__blank_row(request->plan, out, error) : status;
	}
	*out = request->items;
	return CQ_OK;
}

cq_status cq__deliver_one(cq__request *request, cq_want want, void **out, cq__error *error)
{
	return deliver_one(request, want, out, error);
}

cq_status cq__hand_over_bytes(const void *data, size_t size, void **out, cq__error *error)
{
	cq__arena *const arena = cq__arena_create(size);
	void *const copy = arena != NULL ? cq__arena_alloc(arena, size) : NULL;
	if (copy == NULL) {
		cq__arena_destroy(arena);
		return cq__error_set(error, CQ_NO_MEMORY, NULL);
	}
	memcpy(copy, data, size);
	*out = copy;
	return CQ_OK;
}

static cq_status take_scalar(const cq_target *target, const void *item, void *out, cq__error *error)
{
	const cq__type_information *const type = cq__type_info((cq_type)target->type);
	void *copy = NULL;
	if (!type->pointer_null) {
		memcpy(out, item, target->size);
		return CQ_OK;
	}
	if (target->type == CQ_TYPE_BYTES) {
		const cq_bytes bytes = *(const cq_bytes *)item;
		if (bytes.data == NULL)
			return CQ_OK;
		CQ_TRY(cq__hand_over_bytes(bytes.data, bytes.size, &copy, error));
		*(cq_bytes *)out = (cq_bytes){ copy, bytes.size };
		return CQ_OK;
	}
	const char *const text = *(const char *const *)item;
	if (text == NULL)
		return CQ_OK;
	CQ_TRY(cq__hand_over_bytes(text, strlen(text) + 1, &copy, error));
	*(const char **)out = copy;
	return CQ_OK;
}

cq_status cq__deliver_scalar(cq__request *request, const cq_target *target, cq_want want, void *out, cq__error *error)
{
	bool none;
	cq_status status = check_count(request, want, &none, error);
	if (status == CQ_OK && none && request->kind == CQ__REQUEST_PREPARE && (want == CQ_WANT_ONE || !target->nullable))
		status = cq__blank_scalar(target, out, error);
	else if (status == CQ_OK && none && !target->nullable)
		status = cq__error_set(error, CQ_NO_ROW, NULL);
	if (status == CQ_OK && !none)
		status = take_scalar(target, request->items, out, error);
	cq__arena_destroy(request->arena);
	return status;
}

/* ---- the executors ------------------------------------------------------------------------------------------------ */

cq_status cq_run_all(cq_connection *db, cq_statement *statement, const cq_target *target, void *out_rows)
{
	cq_any_rows *const rows = out_rows;
	if (__builtin_expect(rows != NULL, 1))
		*rows = (cq_any_rows){ 0 };
	cq_status status = cq__connection_enter_statement(db, "cq_all",
		(statement != NULL) & (target != NULL) & (rows != NULL));
	if (__builtin_expect(status == CQ_OK, 1))
		status = cq__statement_route(&db, statement, "cq_all", true);
	if (__builtin_expect(status != CQ_OK, 0))
		return cq__statement_refuse(db, statement, status);
	cq__request request;
	status = run(db, statement, target, CQ__SINK_ARRAY, 0, &request);
	if (__builtin_expect(status == CQ_OK, 1))
		cq__deliver_rows(&request, rows);
	return leave(db, statement, status);
}

cq_status cq_run_scalars(cq_connection *db, cq_statement *statement, const cq_target *target, void *out_rows)
{
	return cq_run_all(db, statement, target, out_rows);
}

cq_status cq_run_one(cq_connection *db, cq_statement *statement, const cq_target *target, cq_want want, void *out)
{
	if (__builtin_expect(out != NULL, 1))
		*(void **)out = NULL;
	cq_status status = cq__connection_enter_statement(db, "cq_one",
		(statement != NULL) & (target != NULL) & (out != NULL));
	if (__builtin_expect(status == CQ_OK, 1))
		status = cq__statement_route(&db, statement, "cq_one", true);
	if (__builtin_expect(status != CQ_OK, 0))
		return cq__statement_refuse(db, statement, status);
	cq__request request;
	status = run(db, statement, target, CQ__SINK_FIRST, cq__want_limit(want), &request);
	if (__builtin_expect(status == CQ_OK, 1)) {
		status = deliver_one(&request, want, out, &db->working);
		if (__builtin_expect(status != CQ_OK, 0) && statement->site != NULL)
			cq__error_set_site(&db->working, statement->site->file, statement->site->line);
	}
	return leave(db, statement, status);
}

cq_status cq_run_scalar(cq_connection *db, cq_statement *statement, const cq_target *target, cq_want want, void *out)
{
	const bool complete = (statement != NULL) & (target != NULL) & (out != NULL);
	if (__builtin_expect((target != NULL) & (out != NULL), 1))
		memset(out, 0, target->size);
	cq_status status = cq__connection_enter_statement(db, "cq_scalar", complete);
	if (__builtin_expect(status == CQ_OK, 1))
		status = cq__statement_route(&db, statement, "cq_scalar", true);
	if (__builtin_expect(status != CQ_OK, 0))
		return cq__statement_refuse(db, statement, status);
	cq__request request;
	status = run(db, statement, target, CQ__SINK_FIRST, cq__want_limit(want), &request);
	if (__builtin_expect(status == CQ_OK, 1)) {
		status = cq__deliver_scalar(&request, target, want, out, &db->working);
		if (__builtin_expect(status != CQ_OK, 0) && statement->site != NULL)
			cq__error_set_site(&db->working, statement->site->file, statement->site->line);
	}
	return leave(db, statement, status);
}

cq_status cq_run_execute(cq_connection *db, int64_t *changes, cq_statement *statement)
{
	if (changes != NULL)
		*changes = 0;
	cq_status status = cq__connection_enter_statement(db, "cq_execute", statement != NULL);
	if (__builtin_expect(status == CQ_OK, 1))
		status = cq__statement_route(&db, statement, "cq_execute", true);
	if (__builtin_expect(status != CQ_OK, 0))
		return cq__statement_refuse(db, statement, status);
	cq__request request;
	status = run(db, statement, NULL, CQ__SINK_NONE, 0, &request);
	if (status == CQ_OK && changes != NULL)
		*changes = request.changes;
	return leave(db, statement, status);
}

/* ---- freeing ------------------------------------------------------------------------------------------------------ */

__attribute__((noinline, cold, noreturn)) static void not_to_be_freed(void)
{
	(void)fprintf(stderr, "cq_free: nothing that a statement gave: an object of a session, which frees it when it closes, or the program's own\n");
	abort();
}

void cq_free_memory(void *x, size_t size)
{
	if (x == NULL)
		return;
	if (__builtin_expect(size == sizeof(cq_any_rows), 0)) {
		cq__arena *const arena = ((cq_any_rows *)x)->arena;
		*(cq_any_rows *)x = (cq_any_rows){ 0 };
		cq__arena_destroy(arena);
		return;
	}
	/* A pointer, or a cq_bytes, which begins with one. */
	void *const object = *(void **)x;
	if (__builtin_expect(size == sizeof(void *), 1))
		*(void **)x = NULL;
	else
		memset(x, 0, size);
	if (object == NULL)
		return;
	/* What a session added, or the program's own, does not stand first in memory of its own: freeing it would damage the heap. */
	if (__builtin_expect(!cq__arena_is_first(object), 0))
		not_to_be_freed();
	cq__arena_destroy(cq__arena_of_first(object));
}
