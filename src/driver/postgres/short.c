/* driver/postgres/short.c: the short way of a prepared statement that is run alone: outside of pipeline mode, what
 * PQexecPrepared does, in fewer steps.
 *
 * It knows nothing of items and groups. The executor calls it; whatever does not fit goes through the queue.
 */
#include "driver/postgres/postgres.h"

#include <poll.h>

/* ---- whether it may ----------------------------------------------------------------------------------------------- */

/* Nothing but this connection is waited for: then it may be waited for in libpq, as PQexecPrepared does. */
static inline bool waits_alone(const cq__connection *connection)
{
	const cq__loop *const loop = connection->loop;
	return (loop->watch_count == 0) & (loop->timers == NULL) & cq__list_empty(&loop->deferred);
}

/* Its statement, when it is prepared and nothing else is under way here; else NULL. */
static inline cq__pg_prepared *find_prepared(cq__connection *connection, const cq__request *request)
{
	const cq__text *const text = request->text;
	/* None of it is likely, so all is looked at in one go. */
	const bool busy = connection->connecting | connection->broken | connection->lost | (connection->cancel != NULL) |
		((connection->items | connection->command_count | connection->hidden_transactions | connection->cache.dropped_count) != 0);
	if (__builtin_expect(busy | (text->returning & !request->within) | (request->deadline_ns != 0) | !waits_alone(connection), 0))
		return NULL;
	cq__pg_prepared *const prepared = cq__pg_cache_find(&connection->cache, text->id);
	if (__builtin_expect(prepared == NULL || (!prepared->parsed | !prepared->entry.kept | prepared->scan.large), 0))
		return NULL;
	cq__pg_cache_touch(&connection->cache, prepared);
	return prepared;
}

/* ---- the end ------------------------------------------------------------------------------------------------------ */

static cq_status fail(cq__connection *connection, cq__request *request, const PGresult *result)
{
	if (cq__pg_is_fatal(result))
		(void)cq__pg_result_failed(connection, result, &connection->broken_error);
	const cq_status status = cq__pg_result_failed(connection, result, request->error);
	request->abandoned = status == CQ_CONNECTION && !request->text->reads_only;
	return status;
}

/* A second result is the failure to keep what the first has told of. */
static cq_status take_rest(cq__connection *connection, cq__request *request, cq_status status, PGresult *rest)
{
	for (; rest != NULL; rest = PQgetResult(connection->handle)) {
		const ExecStatusType kind = PQresultStatus(rest);
		if (kind == PGRES_COPY_IN || kind == PGRES_COPY_OUT || kind == PGRES_COPY_BOTH) {
			PQclear(rest);
			cq__pg_break(connection, "the statement is a COPY");
			return status != CQ_OK ? status : cq__error_set(request->error, CQ_UNSUPPORTED, "COPY is not a statement to be run");
		}
		if (status == CQ_OK)
			status = fail(connection, request, rest);
		PQclear(rest);
	}
	return status;
}

/* Behind the first result libpq gives a NULL, and knows then what became of the transaction and of the connection. */
static cq_status settle(cq__connection *connection, cq__request *request, cq_status status, PGresult *rest)
{
	status = take_rest(connection, request, status, rest);
	const PGTransactionStatusType transaction = PQtransactionStatus(connection->handle);
	connection->in_transaction = transaction != PQTRANS_IDLE;
	if (__builtin_expect(transaction == PQTRANS_UNKNOWN || cq__error_is_set(&connection->broken_error), 0)) {
		cq__pg_break(connection, NULL);
		connection->in_transaction = false;
	}
	return status;
}

/* Behind a success. What only reads leaves the transaction as it was. */
static inline cq_status finish(cq__connection *connection, cq__request *request, cq_status status)
{
	PGresult *const rest = PQgetResult(connection->handle);
	return __builtin_expect(rest == NULL && request->text->reads_only, 1) ? status : settle(connection, request, status, rest);
}

/* ---- failures ----------------------------------------------------------------------------------------------------- */

static cq_status tell_break(cq__connection *connection, cq__request *request)
{
	const cq_error *const why = cq__error_get(&connection->broken_error);
	return request->error != NULL ? cq__error_copy(request->error, &connection->broken_error) : why->code;
}

/* libpq gave nothing: the connection is gone. */
static cq_status lose(cq__connection *connection, cq__request *request)
{
	cq__pg_break(connection, NULL);
	request->abandoned = !request->text->reads_only;
	return tell_break(connection, request);
}

/* Its plan is void: it goes through the queue, prepared anew, where that may be. */
static bool goes_again(cq__connection *connection, const cq__request *request, cq__pg_prepared *prepared, const PGresult *result)
{
	if (!cq__pg_is_stale(result))
		return false;
	cq__pg_cache_renew(&connection->cache, prepared);
	return !request->within && !connection->in_transaction;
}

/* No result, or one that is no success. *again: it is to go through the queue instead. */
__attribute__((noinline)) static cq_status take_failure(cq__connection *connection, cq__request *request, cq__pg_prepared *prepared,
	PGresult *result, bool *again)
{
	if (result == NULL)
		return lose(connection, request);
	cq_status status;
	const bool renewed = goes_again(connection, request, prepared, result);
	if (PQresultStatus(result) == PGRES_EMPTY_QUERY)
		status = cq__error_set(request->error, CQ_SYNTAX, "the text holds no statement");
	else
		status = renewed ? CQ_DATABASE : fail(connection, request, result);
	PQclear(result);
	status = settle(connection, request, status, PQgetResult(connection->handle));
	if (renewed && connection->broken)
		return tell_break(connection, request);
	*again = renewed;
	return status;
}

/* What is left to do of a write in a transaction whose rows cannot be handed over: the transaction must not be kept. */
static void undo(cq__connection *connection)
{
	PGresult *const result = PQexec(connection->handle, "cquel gives up the transaction: the rows of a write were not taken");
	PQclear(result);
}

/* ---- one statement ------------------------------------------------------------------------------------------------ */

/* The answer has begun to come, or PQgetResult is to find out why not. It would wait by itself, in more steps. */
static inline void await_answer(cq__connection *connection)
{
	struct pollfd descriptor = { .fd = connection->watch.descriptor, .events = POLLIN };
	if (__builtin_expect(poll(&descriptor, 1, -1) > 0, 1))
		(void)PQconsumeInput(connection->handle);
}

/* NULL: the connection is gone. */
static inline PGresult *exchange(cq__connection *connection, const char *name)
{
	PGconn *const handle = connection->handle;
	const cq__pg_encoder *const encoder = &connection->encoder;
	if (__builtin_expect(PQsendQueryPrepared(handle, name, encoder->count, encoder->values, encoder->lengths, encoder->formats, 1) == 0,
			0))
		return NULL;
	await_answer(connection);
	return PQgetResult(handle);
}

/* What libpq takes to see that there is no further result is the server's time, but too short to be looked at. */
static void end_timing(cq__request *request, uint64_t begun, uint64_t came)
{
	request->wait_ns = (int64_t)(came - begun);
	request->decode_ns = (int64_t)(cq__monotonic_ns() - came);
	request->run_ns = request->wait_ns + request->decode_ns;
}

/* The rows of a success, and what it changed. The result is cleared, or a part of what the request has. */
static inline cq_status take(cq__request *request, cq__pg_prepared *prepared, PGresult *result)
{
	if (request->text->reads_only && request->plan != NULL) {
		const cq_status status = cq__pg_decode_own(&prepared->decoder, result, request);
		if (__builtin_expect(request->item_count > CQ__PG_MANY_ROWS, 0))
			cq__pg_scan_note(&prepared->scan, request, request->item_count);
		return status;
	}
	const cq_status status = cq__pg_take_rows(request, &prepared->decoder, result);
	PQclear(result);
	return status;
}

/* *again: its plan was void, and nothing has happened. */
static inline cq_status run_alone(cq__connection *connection, cq__request *request, cq__pg_prepared *prepared, bool *again)
{
	const uint64_t begun = request->timing ? cq__monotonic_ns() : 0;
	CQ_TRY(cq__pg_encode_statement(&connection->encoder, request->error, request->text, request->values));
	PGresult *const result = exchange(connection, prepared->name);
	const ExecStatusType kind = PQresultStatus(result);
	if (__builtin_expect(kind != PGRES_TUPLES_OK && kind != PGRES_COMMAND_OK, 0))
		return take_failure(connection, request, prepared, result, again);
	const uint64_t came = request->timing ? cq__monotonic_ns() : 0;
	const cq_status taken = take(request, prepared, result);
	if (__builtin_expect(request->timing, 0))
		end_timing(request, begun, came);
	const cq_status status = finish(connection, request, taken);
	if (__builtin_expect(taken != CQ_OK && request->text->returning, 0) && !connection->broken)
		undo(connection);
	return status;
}

void cq__pg_run(cq__connection *connection, cq__request *request)
{
	cq__pg_prepared *const prepared =
		request->kind == CQ__REQUEST_STATEMENT && cq__pg_is_ours(connection) ? find_prepared(connection, request) : NULL;
	if (__builtin_expect(prepared == NULL ||
			(connection->mode != CQ__PG_MODE_ALONE && !cq__pg_enter_mode(connection, CQ__PG_MODE_ALONE)), 0)) {
		cq__pg_run_queued(connection, request);
		return;
	}
	const bool own_arena = request->arena == NULL;
	bool again = false;
	request->was_cached = true;
	const cq_status status = run_alone(connection, request, prepared, &again);
	if (__builtin_expect(status != CQ_OK, 0)) {
		cq__pg_request_empty(request, own_arena);
		if (again) {
			cq__pg_run_queued(connection, request);
			return;
		}
	}
	request->status = status;
	request->in_transaction = connection->in_transaction;
}
