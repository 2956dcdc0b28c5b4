/* driver/sqlite/statement.c: carries out one statement: prepare, bind, step, decode, reset.
 *
 * It knows nothing of queues and threads. requests.c calls it; rows.c shares its stepping.
 */
#include "driver/sqlite/sqlite.h"

/* ---- where rows go ----------------------------------------------------------------------------------------------- */

/* Room for one more row at the end of the array; NULL when there is no memory. */
static void *next_item(cq__request *request)
{
	enum { FIRST_BYTES = 1024, FEWEST = 4 };
	const size_t size = request->plan->row_size;
	if (request->item_count == request->item_capacity) {
		const size_t first = size * FEWEST < FIRST_BYTES ? FIRST_BYTES / (size != 0 ? size : 1) : FEWEST;
		if (!cq__items_grow(request, first))
			return NULL;
	}
	return (char *)request->items + request->item_count * size;
}

static cq_status take_row(cq__request *request, cq__decoder *decoder)
{
	const cq__decode_plan *const plan = decoder->plan;
	void *row;
	if (request->sink == CQ__SINK_FIRST) {
		if (request->item_count != 0)
			return CQ_OK;
		CQ_TRY(cq__items_need_arena(request, plan->row_size));
		row = cq__arena_alloc(request->arena, plan->row_size);
		request->items = row;
	} else {
		CQ_TRY(cq__items_need_arena(request, CQ__ARENA_SMALL));
		row = next_item(request);
	}
	if (__builtin_expect(row == NULL, 0))
		return cq__items_no_memory(request);
	decoder->arena = request->arena;
	decoder->row = request->rows_seen;
	const cq_status status = cq__sqlite_decode_row(decoder, row);
	if (__builtin_expect(status == CQ_OK, 1))
		request->item_count++;
	return status;
}

static cq_status take_measured_row(cq__request *request, cq__decoder *decoder)
{
	const int64_t stands_for = cq__sqlite_sample(request->rows_seen);
	if (stands_for == 0)
		return take_row(request, decoder);
	const uint64_t begun = cq__monotonic_ns();
	const cq_status status = take_row(request, decoder);
	request->decode_ns += (int64_t)(cq__monotonic_ns() - begun) * stands_for;
	return status;
}

/* ---- stepping ---------------------------------------------------------------------------------------------------- */

/* From the first row on. A statement that writes is always carried to its end, for only that completes it. */
static cq_status step_rows(cq__connection *connection, cq__request *request, sqlite3_stmt *statement, bool to_end,
	int *code)
{
	cq__decoder decoder = { .statement = statement, .error = request->error, .plan = request->plan };
	const bool wanted = request->plan != NULL && request->sink != CQ__SINK_NONE;
	if (wanted)
		CQ_TRY(cq__sqlite_check_columns(&decoder, &connection->scratch));
	const int64_t limit = request->row_limit != 0 ? (int64_t)request->row_limit : INT64_MAX;
	const bool lone = to_end && request->sink == CQ__SINK_FIRST && limit == 2;
	do {
		request->rows_seen++;
		if (lone && request->rows_seen > 1)
			return cq__error_set(request->error, CQ_TOO_MANY_ROWS, NULL);
		if (wanted && request->rows_seen <= limit) {
			const cq_status status = __builtin_expect(request->timing, 0) ? take_measured_row(request, &decoder) :
				take_row(request, &decoder);
			if (__builtin_expect(status != CQ_OK, 0))
				return status;
		}
		if (request->rows_seen >= limit && !to_end)
			return CQ_OK;
		*code = sqlite3_step(statement);
	} while (*code == SQLITE_ROW);
	return CQ_OK;
}

cq_status cq__sqlite_step_all(cq__connection *connection, cq__request *request, sqlite3_stmt *statement)
{
	const bool writes = !request->text->reads_only;
	const int64_t changes_before = writes ? sqlite3_total_changes64(connection->handle) : 0;
	int code = sqlite3_step(statement);
	if (code == SQLITE_ROW)
		CQ_TRY(step_rows(connection, request, statement, writes, &code));
	if (__builtin_expect(code != SQLITE_DONE && code != SQLITE_ROW, 0))
		return cq__sqlite_failed(connection, request, code, false);
	if (writes) {
		/* Statements that change no rows leave the number of the one before them. */
		if (sqlite3_total_changes64(connection->handle) != changes_before)
			request->changes += sqlite3_changes64(connection->handle);
		request->last_key = sqlite3_last_insert_rowid(connection->handle);
	}
	return CQ_OK;
}

/* ---- one statement ----------------------------------------------------------------------------------------------- */

static cq_status check_parameters(cq__request *request, const cq__prepared *prepared, uint64_t given)
{
	const int there = sqlite3_bind_parameter_count(prepared->statement);
	if (there >= 0 && (uint64_t)there == given)
		return CQ_OK;
	return cq__error_set(request->error, CQ_MISUSE, "the statement has %d parameters and is given %llu values", there,
		(unsigned long long)given);
}

static cq_status bind(cq__connection *connection, cq__request *request, cq__prepared *prepared)
{
	const cq__text *const text = request->text;
	if (!request->was_cached)
		CQ_TRY(check_parameters(request, prepared, text->bind_count));
	if (text->bind_count == 0)
		return CQ_OK;
	cq__binder binder = { .statement = prepared->statement, .scratch = &connection->scratch,
		.handle = connection->handle, .giver.error = request->error };
	const cq_status status = cq__sqlite_bind_values(&binder, text, request->values);
	prepared->binds_array = binder.bound_array;
	return status;
}

cq_status cq__sqlite_run_statement(cq__connection *connection, cq__request *request)
{
	const cq__text *const text = request->text;
	cq__prepared *prepared = text->cacheable ? cq__sqlite_cached(&connection->cache, text->id) : NULL;
	if (__builtin_expect(prepared != NULL, 1)) {
		prepared->entry.users = 1;
		request->was_cached = true;
	} else {
		CQ_TRY(cq__sqlite_prepare(connection, request, text, &prepared));
	}
	/* A write must not upgrade the reads' transaction, and must not share it. */
	if (__builtin_expect(connection->sharing && !prepared->read_only, 0))
		cq__sqlite_share_end(connection);
	cq__guard kind = CQ__GUARD_NONE;
	cq_status status = bind(connection, request, prepared);
	if (__builtin_expect(text->returning && status == CQ_OK, 0))
		status = cq__sqlite_guard_open(connection, request, &kind);
	if (__builtin_expect(status == CQ_OK, 1))
		status = cq__sqlite_step_all(connection, request, prepared->statement);
	cq__sqlite_done_with(connection, prepared);
	if (connection->scratch != NULL)
		cq__sqlite_scratch_reset(&connection->scratch);
	return __builtin_expect(kind == CQ__GUARD_NONE, 1) ? status :
		cq__sqlite_guard_close(connection, request, kind, status);
}

cq_status cq__sqlite_run_prepare(cq__connection *connection, cq__request *request)
{
	const cq__text *const text = request->text;
	const uint64_t objects = text->rows_per_run > 1 ? text->rows_per_run : 1;
	/* What was prepared before may be of a schema that is gone. */
	cq__text fresh = *text;
	fresh.cacheable = false;
	cq__prepared *prepared;
	CQ_TRY(cq__sqlite_prepare(connection, request, &fresh, &prepared));
	cq_status status = check_parameters(request, prepared, objects * text->bind_count + text->value_bind_count);
	if (status == CQ_OK && request->plan != NULL) {
		cq__decoder decoder = { .statement = prepared->statement, .error = request->error, .plan = request->plan };
		status = cq__sqlite_check_columns(&decoder, &connection->scratch);
	}
	cq__sqlite_done_with(connection, prepared);
	if (connection->scratch != NULL)
		cq__sqlite_scratch_reset(&connection->scratch);
	return status;
}

static cq_status run_part(cq__connection *connection, cq__request *request, const char *sql, int length,
	const char **rest)
{
	sqlite3_stmt *statement = NULL;
	int code = sqlite3_prepare_v3(connection->handle, sql, length, 0, &statement, rest);
	if (code != SQLITE_OK)
		return cq__sqlite_failed(connection, request, code, true);
	if (statement == NULL)
		return CQ_OK;
	do {
		code = sqlite3_step(statement);
		request->rows_seen += code == SQLITE_ROW;
	} while (code == SQLITE_ROW);
	const cq_status status = code == SQLITE_DONE ? CQ_OK : cq__sqlite_failed(connection, request, code, false);
	(void)sqlite3_finalize(statement);
	return status;
}

cq_status cq__sqlite_run_script(cq__connection *connection, cq__request *request)
{
	const char *at = request->text->sql;
	const char *const end = at + request->text->length;
	if (request->text->length > INT32_MAX - 1)
		return cq__error_set(request->error, CQ_TOO_LARGE, "the script is longer than SQLite takes");
	const int64_t changes_before = sqlite3_total_changes64(connection->handle);
	while (at < end && *at != '\0') {
		CQ_TRY(cq__sqlite_may_go_on(connection, request));
		const char *rest = end;
		CQ_TRY(run_part(connection, request, at, (int)(end - at), &rest));
		at = rest;
	}
	request->changes = sqlite3_total_changes64(connection->handle) - changes_before;
	return CQ_OK;
}
