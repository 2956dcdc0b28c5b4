/* exec/shared.c: the table of functions of shared handles: a handle has no connection, its requests go to those of the pool.
 * It knows nothing of any database; shared_route.c finds the member for each request.
 * The executor calls it as it calls any driver.
 */
#include "exec/shared_parts.h"

#include "base/alloc.h"

/* SQLite's and PostgreSQL's least; what is open tells more. */
enum { SURE_BIND_LIMIT = 32766 };

/* To all above this table a handle is a connection. */
static cq__handle *handle_of(cq__connection *connection)
{
	return (cq__handle *)(void *)connection;
}

static cq__connection *driven_of(const cq__request *request)
{
	return ((const cq__member *)request->route.member)->driven;
}

static const cq__driver *driver_of(const cq__handle *handle)
{
	return handle->pool->settings.driver;
}

cq__connection *cq__shared_open(cq__pool *pool, const cq__borrower *borrower)
{
	cq__handle *const handle = cq__zalloc(sizeof *handle);
	if (handle == NULL)
		return NULL;
	handle->pool = pool;
	handle->borrower = borrower;
	cq__list_init(&handle->waiting);
	cq__list_init(&handle->finished);
	return (cq__connection *)(void *)handle;
}

cq__connection *cq__shared_open_reader(cq__readers *readers, const cq__borrower *borrower)
{
	cq__connection *const connection = cq__shared_open(&readers->list[readers->replicas].pool, borrower);
	if (connection != NULL)
		handle_of(connection)->readers = readers;
	return connection;
}

/* The place in the pool's queue goes with the request that it was for. */
static void take_ticket_back(cq__handle *handle)
{
	if (!handle->asked)
		return;
	handle->asked = false;
	handle->tries = 0;
	cq__pool_withdraw(handle->pool, &handle->ticket);
}

static void close_handle(cq__connection *connection)
{
	cq__handle *const handle = handle_of(connection);
	cq__list_link *link;
	take_ticket_back(handle);
	while ((link = cq__list_first(&handle->waiting)) != NULL)
		cq__route_refuse(handle, cq__route_request(link), CQ_CANCELLED, NULL);
	(void)cq__route_tell_finished(handle);
	cq__loop_undefer(handle->pool->settings.loop, &handle->turn);
	/* An open transaction is rolled back by the pool. */
	if (handle->held != NULL)
		cq__pool_give_back(handle->held->pool, handle->held);
	cq__error_release(&handle->error);
	cq__free(handle);
}

/* ---- requests ----------------------------------------------------------------------------------------------------- */

static void submit(cq__connection *connection, cq__request *request)
{
	cq__route_enter(handle_of(connection), request, NULL);
}

/* A request that waits leaves the queue. */
static void leave(cq__handle *handle, cq__request *request, cq_status status, const cq__error *why)
{
	const bool first = cq__list_first(&handle->waiting) == &request->route.link;
	cq__error late = { 0 };
	if (status == CQ_TIMEOUT) {
		cq__error_set(&late, status, first && handle->asked ? "the deadline passed before the pool had a connection for the statement" :
			"the deadline passed before the statement began");
		why = &late;
	}
	if (first)
		take_ticket_back(handle);
	cq__route_refuse(handle, request, status, why);
	cq__error_release(&late);
	cq__route_advance(handle);
}

/* Waits until the request has a member, or has failed to get one. */
static void sit_out(cq__handle *handle, cq__request *request, cq__waiter *waiter)
{
	cq__loop *const loop = handle->pool->settings.loop;
	cq__error why = { 0 };
	cq__pool_turn(handle->pool);
	const cq_status status = cq__waiter_wait(loop, waiter, (cq__deadline)request->deadline_ns, false, &why);
	if (request->route.place == CQ__ROUTE_WAITING)
		leave(handle, request, status != CQ_OK ? status : CQ_CANCELLED, &why);
	request->route.sitter = NULL;
	cq__error_release(&why);
}

/* Carries out what has a member, in the caller's time. */
static void carry_out(cq__handle *handle, cq__request *request)
{
	if (request->route.place == CQ__ROUTE_READY) {
		request->route.place = CQ__ROUTE_SENT;
		driver_of(handle)->run(driven_of(request), request);
		cq__route_arrived(handle, request);
	}
}

static void run(cq__connection *connection, cq__request *request)
{
	cq__handle *const handle = handle_of(connection);
	cq__waiter waiter = { 0 };
	cq__route_enter(handle, request, &waiter);
	if (request->route.place == CQ__ROUTE_WAITING)
		sit_out(handle, request, &waiter);
	request->route.sitter = NULL;
	carry_out(handle, request);
}

static void wait_for(cq__connection *connection, cq__request *request)
{
	cq__handle *const handle = handle_of(connection);
	cq__waiter waiter = { 0 };
	switch (request->route.place) {
	case CQ__ROUTE_WAITING:
		request->route.sitter = &waiter;
		sit_out(handle, request, &waiter);
		carry_out(handle, request);
		break;
	case CQ__ROUTE_SENT:
		request->completed = request->route.completed;
		driver_of(handle)->wait(driven_of(request), request);
		cq__route_arrived(handle, request);
		break;
	case CQ__ROUTE_FINISHED:
		cq__list_remove(&request->route.link);
		break;
	default:
		break;
	}
	request->route.place = CQ__ROUTE_DONE;
}

static int drive(cq__connection *connection)
{
	cq__handle *const handle = handle_of(connection);
	cq__member *const member = handle->held != NULL ? handle->held : handle->bound;
	int called = cq__route_tell_finished(handle);
	if (member != NULL)
		called += driver_of(handle)->drive(member->driven);
	return called;
}

static void cancel(cq__connection *connection, cq__request *request)
{
	cq__handle *const handle = handle_of(connection);
	switch (request->route.place) {
	case CQ__ROUTE_WAITING: {
		const bool late = cq__deadline_passed((cq__deadline)request->deadline_ns);
		leave(handle, request, late ? CQ_TIMEOUT : CQ_CANCELLED, NULL);
		break;
	}
	case CQ__ROUTE_READY:
		__atomic_store_n(&request->cancelled, 1, __ATOMIC_RELAXED);
		break;
	case CQ__ROUTE_SENT:
		driver_of(handle)->cancel(driven_of(request), request);
		break;
	default:
		break;
	}
}

/* ---- looking ------------------------------------------------------------------------------------------------------ */

static uint32_t load(cq__connection *connection)
{
	const cq__handle *const handle = handle_of(connection);
	uint32_t waiting = 0;
	CQ__LIST_EACH(link, &handle->waiting)
		waiting++;
	return waiting + handle->held_requests + handle->bound_requests;
}

static cq__connection_state state(cq__connection *connection)
{
	const cq__handle *const handle = handle_of(connection);
	if (!cq__list_empty(&handle->waiting) || handle->bound_requests + handle->held_requests != 0)
		return CQ__STATE_BUSY;
	return handle->held != NULL ? driver_of(handle)->state(handle->held->driven) : CQ__STATE_IDLE;
}

static bool in_transaction(cq__connection *connection)
{
	const cq__handle *const handle = handle_of(connection);
	return handle->held != NULL && driver_of(handle)->in_transaction(handle->held->driven);
}

static uint32_t bind_limit(cq__connection *connection)
{
	const uint32_t known = handle_of(connection)->pool->bind_limit;
	return known != 0 ? known : SURE_BIND_LIMIT;
}

/* The pool tells its members. */
static void forget(cq__connection *connection, uint32_t text_id)
{
	(void)connection;
	(void)text_id;
}

static void *native(cq__connection *connection)
{
	const cq__handle *const handle = handle_of(connection);
	return handle->held != NULL ? driver_of(handle)->native(handle->held->driven) : NULL;
}

/* ---- streams ------------------------------------------------------------------------------------------------------ */

/* The member that a stream had comes back, or the transaction that it was in may be over. */
static void end_stream(cq__handle *handle, cq__request *request)
{
	cq__member *const member = request->route.member;
	request->route.place = CQ__ROUTE_DONE;
	request->route.member = NULL;
	if (member == handle->held) {
		handle->held_streams--;
		cq__route_let_go(handle);
	} else {
		cq__pool_give_back(member->pool, member);
	}
	cq__route_advance(handle);
}

static cq_status stream_open(cq__connection *connection, cq__request *request, size_t buffer_rows)
{
	cq__handle *const handle = handle_of(connection);
	cq__waiter waiter = { 0 };
	request->sink = CQ__SINK_STREAM;
	cq__route_enter(handle, request, &waiter);
	if (request->route.place == CQ__ROUTE_WAITING)
		sit_out(handle, request, &waiter);
	request->route.sitter = NULL;
	if (request->route.place != CQ__ROUTE_READY) {
		request->route.place = CQ__ROUTE_DONE;
		return request->status;
	}
	request->route.place = CQ__ROUTE_SENT;
	const cq_status status = driver_of(handle)->stream_open(driven_of(request), request, buffer_rows);
	if (status != CQ_OK) {
		cq__route_judge(handle, request->route.member, status);
		end_stream(handle, request);
	}
	return status;
}

static cq_status stream_next(cq__connection *connection, cq__request *request, int64_t deadline_ns, void **row)
{
	cq__handle *const handle = handle_of(connection);
	const cq_status status = driver_of(handle)->stream_next(driven_of(request), request, deadline_ns, row);
	if (__builtin_expect(status != CQ_OK, 0))
		cq__route_judge(handle, request->route.member, status);
	return status;
}

static bool stream_ready(cq__connection *connection, cq__request *request)
{
	return driver_of(handle_of(connection))->stream_ready(driven_of(request), request);
}

static void stream_close(cq__connection *connection, cq__request *request)
{
	cq__handle *const handle = handle_of(connection);
	if (request->route.member == NULL)
		return;
	driver_of(handle)->stream_close(driven_of(request), request);
	end_stream(handle, request);
}

const cq__driver cq__driver_shared = {
	.name = "shared",
	.close = close_handle,
	.submit = submit,
	.run = run,
	.wait = wait_for,
	.drive = drive,
	.cancel = cancel,
	.state = state,
	.load = load,
	.in_transaction = in_transaction,
	.bind_limit = bind_limit,
	.forget = forget,
	.stream_open = stream_open,
	.stream_next = stream_next,
	.stream_close = stream_close,
	.stream_ready = stream_ready,
	.native = native,
};
