/* driver/sqlite/rows.c: one statement over an array of objects: members are bound as they stand, run after run.
 *
 * It knows nothing of how many objects a program has: the executor hands them over in requests. All objects of a request
 * are written, or none.
 */
#include "driver/sqlite/sqlite.h"

/* Runs a text over objects [first, first + count); count is a multiple of what one run takes. */
static cq_status run_over(cq__connection *connection, cq__request *request, const cq__text *text, size_t first,
	size_t count)
{
	const size_t step = text->rows_per_run > 1 ? text->rows_per_run : 1;
	cq__prepared *prepared;
	CQ_TRY(cq__sqlite_prepare(connection, request, text, &prepared));
	cq__binder binder = { .statement = prepared->statement, .scratch = &connection->scratch,
		.handle = connection->handle,
		.giver = { .error = request->error, .in_rows = true, .many = request->row_count > 1 } };
	cq_status status = CQ_OK;
	if ((uint64_t)sqlite3_bind_parameter_count(prepared->statement) != (uint64_t)text->bind_count * step + text->value_bind_count)
		status = cq__error_set(request->error, CQ_MISUSE, "the statement has %d parameters for %zu objects of %u members",
			sqlite3_bind_parameter_count(prepared->statement), step, (unsigned)text->bind_count);
	for (size_t i = first; status == CQ_OK && i < first + count; i += step) {
		int place = 1;
		for (size_t row = i; status == CQ_OK && row < i + step; row++) {
			binder.giver.row = row;
			status = cq__sqlite_bind_object(&binder, text, (const char *)request->rows + row * request->row_stride, place);
			place += (int)text->bind_count;
		}
		if (status == CQ_OK && text->value_bind_count != 0)
			status = cq__sqlite_bind_behind(&binder, text, request->values, place);
		if (status == CQ_OK)
			status = cq__sqlite_step_all(connection, request, prepared->statement);
		if (status == CQ_OK)
			(void)sqlite3_reset(prepared->statement);
		if (connection->scratch != NULL)
			cq__sqlite_scratch_reset(&connection->scratch);
	}
	cq__sqlite_done_with(connection, prepared);
	return status;
}

cq_status cq__sqlite_run_rows(cq__connection *connection, cq__request *request)
{
	const cq__text *const text = request->text;
	const size_t step = text->rows_per_run > 1 ? text->rows_per_run : 1;
	const size_t left = request->row_count % step;
	const size_t whole = request->row_count - left;
	if (left != 0 && request->tail == NULL)
		return cq__error_set(request->error, CQ_MISUSE, "%zu objects are no multiple of %zu, and there is no tail",
			request->row_count, step);
	if (connection->sharing)
		cq__sqlite_share_end(connection);
	cq__guard kind = CQ__GUARD_NONE;
	if (whole / step + left > 1 || text->returning)
		CQ_TRY(cq__sqlite_guard_open(connection, request, &kind));
	cq_status status = CQ_OK;
	if (whole != 0)
		status = run_over(connection, request, text, 0, whole);
	if (status == CQ_OK && left != 0)
		status = run_over(connection, request, request->tail, whole, left);
	return cq__sqlite_guard_close(connection, request, kind, status);
}
