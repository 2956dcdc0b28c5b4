/* driver/postgres/statement.c: one statement: its values become parameters, its rows the request's, and the short way of one
 * that is run alone.
 *
 * It knows nothing of groups and Syncs. pipeline.c gives it its turn, pipeline_read.c its results.
 */
#include "driver/postgres/postgres.h"

#include <poll.h>

/* ---- a request's outputs ------------------------------------------------------------------------------------------ */

void cq__pg_request_empty(cq__request *request, bool own_arena)
{
	request->items = NULL;
	request->item_count = request->item_capacity = 0;
	request->rows_seen = request->changes = 0;
	if (own_arena) {
		cq__arena_destroy(request->arena);
		request->arena = NULL;
	}
}

void cq__pg_request_clear(cq__request *request)
{
	request->items = NULL;
	request->item_count = request->item_capacity = 0;
	request->changes = request->rows_seen = request->last_key = 0;
	request->prepare_ns = request->run_ns = request->wait_ns = request->decode_ns = 0;
	request->status = CQ_OK;
	request->abandoned = false;
	request->was_cached = false;
}

/* ---- results ------------------------------------------------------------------------------------------------------ */

/* What is looked at more closely: see scan.c. */
enum { MANY_ROWS = 4096 };

/* The number in the tag of what writes: "INSERT 0 5", "UPDATE 5", "DELETE 5", "MERGE 5"; SELECT, FETCH and MOVE change nothing. */
static int64_t changes_of(const PGresult *result)
{
	PGresult *const asked = (PGresult *)(uintptr_t)result; /* libpq only reads it */
	const char *const tag = PQcmdStatus(asked);
	const bool writes = tag[0] == 'I' || tag[0] == 'U' || tag[0] == 'D' || (tag[0] == 'M' && tag[1] == 'E') ||
		(tag[0] == 'C' && tag[1] == 'O' && tag[2] == 'P');
	if (!writes)
		return 0;
	int64_t number = 0;
	for (const char *at = PQcmdTuples(asked); *at >= '0' && *at <= '9'; at++)
		number = number * 10 + (*at - '0');
	return number;
}

/* The rows of a result into its request, and what it changed. kept: the result is the caller's own, see cq__pg_decode_own. */
__attribute__((always_inline)) static inline cq_status take_rows(cq__request *request, cq__pg_decoder *decoder, PGresult *result,
	ExecStatusType kind, bool *kept)
{
	if (kind != PGRES_COMMAND_OK) {
		if (request->plan == NULL)
			request->rows_seen += PQntuples(result);
		else if (kept != NULL)
			CQ_TRY(cq__pg_decode_own(decoder, result, request, kept));
		else
			CQ_TRY(cq__pg_decode(decoder, result, request));
	}
	if (request->text->reads_only)
		return CQ_OK;
	request->changes += changes_of(result);
	/* It asks for two to see that there is no second. */
	if (__builtin_expect(request->text->returning && request->sink == CQ__SINK_FIRST && request->row_limit == 2 &&
			PQntuples(result) > 1, 0))
		return cq__error_set(request->error, CQ_TOO_MANY_ROWS, NULL);
	return CQ_OK;
}

void cq__pg_take_result(cq__connection *connection, cq__pg_item *item, uint32_t tag, const PGresult *result)
{
	cq__request *const request = item->request;
	if (cq__pg_take_status(connection, item, result) != CQ_OK || request == NULL)
		return;
	const uint64_t begun = request->timing ? cq__monotonic_ns() : 0;
	cq__pg_decoder *const decoder = item->prepared != NULL ? &item->prepared->decoder : &connection->decoder;
	/* A cursor's rows, and those of a statement that was prepared anew meanwhile, may have other columns. */
	const bool other = item->prepared != NULL && (tag != CQ__PG_TAG_RUN || item->generation != item->prepared->generation);
	if (other)
		decoder->settled = NULL;
	PGresult *const seen = (PGresult *)(uintptr_t)result; /* it is only read */
	item->status = take_rows(request, decoder, seen, PQresultStatus(result), NULL);
	if (other)
		decoder->settled = NULL;
	if (__builtin_expect(item->prepared != NULL && PQntuples(result) > MANY_ROWS, 0))
		cq__pg_scan_note(&item->prepared->scan, request, PQntuples(result));
	if (request->timing)
		request->decode_ns += (int64_t)(cq__monotonic_ns() - begun);
}

/* ---- through the queue -------------------------------------------------------------------------------------------- */

static cq_status encode(cq__connection *connection, cq__request *request, cq__error *error)
{
	return cq__pg_encode_statement(&connection->encoder, error, request->text, request->values);
}

static cq_status send_statement(cq__connection *connection, cq__pg_item *item)
{
	cq__request *const request = item->request;
	cq__pg_request_clear(request);
	CQ_TRY(encode(connection, request, item->error));
	return cq__pg_send_statement(connection, item, CQ__PG_TAG_RUN, request->text, 1);
}

const cq__pg_kind cq__pg_kind_statement = { .send = send_statement };
const cq__pg_kind cq__pg_kind_returning = { .send = send_statement, .alone = true, .looks = true };

/* ---- only prepared ------------------------------------------------------------------------------------------------ */

/* How often the objects' parameters stand in it: a COPY has none, arrays hold those of all objects. */
static size_t runs_of(const cq__text *text)
{
	if (text->rows_form != CQ__ROWS_VALUES)
		return text->rows_form == CQ__ROWS_COPY ? 0 : 1;
	return text->rows_per_run > 1 ? text->rows_per_run : 1;
}

/* Anew and without a name: what was prepared before may be of an older schema. */
static cq_status send_prepare(cq__connection *connection, cq__pg_item *item)
{
	cq__request *const request = item->request;
	const cq__text *const text = request->text;
	const size_t runs = runs_of(text);
	cq__pg_request_clear(request);
	Oid *const types = cq__alloc_array(text->bind_count * runs + text->value_bind_count + 1, sizeof *types);
	if (types == NULL)
		return cq__error_set(item->error, CQ_NO_MEMORY, NULL);
	const size_t count = cq__pg_parameter_types(text, runs, types);
	const cq_status status = cq__pg_send_parse(connection, item, CQ__PG_TAG_PARSE, "", text->sql, (int)count, types);
	cq__free(types);
	if (status != CQ_OK)
		return status;
	CQ_TRY(cq__pg_sent(connection, item, PQsendDescribePrepared(connection->handle, "")));
	cq__pg_command_push(connection, item, CQ__PG_TAG_DESCRIBE);
	return CQ_OK;
}

static void take_prepared(cq__connection *connection, cq__pg_item *item, uint32_t tag, const PGresult *result)
{
	if (cq__pg_take_status(connection, item, result) != CQ_OK || tag != CQ__PG_TAG_DESCRIBE)
		return;
	const cq__request *const request = item->request;
	if (request->plan != NULL)
		item->status = cq__pg_decoder_fit(&connection->decoder, result, request->plan, item->error);
}

const cq__pg_kind cq__pg_kind_prepare = { .send = send_prepare, .result = take_prepared, .alone = true };

/* ---- the short way ------------------------------------------------------------------------------------------------ */

/* Nothing but this connection is waited for: then it may be waited for in libpq, as PQexecPrepared does. */
static inline bool waits_alone(const cq__connection *connection)
{
	const cq__loop *const loop = connection->loop;
	return (loop->watch_count == 0) & (loop->timers == NULL) & cq__list_empty(&loop->deferred);
}

/* Whether the request can go without the queue: it is prepared, and nothing else is under way here. */
static inline cq__pg_prepared *find_short(cq__connection *connection, const cq__request *request)
{
	const cq__text *const text = request->text;
	/* None of it is likely, so all is looked at in one go. */
	const int queues = (int)!cq__list_empty(&connection->sent) | (int)!cq__list_empty(&connection->queued);
	const bool busy = queues | (connection->command_count != 0) | connection->connecting | connection->broken | connection->lost | (connection->hidden_transactions != 0) |
		((connection->cache.dropped_count != 0) & !connection->in_transaction) | (connection->cancel != NULL);
	if (__builtin_expect(busy | (text->returning & !request->within) | (request->error == NULL) | (request->deadline_ns != 0) |
			!waits_alone(connection), 0))
		return NULL;
	cq__pg_prepared *const prepared = cq__pg_cache_find(&connection->cache, text->id);
	if (__builtin_expect(prepared == NULL || (!prepared->parsed | !prepared->entry.kept | prepared->scan.large), 0))
		return NULL;
	cq__pg_cache_touch(&connection->cache, prepared);
	return prepared;
}

static cq_status fail_short(cq__connection *connection, cq__request *request, const PGresult *result)
{
	if (cq__pg_is_fatal(result))
		(void)cq__pg_result_failed(connection, result, &connection->broken_error);
	const cq_status status = cq__pg_result_failed(connection, result, request->error);
	request->abandoned = status == CQ_CONNECTION && !request->text->reads_only;
	return status;
}

/* A second result is the failure to keep what the first has told of. */
__attribute__((noinline)) static cq_status take_rest(cq__connection *connection, cq__request *request, cq_status status, PGresult *rest)
{
	for (; rest != NULL; rest = PQgetResult(connection->handle)) {
		const ExecStatusType kind = PQresultStatus(rest);
		if (kind == PGRES_COPY_IN || kind == PGRES_COPY_OUT || kind == PGRES_COPY_BOTH) {
			PQclear(rest);
			cq__pg_break(connection, "the statement is a COPY");
			return status != CQ_OK ? status : cq__error_set(request->error, CQ_UNSUPPORTED, "COPY is not a statement to be run");
		}
		if (status == CQ_OK)
			status = fail_short(connection, request, rest);
		PQclear(rest);
	}
	return status;
}

/* Behind its first result libpq gives a NULL. */
static inline cq_status finish_short(cq__connection *connection, cq__request *request, cq_status status)
{
	PGresult *const rest = PQgetResult(connection->handle);
	if (__builtin_expect(rest != NULL, 0))
		status = take_rest(connection, request, status, rest);
	if (__builtin_expect(PQstatus(connection->handle) == CONNECTION_BAD || cq__error_is_set(&connection->broken_error), 0)) {
		cq__pg_break(connection, NULL);
		connection->in_transaction = false;
	} else {
		connection->in_transaction = PQtransactionStatus(connection->handle) != PQTRANS_IDLE;
	}
	return status;
}

/* Its plan is void: it goes through the queue, prepared anew, where that may be. */
static bool goes_again(cq__connection *connection, const cq__request *request, cq__pg_prepared *prepared, const PGresult *result)
{
	if (!cq__pg_is_stale(result))
		return false;
	cq__pg_cache_renew(&connection->cache, prepared);
	return !request->within && !connection->in_transaction;
}

/* libpq gave nothing: the connection is gone. */
static cq_status lose_short(cq__connection *connection, cq__request *request)
{
	cq__pg_break(connection, NULL);
	request->abandoned = !request->text->reads_only;
	return cq__error_copy(request->error, &connection->broken_error);
}

/* What is left to do of a write in a transaction whose rows cannot be handed over: the transaction must not be kept. */
static void undo_short(cq__connection *connection)
{
	PGresult *const result = PQexec(connection->handle, "cquel gives up the transaction: the rows of a write were not taken");
	PQclear(result);
}

/* The answer has begun to come, or PQgetResult is to find out why not. It would wait by itself, in more steps. */
static inline void await_answer(cq__connection *connection)
{
	PGconn *const handle = connection->handle;
	if (__builtin_expect(PQflush(handle) != 0, 0))
		return;
	struct pollfd descriptor = { .fd = PQsocket(handle), .events = POLLIN };
	if (__builtin_expect(descriptor.fd >= 0, 1) && poll(&descriptor, 1, -1) > 0)
		(void)PQconsumeInput(handle);
}

/* What libpq takes to see that there is no further result is the server's time, but too short to be looked at. */
static void end_timing(cq__request *request, uint64_t begun, uint64_t came)
{
	request->wait_ns = (int64_t)(came - begun);
	request->decode_ns = (int64_t)(cq__monotonic_ns() - came);
	request->run_ns = request->wait_ns + request->decode_ns;
}

/* A result that is no success. *again: it is to go through the queue instead. */
static cq_status take_short_failure(cq__connection *connection, cq__request *request, cq__pg_prepared *prepared, PGresult *result,
	bool *again)
{
	cq_status status;
	*again = goes_again(connection, request, prepared, result);
	if (PQresultStatus(result) == PGRES_EMPTY_QUERY)
		status = cq__error_set(request->error, CQ_SYNTAX, "the text holds no statement");
	else
		status = *again ? CQ_DATABASE : fail_short(connection, request, result);
	PQclear(result);
	status = finish_short(connection, request, status);
	if (*again && connection->broken) {
		*again = false;
		status = cq__error_copy(request->error, &connection->broken_error);
	}
	return status;
}

bool cq__pg_run_short(cq__connection *connection, cq__request *request)
{
	cq__pg_prepared *const prepared = find_short(connection, request);
	if (prepared == NULL || (connection->pipelining && !cq__pg_leave_pipeline(connection)))
		return false;
	const bool own_arena = request->arena == NULL;
	const cq__pg_encoder *const encoder = &connection->encoder;
	bool again = false;
	cq__pg_request_clear(request);
	request->was_cached = true;
	const uint64_t begun = request->timing ? cq__monotonic_ns() : 0;
	cq_status status = encode(connection, request, request->error);
	if (__builtin_expect(status == CQ_OK, 1)) {
		PGresult *result = NULL;
		if (__builtin_expect(PQsendQueryPrepared(connection->handle, prepared->name, encoder->count, encoder->values,
				encoder->lengths, encoder->formats, 1) != 0, 1)) {
			await_answer(connection);
			result = PQgetResult(connection->handle);
		}
		const ExecStatusType kind = PQresultStatus(result);
		if (__builtin_expect(kind == PGRES_TUPLES_OK || kind == PGRES_COMMAND_OK, 1)) {
			const uint64_t came = request->timing ? cq__monotonic_ns() : 0;
			bool kept = false;
			status = take_rows(request, &prepared->decoder, result, kind, &kept);
			if (__builtin_expect(request->item_count > MANY_ROWS, 0))
				cq__pg_scan_note(&prepared->scan, request, PQntuples(result));
			if (!kept)
				PQclear(result);
			if (__builtin_expect(request->timing, 0))
				end_timing(request, begun, came);
			const cq_status taken = status;
			status = finish_short(connection, request, status);
			if (__builtin_expect(taken != CQ_OK && request->text->returning, 0) && !connection->broken)
				undo_short(connection);
		} else if (result == NULL) {
			status = lose_short(connection, request);
		} else {
			status = take_short_failure(connection, request, prepared, result, &again);
		}
	}
	if (__builtin_expect(status != CQ_OK, 0))
		cq__pg_request_empty(request, own_arena);
	request->status = status;
	request->in_transaction = connection->in_transaction;
	return !again;
}
