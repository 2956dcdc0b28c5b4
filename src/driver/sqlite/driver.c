/* driver/sqlite/driver.c: the driver's table of functions: the owner's side of a connection.
 *
 * It knows nothing of what a request asks for. The executor calls it, always in the thread that owns the engine.
 */
#include "driver/sqlite/sqlite.h"
#include "io/process.h"

/* Callbacks of one drive(); more than that are left for the next turn of the loop. */
enum { MOST_CALLBACKS = 1024 };

static const char foreign[] = "the connection is closed, or was opened before this process was forked";

/* Closing gives the connection a number that no process has. */
static bool is_ours(const cq__connection *connection)
{
	return __builtin_expect(connection->process == cq__process_now(), 1);
}

static void on_ready(cq__watch *watch, int mask);

void cq__sqlite_rewatch(cq__connection *connection)
{
	const bool awaited = connection->outstanding != 0 || connection->chunks_wanted != 0;
	cq__loop_want(connection->loop, &connection->watch, awaited ? CQ__LOOP_READ : 0, 0);
}

static cq_status open_connection(const cq__open_options *options, cq__error *error, cq__connection **out)
{
	*out = NULL;
	cq__connection *const connection = cq__zalloc(sizeof *connection);
	if (connection == NULL)
		return cq__error_set(error, CQ_NO_MEMORY, NULL);
	cq__process_watch_forks();
	connection->process = cq__process_now();
	cq__list_init(&connection->streams);
	cq__sqlite_cache_init(&connection->cache, options->statement_cache_bytes);
	cq_status status = cq__worker_init(&connection->worker, cq__sqlite_carry_out_batch, connection, error);
	if (status == CQ_OK) {
		status = cq__sqlite_open_handle(options, connection, error);
		if (status != CQ_OK)
			cq__worker_release(&connection->worker);
	}
	if (status != CQ_OK) {
		cq__free(connection);
		return status;
	}
	connection->loop = options->loop;
	cq__watch_init(&connection->watch, connection->worker.wakeup.read_end, on_ready, connection);
	connection->bind_limit = (uint32_t)sqlite3_limit(connection->handle, SQLITE_LIMIT_VARIABLE_NUMBER, -1);
	*out = connection;
	return CQ_OK;
}

static void call_completed(cq__request *request)
{
	if (request->completed != NULL)
		request->completed(request);
}

/* Whoever still waits hears that the connection closed. */
static void complete_all(cq__connection *connection)
{
	cq__job *job;
	while ((job = connection->worker.queued.first) != NULL) {
		cq__request *const request = CQ__JOB_ENTRY(job, cq__request, job);
		if (!cq__worker_withdraw(&connection->worker, job))
			break;
		cq__sqlite_refuse_request(request, CQ_CANCELLED, "the connection was closed");
		call_completed(request);
	}
	while ((job = cq__worker_take_finished(&connection->worker)) != NULL)
		call_completed(CQ__JOB_ENTRY(job, cq__request, job));
}

static void close_connection(cq__connection *connection)
{
	/* A child must not touch what its parent has open, not even to close it. */
	if (connection == NULL || connection->closed || !is_ours(connection))
		return;
	connection->closed = true;
	connection->process = cq__process_now() - 1;
	cq__loop_forget(connection->loop, &connection->watch);
	cq__worker_stop(&connection->worker);
	complete_all(connection);
	cq__sqlite_stream_end_all(connection);
	cq__sqlite_close_handle(connection);
	cq__worker_release(&connection->worker);
	cq__error_release(&connection->unwanted);
	cq__free(connection->forgotten);
	if (connection->driving == 0)
		cq__free(connection);
}

void cq__sqlite_submit(cq__connection *connection, cq__request *request)
{
	if (!is_ours(connection)) {
		cq__sqlite_refuse_request(request, CQ_MISUSE, foreign);
		request->job.state = CQ__JOB_FINISHED;
		if (connection->closed)
			call_completed(request);
		return;
	}
	if (request->timing)
		request->queue_ns = (int64_t)cq__monotonic_ns();
	const cq_status status = cq__worker_submit(&connection->worker, &request->job, request->error);
	if (status == CQ_OK)
		return;
	request->queue_ns = 0;
	request->status = status;
	cq__worker_deliver(&connection->worker, &request->job);
}

void cq__sqlite_wait(cq__connection *connection, cq__request *request)
{
	if (!is_ours(connection)) {
		cq__sqlite_refuse_request(request, CQ_MISUSE, foreign);
		return;
	}
	if (!cq__worker_wait(&connection->worker, &request->job, (cq__deadline)request->deadline_ns))
		cq__sqlite_refuse_request(request, CQ_TIMEOUT, "the deadline passed before the statement began");
}

void cq__sqlite_run(cq__connection *connection, cq__request *request)
{
	if (__builtin_expect(!is_ours(connection), 0)) {
		cq__sqlite_refuse_request(request, CQ_MISUSE, foreign);
		return;
	}
	if (__builtin_expect(cq__worker_alone(&connection->worker), 1)) {
		cq__sqlite_run_directly(connection, request);
		return;
	}
	if (request->timing)
		request->queue_ns = (int64_t)cq__monotonic_ns();
	cq__worker_queue(&connection->worker, &request->job);
	cq__sqlite_wait(connection, request);
}

/* What was submitted is with its owner again. */
static void hand_back(cq__connection *connection, const cq__request *request)
{
	/* The chunks of a stream are nobody's but its own. */
	if (request->sink == CQ__SINK_STREAM || connection->outstanding == 0)
		return;
	connection->outstanding--;
}

static void submit(cq__connection *connection, cq__request *request)
{
	cq__sqlite_submit(connection, request);
	if (!is_ours(connection))
		return;
	if (connection->outstanding++ == 0)
		cq__sqlite_rewatch(connection);
}

static void wait_for(cq__connection *connection, cq__request *request)
{
	cq__sqlite_wait(connection, request);
	if (!is_ours(connection))
		return;
	hand_back(connection, request);
	if (connection->outstanding == 0)
		cq__sqlite_rewatch(connection);
}

static int drive(cq__connection *connection)
{
	int called = 0;
	if (!is_ours(connection))
		return 0;
	connection->driving++;
	while (called < MOST_CALLBACKS && !connection->closed) {
		cq__job *const job = cq__worker_take_finished(&connection->worker);
		if (job == NULL)
			break;
		cq__request *const request = CQ__JOB_ENTRY(job, cq__request, job);
		hand_back(connection, request);
		call_completed(request);
		called++;
	}
	connection->driving--;
	if (!connection->closed)
		cq__sqlite_rewatch(connection);
	else if (connection->driving == 0)
		cq__free(connection);
	return called;
}

static void on_ready(cq__watch *watch, int mask)
{
	(void)mask;
	(void)drive(watch->user);
}

void cq__sqlite_cancel(cq__connection *connection, cq__request *request)
{
	__atomic_store_n(&request->cancelled, 1, __ATOMIC_RELAXED);
	if (!cq__worker_withdraw(&connection->worker, &request->job))
		return;
	const bool late = cq__deadline_passed((cq__deadline)request->deadline_ns);
	cq__sqlite_refuse_request(request, late ? CQ_TIMEOUT : CQ_CANCELLED,
		late ? "the deadline passed before the statement began" : "the operation was cancelled before it began");
	cq__worker_deliver(&connection->worker, &request->job);
}

static void cancel(cq__connection *connection, cq__request *request)
{
	if (!is_ours(connection))
		return;
	if (request->sink == CQ__SINK_STREAM)
		cq__sqlite_stream_cancel(connection, request);
	else
		cq__sqlite_cancel(connection, request);
}

static bool in_transaction(cq__connection *connection)
{
	if (is_ours(connection) && cq__worker_alone(&connection->worker))
		return sqlite3_get_autocommit(connection->handle) == 0;
	return atomic_load_explicit(&connection->in_transaction, memory_order_relaxed);
}

static cq__connection_state state(cq__connection *connection)
{
	if (!is_ours(connection))
		return CQ__STATE_BROKEN;
	if (!cq__worker_alone(&connection->worker) || connection->outstanding != 0 || !cq__list_empty(&connection->streams))
		return CQ__STATE_BUSY;
	return in_transaction(connection) ? CQ__STATE_TRANSACTION : CQ__STATE_IDLE;
}

/* A statement that the program left unfinished on the native handle would keep its read lock in the pool. */
static void look(cq__connection *connection)
{
	if (!is_ours(connection) || !cq__worker_alone(&connection->worker) || !cq__list_empty(&connection->streams))
		return;
	sqlite3_stmt *at = NULL;
	while ((at = sqlite3_next_stmt(connection->handle, at)) != NULL)
		if (sqlite3_stmt_busy(at) != 0)
			(void)sqlite3_reset(at);
}

static uint32_t load(cq__connection *connection)
{
	return atomic_load_explicit(&connection->worker.pending, memory_order_relaxed);
}

static uint32_t bind_limit(cq__connection *connection)
{
	return connection->bind_limit;
}

static void forget(cq__connection *connection, uint32_t text_id)
{
	if (!is_ours(connection))
		return;
	if (cq__worker_alone(&connection->worker)) {
		cq__sqlite_drop_forgotten(connection);
		cq__prepared_cache_forget(&connection->cache, text_id);
		return;
	}
	if (connection->forgotten_count == connection->forgotten_capacity) {
		const uint32_t capacity = connection->forgotten_capacity * 2 + 16;
		uint32_t *const ids = cq__realloc_array(connection->forgotten, capacity, sizeof *ids);
		/* An id is never used again: what is not forgotten now is evicted in its time. */
		if (ids == NULL)
			return;
		connection->forgotten = ids;
		connection->forgotten_capacity = capacity;
	}
	connection->forgotten[connection->forgotten_count++] = text_id;
}

static void *native(cq__connection *connection)
{
	return is_ours(connection) ? connection->handle : NULL;
}

const cq__driver cq__driver_sqlite = {
	.name = "sqlite",
	.open = open_connection,
	.close = close_connection,
	.submit = submit,
	.run = cq__sqlite_run,
	.wait = wait_for,
	.drive = drive,
	.cancel = cancel,
	.state = state,
	.look = look,
	.load = load,
	.in_transaction = in_transaction,
	.bind_limit = bind_limit,
	.forget = forget,
	.stream_open = cq__sqlite_stream_open,
	.stream_next = cq__sqlite_stream_next,
	.stream_close = cq__sqlite_stream_close,
	.stream_ready = cq__sqlite_stream_ready,
	.native = native,
};
