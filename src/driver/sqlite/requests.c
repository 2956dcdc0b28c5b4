/* driver/sqlite/requests.c: carries out requests: one, or a list in which neighbouring reads share a transaction.
 *
 * It knows nothing of which thread it runs in: the handle is its thread's as long as it runs.
 */
#include "driver/sqlite/sqlite.h"

void cq__sqlite_refuse_request(cq__request *request, cq_status status, const char *why)
{
	request->status = cq__error_set(request->error, status, "%s", why);
	if (request->queue_ns != 0)
		request->queue_ns = (int64_t)cq__monotonic_ns() - request->queue_ns;
	request->items = NULL;
	request->item_count = 0;
}

static cq_status dispatch(cq__connection *connection, cq__request *request)
{
	if (request->kind == CQ__REQUEST_PREPARE)
		return cq__sqlite_run_prepare(connection, request);
	if (request->sink == CQ__SINK_STREAM)
		return cq__sqlite_run_stream(connection, request);
	switch (request->kind) {
	case CQ__REQUEST_STATEMENT:
		return cq__sqlite_run_statement(connection, request);
	case CQ__REQUEST_ROWS:
		return cq__sqlite_run_rows(connection, request);
	case CQ__REQUEST_SCRIPT:
		return cq__sqlite_run_script(connection, request);
	case CQ__REQUEST_CONTROL:
		return cq__sqlite_run_control(connection, request);
	case CQ__REQUEST_PREPARE:
		return cq__sqlite_run_prepare(connection, request);
	case CQ__REQUEST_CONNECT:
		return CQ_OK; /* the file was opened when the connection was made */
	}
	return cq__error_set(request->error, CQ_MISUSE, "the request is of no kind that there is");
}

/* Outputs are empty on failure; an arena that was made for them goes with them. */
static void drop_items(cq__request *request, bool own_arena)
{
	request->items = NULL;
	request->item_count = request->item_capacity = 0;
	if (own_arena) {
		cq__arena_destroy(request->arena);
		request->arena = NULL;
	}
}

/* Until it began, queue_ns is the moment at which it was queued; 0: it was not. */
static uint64_t begin_timing(cq__request *request)
{
	const uint64_t now = cq__monotonic_ns();
	request->queue_ns = request->queue_ns != 0 ? (int64_t)now - request->queue_ns : 0;
	request->prepare_ns = request->decode_ns = 0;
	return now;
}

/* Of many rows decoding is measured in samples, and so may seem to have taken longer than all of it. */
static void end_timing(cq__request *request, uint64_t begun)
{
	request->run_ns = (int64_t)(cq__monotonic_ns() - begun) - request->prepare_ns;
	if (request->decode_ns > request->run_ns)
		request->decode_ns = request->run_ns;
	request->wait_ns = request->run_ns - request->decode_ns;
}

/* A failure has ended the transaction: what was sent as a part of it must not be committed by itself. */
static cq_status meet_loss(cq__connection *connection, cq__request *request)
{
	if (request->within)
		return cq__error_set(request->error, CQ_DATABASE,
			"SQLite has rolled back the transaction that this is a part of, for an earlier failure");
	connection->lost = false;
	return CQ_OK;
}

static void carry_out(cq__connection *connection, cq__request *request)
{
	const bool own_arena = request->arena == NULL;
	const bool nameless = request->error == NULL;
	const uint64_t begun = request->timing ? begin_timing(request) : 0;
	if (nameless)
		request->error = &connection->unwanted;
	request->items = NULL;
	request->item_count = request->item_capacity = 0;
	request->changes = request->rows_seen = request->last_key = 0;
	connection->current = request;
	connection->stopped = CQ_OK;

	cq_status status = cq__sqlite_may_go_on(connection, request);
	if (__builtin_expect(connection->lost, 0) && status == CQ_OK)
		status = meet_loss(connection, request);
	if (__builtin_expect(status == CQ_OK, 1))
		status = dispatch(connection, request);
	if (__builtin_expect(status != CQ_OK, 0)) {
		drop_items(request, own_arena);
		if (atomic_load_explicit(&connection->in_transaction, memory_order_relaxed) && request->control != CQ__CONTROL_COMMIT
			&& sqlite3_get_autocommit(connection->handle) != 0)
			connection->lost = true;
	}

	connection->current = NULL;
	if (nameless) {
		cq__error_clear(&connection->unwanted);
		request->error = NULL;
	}
	if (request->timing)
		end_timing(request, begun);
	request->status = status;
	/* A failure may have ended the transaction, and any text may have opened one. */
	request->in_transaction = !connection->sharing && sqlite3_get_autocommit(connection->handle) == 0;
	atomic_store_explicit(&connection->in_transaction, request->in_transaction, memory_order_relaxed);
}

void cq__sqlite_run_directly(cq__connection *connection, cq__request *request)
{
	if (__builtin_expect(connection->forgotten_count != 0, 0))
		cq__sqlite_drop_forgotten(connection);
	if (request->deadline_ns != 0)
		cq__sqlite_watch(connection, true);
	carry_out(connection, request);
	if (request->deadline_ns != 0)
		cq__sqlite_watch(connection, false);
}

static bool is_shareable(const cq__request *request)
{
	return request->kind == CQ__REQUEST_STATEMENT && request->sink != CQ__SINK_STREAM && request->text->reads_only;
}

static bool next_is_shareable(const cq__batch *batch)
{
	cq__job *const next = cq__batch_peek(batch);
	return next != NULL && is_shareable(CQ__JOB_ENTRY(next, cq__request, job));
}

void cq__sqlite_carry_out_batch(void *user, cq__batch *batch)
{
	cq__connection *const connection = user;
	cq__job *job;
	cq__sqlite_watch(connection, true);
	while ((job = cq__batch_next(batch)) != NULL) {
		cq__request *const request = CQ__JOB_ENTRY(job, cq__request, job);
		const bool shareable = is_shareable(request);
		if (connection->sharing && !shareable)
			cq__sqlite_share_end(connection);
		/* A stream that is open has a read transaction already. */
		if (!connection->sharing && shareable && next_is_shareable(batch) && connection->open_streams == 0)
			cq__sqlite_share_begin(connection);
		connection->batch = batch;
		connection->first_look_ns = 0;
		carry_out(connection, request);
		connection->batch = NULL;
		/* Whoever sees the request done may find the handle free, so the transaction ends before. */
		if (connection->sharing && !next_is_shareable(batch))
			cq__sqlite_share_end(connection);
		cq__batch_finished(batch, job);
	}
	if (connection->sharing)
		cq__sqlite_share_end(connection);
	cq__sqlite_watch(connection, false);
}

void cq__sqlite_drop_forgotten(cq__connection *connection)
{
	for (uint32_t i = 0; i < connection->forgotten_count; i++)
		cq__prepared_cache_forget(&connection->cache, connection->forgotten[i]);
	connection->forgotten_count = 0;
}
