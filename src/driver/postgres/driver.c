/* driver/postgres/driver.c: the driver's table of functions.
 *
 * It knows nothing of the protocol. The executor calls it, always in the thread that owns the engine.
 */
#include "driver/postgres/postgres.h"

static const char foreign[] = "the connection is closed, or was opened before this process was forked";

/* ---- opening and closing ------------------------------------------------------------------------------------------ */

static void run_flush(cq__deferred *deferred)
{
	cq__pg_flush(deferred->user);
}

static void run_read_on(cq__deferred *deferred)
{
	cq__pg_read_on(deferred->user);
}

static void run_deliver(cq__deferred *deferred)
{
	(void)cq__pg_deliver(deferred->user);
}

static cq_status open_connection(const cq__open_options *options, cq__error *error, cq__connection **out)
{
	*out = NULL;
	cq__connection *const connection = cq__zalloc(sizeof *connection);
	if (connection == NULL)
		return cq__error_set(error, CQ_NO_MEMORY, NULL);
	cq__process_watch_forks();
	connection->process = cq__process_now();
	connection->loop = options->loop;
	connection->unnamed = options->unnamed;
	connection->log = (cq__log){ options->log, options->log_user, CQ_LOG_TRACE };
	connection->flush = (cq__deferred){ .run = run_flush, .user = connection };
	connection->read_on = (cq__deferred){ .run = run_read_on, .user = connection };
	connection->deliver = (cq__deferred){ .run = run_deliver, .user = connection };
	cq__list_init(&connection->queued);
	cq__list_init(&connection->sent);
	cq__list_init(&connection->finished);
	cq__list_init(&connection->spare);
	cq__list_init(&connection->streams);
	cq__pg_cache_init(&connection->cache, options->statement_cache_bytes);
	const cq_status status = cq__pg_connect_begin(connection, options, error);
	if (status != CQ_OK) {
		cq__free(connection);
		return status;
	}
	*out = connection;
	return CQ_OK;
}

/* Nobody is inside any more. */
void cq__pg_leave_slow(cq__connection *connection)
{
	cq__list_link *link;
	while ((link = cq__list_pop_front(&connection->spare)) != NULL)
		cq__free(CQ__LIST_ENTRY(link, cq__pg_item, link));
	cq__pg_cache_release(&connection->cache);
	cq__pg_decoder_release(&connection->decoder);
	cq__pg_encoder_release(&connection->encoder);
	cq__pg_rows_release(&connection->rows);
	cq__pg_parameters_release(&connection->parameters);
	cq__error_release(&connection->broken_error);
	cq__free(connection->commands);
	PQfinish(connection->handle);
	cq__free(connection);
}

static void close_connection(cq__connection *connection)
{
	/* A child must not touch what its parent has open, not even to close it. */
	if (connection == NULL || connection->closed || !cq__pg_is_ours(connection))
		return;
	cq__pg_enter(connection);
	connection->closed = true;
	connection->process = cq__process_now() - 1;
	/* The server would go on with what nobody waits for. */
	if (connection->command_count != 0 && !connection->broken && !connection->connecting)
		cq__pg_cancel_and_leave(connection);
	cq__pg_cancel_release(connection);
	cq__loop_forget(connection->loop, &connection->watch);
	cq__loop_undefer(connection->loop, &connection->flush);
	cq__loop_undefer(connection->loop, &connection->read_on);
	cq__timer_stop(connection->loop, &connection->timer);
	cq__error_set(&connection->broken_error, CQ_CANCELLED, "the connection was closed");
	connection->broken = true;
	cq__pg_end_all(connection, CQ_CANCELLED, "the connection was closed");
	cq__pg_stream_end_all(connection);
	while (cq__pg_deliver(connection) != 0) {
	}
	cq__loop_undefer(connection->loop, &connection->deliver);
	cq__pg_leave(connection);
}

/* ---- requests ----------------------------------------------------------------------------------------------------- */

static void refuse(cq__request *request, cq_status status, const char *why)
{
	request->status = cq__error_set(request->error, status, "%s", why);
	request->items = NULL;
	request->item_count = 0;
}

/* It needs nothing but that the connection stands, and then it is its turn. */
static cq_status send_nothing(cq__connection *connection, cq__pg_item *item)
{
	(void)connection;
	cq__pg_request_clear(item->request);
	return CQ_OK;
}

static const cq__pg_kind kind_connect = { .send = send_nothing };

/* NULL: there is no such request. */
static const cq__pg_kind *kind_of(const cq__connection *connection, const cq__request *request)
{
	switch (request->kind) {
	case CQ__REQUEST_STATEMENT:
		if (__builtin_expect(cq__pg_scan_wanted(connection, request), 0))
			return &cq__pg_kind_scan;
		return request->text->returning && (request->row_limit != 0 || !cq__pg_gives_keys(request->plan)) ? &cq__pg_kind_returning :
			&cq__pg_kind_statement;
	case CQ__REQUEST_ROWS:
		return cq__pg_rows_kind(request);
	case CQ__REQUEST_SCRIPT:
		return &cq__pg_kind_script;
	case CQ__REQUEST_CONTROL:
		return &cq__pg_kind_control;
	case CQ__REQUEST_PREPARE:
		return &cq__pg_kind_prepare;
	case CQ__REQUEST_CONNECT:
		return &kind_connect;
	}
	return NULL;
}

/* Puts a request into the queue; NULL, and the request has failed. */
static cq__pg_item *enqueue(cq__connection *connection, cq__request *request)
{
	if (!cq__pg_is_ours(connection)) {
		refuse(request, CQ_MISUSE, foreign);
		return NULL;
	}
	/* That may break it. */
	if (!connection->broken && (!cq__list_empty(&connection->streams) || request->kind == CQ__REQUEST_CONTROL))
		cq__pg_stream_yield(connection, request);
	if (connection->broken) {
		request->status = cq__error_set(request->error, connection->never_stood ? cq__error_get(&connection->broken_error)->code :
			CQ_CONNECTION, "%s", cq__error_get(&connection->broken_error)->message);
		cq__error_set_sqlstate(request->error, cq__error_get(&connection->broken_error)->sqlstate);
		return NULL;
	}
	const cq__pg_kind *const kind = kind_of(connection, request);
	if (kind == NULL) {
		refuse(request, CQ_UNSUPPORTED, "this driver has no requests of that kind");
		return NULL;
	}
	cq__pg_item *const item = cq__pg_enqueue(connection, kind, request, NULL);
	if (item == NULL)
		refuse(request, CQ_NO_MEMORY, cq_status_text(CQ_NO_MEMORY));
	return item;
}

static void submit(cq__connection *connection, cq__request *request)
{
	/* A server that has nothing to do gets the first few at once; one that is at work has time for more to come together. */
	enum { AHEAD = 8, AHEAD_OF_BUSY = 64 };
	if (enqueue(connection, request) != NULL) {
		if (__builtin_expect(connection->unsent >= AHEAD, 0) &&
			(connection->command_count == 0 || connection->unsent >= AHEAD_OF_BUSY))
			cq__pg_send_ahead(connection);
		return;
	}
	/* It is told from the loop like any other. */
	request->job.state = CQ__JOB_FINISHED;
	if (connection->closed) {
		if (request->completed != NULL)
			request->completed(request);
		return;
	}
	if (!cq__pg_is_ours(connection))
		return;
	request->job.next = NULL;
	if (connection->failed.first == NULL)
		connection->failed.first = &request->job;
	else
		connection->failed.last->next = &request->job;
	connection->failed.last = &request->job;
	cq__loop_defer(connection->loop, &connection->deliver);
	cq__loop_stir(connection->loop);
}

static void sit_out(cq__connection *connection, cq__pg_item *item, cq__deadline deadline)
{
	cq__pg_enter(connection);
	item->sat_out = true;
	if (item->place == CQ__PG_QUEUED && __builtin_expect(cq__deadline_passed(deadline), 0))
		cq__pg_stop(connection, item, true);
	cq__pg_flush(connection);
	if (!cq__pg_wait_for(connection, &item->over, deadline)) {
		cq__pg_stop(connection, item, true);
		/* The grace ends it. */
		while (!cq__pg_wait_for(connection, &item->over, 0)) {
		}
	}
	cq__pg_sat_out(connection, item);
	cq__pg_leave(connection);
}

void cq__pg_run_queued(cq__connection *connection, cq__request *request)
{
	cq__pg_item *const item = enqueue(connection, request);
	if (item != NULL)
		sit_out(connection, item, (cq__deadline)request->deadline_ns);
}

/* It failed when it was submitted, and has not been told so. */
static void take_failed(cq__connection *connection, cq__request *request)
{
	cq__job **place = &connection->failed.first, *before = NULL;
	while (*place != NULL && *place != &request->job) {
		before = *place;
		place = &(*place)->next;
	}
	if (*place == NULL)
		return;
	*place = request->job.next;
	if (connection->failed.last == &request->job)
		connection->failed.last = before;
	request->job.next = NULL;
}

static void wait(cq__connection *connection, cq__request *request)
{
	if (!cq__pg_is_ours(connection)) {
		refuse(request, CQ_MISUSE, foreign);
		return;
	}
	if (request->job.state == CQ__JOB_FINISHED) {
		take_failed(connection, request);
		return;
	}
	cq__pg_item *const item = cq__pg_item_of(request);
	if (item == NULL)
		return;
	if (!item->over) {
		sit_out(connection, item, (cq__deadline)request->deadline_ns);
		return;
	}
	cq__list_remove(&item->finish_link);
	cq__pg_sat_out(connection, item);
}

static int drive(cq__connection *connection)
{
	return cq__pg_is_ours(connection) ? cq__pg_deliver(connection) : 0;
}

static void cancel(cq__connection *connection, cq__request *request)
{
	if (!cq__pg_is_ours(connection))
		return;
	__atomic_store_n(&request->cancelled, 1, __ATOMIC_RELAXED);
	if (request->sink == CQ__SINK_STREAM) {
		cq__pg_stream_cancel(connection, request);
		return;
	}
	cq__pg_item *const item = cq__pg_item_of(request);
	if (item != NULL)
		cq__pg_stop(connection, item, cq__deadline_passed((cq__deadline)request->deadline_ns));
}

/* ---- looking ------------------------------------------------------------------------------------------------------ */

static void look(cq__connection *connection)
{
	/* A server says why it goes, and goes: the first read finds its words, the second its end. */
	for (int i = 0; i < 2 && cq__pg_is_ours(connection) && !connection->closed; i++)
		cq__pg_read(connection);
}

static cq__connection_state state(cq__connection *connection)
{
	if (!cq__pg_is_ours(connection) || connection->broken)
		return CQ__STATE_BROKEN;
	if (connection->connecting)
		return CQ__STATE_CONNECTING;
	if (PQstatus(connection->handle) == CONNECTION_BAD)
		return CQ__STATE_BROKEN;
	if (connection->command_count != 0 || connection->load != 0 || !cq__list_empty(&connection->queued) ||
		cq__pg_cancelling(connection))
		return CQ__STATE_BUSY;
	if (!cq__pg_look_alive(connection))
		return CQ__STATE_BROKEN;
	switch (PQtransactionStatus(connection->handle)) {
	case PQTRANS_IDLE:
		return CQ__STATE_IDLE;
	case PQTRANS_INTRANS:
	case PQTRANS_INERROR:
		return CQ__STATE_TRANSACTION;
	default:
		return CQ__STATE_BUSY;
	}
}

static uint32_t load(cq__connection *connection)
{
	return connection->load;
}

static bool in_transaction(cq__connection *connection)
{
	return cq__pg_is_ours(connection) && !connection->broken && cq__pg_in_transaction(connection);
}

static uint32_t bind_limit(cq__connection *connection)
{
	(void)connection;
	return CQ__PG_MOST_PARAMETERS;
}

static void forget(cq__connection *connection, uint32_t text_id)
{
	if (cq__pg_is_ours(connection))
		cq__prepared_cache_forget(&connection->cache.prepared, text_id);
}

static void *native(cq__connection *connection)
{
	return cq__pg_is_ours(connection) ? connection->handle : NULL;
}

const cq__driver cq__driver_postgres = {
	.name = "postgresql",
	.check_url = cq__pg_check_url,
	.open = open_connection,
	.close = close_connection,
	.submit = submit,
	.run = cq__pg_run,
	.wait = wait,
	.drive = drive,
	.cancel = cancel,
	.state = state,
	.look = look,
	.load = load,
	.listen = cq__pg_listen,
	.in_transaction = in_transaction,
	.bind_limit = bind_limit,
	.forget = forget,
	.stream_open = cq__pg_stream_open,
	.stream_next = cq__pg_stream_next,
	.stream_close = cq__pg_stream_close,
	.stream_ready = cq__pg_stream_ready,
	.native = native,
};
