/* exec/shared_route.c: the way of a shared handle's requests: its queue, and which member of the pool each goes to.
 * It knows nothing of how a request is carried out. shared.c and the pool's tickets call it.
 */
#include "exec/shared_parts.h"

#include <string.h>

/* ---- what a request needs ----------------------------------------------------------------------------------------- */

/* Whether a text can begin no transaction and is no setting: it begins with one of the words of data. All others get a connection
 * of their own. What a function that it calls does to the session is not known; docs/pool.md says why that is the program's. */
static bool is_harmless(const cq__text *text)
{
	static const char words[][8] = { "SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "VALUES" };
	if (text->reads_only)
		return true;
	const char *at = text->sql;
	while (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r' || *at == '(')
		at++;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t n = 0;
		while (words[i][n] != '\0' && (at[n] & ~0x20) == words[i][n])
			n++;
		if (words[i][n] == '\0')
			return true;
	}
	return false;
}

static bool wants_own(const cq__request *request)
{
	switch (request->kind) {
	case CQ__REQUEST_STATEMENT:
	case CQ__REQUEST_PREPARE:
		return request->sink == CQ__SINK_STREAM || !is_harmless(request->text);
	case CQ__REQUEST_ROWS:
		return request->row_count > 1 || !is_harmless(request->text);
	default:
		return true;
	}
}

/* A read-only transaction is a reader's, every other one the writer's. */
static bool only_reads(const cq__request *request)
{
	return request->text != NULL && (request->text->reads_only
		|| (request->control == CQ__CONTROL_BEGIN && strcmp(request->text->sql, "BEGIN") == 0));
}

static bool begins_reading(const cq__handle *handle, const cq__request *request)
{
	return request->control == CQ__CONTROL_BEGIN && (handle->pool->settings.local ? strcmp(request->text->sql, "BEGIN") == 0
		: strstr(request->text->sql, "READ ONLY") != NULL);
}

/* Whether a handle that only reads takes a request. A SELECT that may write after all is the server's to refuse. */
static bool may_read(const cq__handle *handle, const cq__request *request)
{
	switch (request->kind) {
	case CQ__REQUEST_STATEMENT:
		return request->text->reads_only || (request->text->returns_rows && !request->text->returning);
	case CQ__REQUEST_CONTROL:
		return request->control != CQ__CONTROL_BEGIN || begins_reading(handle, request);
	case CQ__REQUEST_ROWS:
	case CQ__REQUEST_SCRIPT:
		return false;
	default:
		return true;
	}
}

static cq__lane lane_of(const cq__handle *handle, const cq__request *request)
{
	if (!handle->pool->settings.lanes)
		return CQ__LANE_ANY;
	return only_reads(request) ? CQ__LANE_READ : CQ__LANE_WRITE;
}

static bool is_read(const cq__request *request)
{
	return request->kind == CQ__REQUEST_STATEMENT && request->text->reads_only;
}

/* Whether a request may go behind those of its handle that are under way on a shared member. */
static bool may_follow(const cq__member *bound, cq__lane lane)
{
	return cq__member_serves(bound) && (bound->lane == lane || (bound->lane == CQ__LANE_WRITE && lane == CQ__LANE_READ));
}

/* ---- finishing ---------------------------------------------------------------------------------------------------- */

static void on_turn(cq__deferred *deferred)
{
	(void)cq__route_tell_finished(deferred->user);
}

static void finish(cq__handle *handle, cq__request *request, cq_status status)
{
	cq__loop *const loop = handle->pool->settings.loop;
	cq__list_remove(&request->route.link);
	request->status = status;
	request->items = NULL;
	request->item_count = request->item_capacity = 0;
	request->changes = request->rows_seen = request->last_key = 0;
	request->in_transaction = false;
	request->route.place = CQ__ROUTE_FINISHED;
	if (request->route.sitter != NULL) {
		cq__waiter_wake(loop, request->route.sitter);
		return;
	}
	cq__list_push_back(&handle->finished, &request->route.link);
	handle->turn.run = on_turn;
	handle->turn.user = handle;
	cq__loop_defer(loop, &handle->turn);
}

void cq__route_refuse(cq__handle *handle, cq__request *request, cq_status status, const cq__error *why)
{
	if (request->error != NULL && why != NULL && cq__error_is_set(why) && !cq__error_is_set(request->error))
		(void)cq__error_copy(request->error, why);
	cq__error_set(request->error, status, NULL);
	finish(handle, request, status);
}

int cq__route_tell_finished(cq__handle *handle)
{
	int told = 0;
	cq__list now;
	cq__list_link *link;
	cq__list_init(&now);
	cq__list_append_all(&now, &handle->finished);
	while ((link = cq__list_pop_front(&now)) != NULL) {
		cq__request *const request = cq__route_request(link);
		request->route.place = CQ__ROUTE_DONE;
		told++;
		if (request->completed != NULL)
			request->completed(request);
	}
	return told;
}

/* ---- sending ------------------------------------------------------------------------------------------------------ */

static void passed_on(cq__request *request)
{
	request->completed = request->route.completed;
	/* What its owner does with it comes last: it may be gone then. */
	cq__route_arrived(request->route.handle, request);
	if (request->completed != NULL)
		request->completed(request);
}

/* The counts are up already. */
static void send(cq__handle *handle, cq__request *request, cq__member *member)
{
	cq__pool *const pool = handle->pool;
	cq__list_remove(&request->route.link);
	request->route.member = member;
	if (request->timing)
		request->route.waited_ns = (int64_t)cq__monotonic_ns() - request->route.waited_ns;
	if (request->route.sitter != NULL) {
		request->route.place = CQ__ROUTE_READY;
		cq__waiter_wake(pool->settings.loop, request->route.sitter);
		return;
	}
	request->route.place = CQ__ROUTE_SENT;
	request->route.completed = request->completed;
	request->completed = passed_on;
	pool->settings.driver->submit(member->driven, request);
}

static void send_shared(cq__handle *handle, cq__request *request, cq__member *member)
{
	handle->spread = handle->spread || (handle->bound != NULL && handle->bound != member);
	handle->wrote = handle->wrote || !is_read(request);
	/* Of several members any may be gone before the others are done. */
	handle->bound = handle->spread ? NULL : member;
	handle->bound_requests++;
	send(handle, request, member);
}

static void send_held(cq__handle *handle, cq__request *request)
{
	if (request->sink == CQ__SINK_STREAM) {
		handle->held_streams++;
	} else {
		handle->held_requests++;
		handle->alone = request->kind == CQ__REQUEST_CONTROL && (request->control == CQ__CONTROL_COMMIT
			|| request->control == CQ__CONTROL_ROLLBACK || request->control == CQ__CONTROL_BEGIN);
	}
	send(handle, request, handle->held);
}

/* A member was taken for the first request: a stream has it for itself; whatever else may have begun a transaction. */
static void send_own(cq__handle *handle, cq__request *request, cq__member *member)
{
	if (request->sink == CQ__SINK_STREAM) {
		send(handle, request, member);
		return;
	}
	handle->held = member;
	handle->reading = begins_reading(handle, request);
	handle->broken = false;
	send_held(handle, request);
	handle->alone = true;
}

/* ---- asking the pool ---------------------------------------------------------------------------------------------- */

/* True: a reader could not be reached, and another one is left. */
static bool try_next(cq__handle *handle, const cq__ticket *ticket)
{
	const bool next = handle->readers != NULL && ticket->member == NULL && ticket->status == CQ_CONNECTION
		&& cq__reader_failed(handle->readers, cq__reader_of(handle->pool), &handle->error);
	handle->tries = next ? handle->tries + 1 : 0;
	if (next)
		cq__error_clear(&handle->error);
	return next;
}

static void told(cq__ticket *ticket)
{
	cq__handle *const handle = ticket->user;
	cq__list_link *const first = cq__list_first(&handle->waiting);
	handle->asked = false;
	/* Whoever leaves the queue takes the ticket along, so there is one. */
	cq__request *const request = cq__route_request(first);
	if (try_next(handle, ticket)) {
		cq__route_advance(handle);
		return;
	}
	if (ticket->member == NULL)
		cq__route_refuse(handle, request, ticket->status, &handle->error);
	else if (ticket->shared)
		send_shared(handle, request, ticket->member);
	else
		send_own(handle, request, ticket->member);
	cq__error_clear(&handle->error);
	cq__route_advance(handle);
}

/* False: it is to be told. */
static bool ask(cq__handle *handle, cq__request *request, cq__lane lane, bool shared)
{
	cq__ticket *const ticket = &handle->ticket;
	*ticket = (cq__ticket){ .lane = lane, .shared = shared, .borrower = shared ? NULL : handle->borrower,
		.error = &handle->error, .told = told, .user = handle };
	handle->asked = !cq__pool_ask(handle->pool, ticket);
	if (handle->asked)
		return false;
	if (try_next(handle, ticket))
		return true;
	if (ticket->member == NULL)
		cq__route_refuse(handle, request, ticket->status, &handle->error);
	else if (shared)
		send_shared(handle, request, ticket->member);
	else
		send_own(handle, request, ticket->member);
	cq__error_clear(&handle->error);
	return true;
}

/* ---- in order ----------------------------------------------------------------------------------------------------- */

/* It was lost between two requests, neither of which has been told. */
static cq_status tell_broken(const cq__request *request)
{
	return cq__error_set(request->error, CQ_CONNECTION, "the connection was lost, and with it the transaction that this is a part of");
}

/* What ends or divides a transaction that is not there. True: it is answered. */
static bool answer_without(cq__handle *handle, cq__request *request)
{
	cq_status status = CQ_OK;
	if (request->kind == CQ__REQUEST_CONTROL && request->control != CQ__CONTROL_BEGIN && request->control != CQ__CONTROL_NONE) {
		if (request->control != CQ__CONTROL_ROLLBACK)
			status = handle->broken ? tell_broken(request)
				: cq__error_set(request->error, CQ_DATABASE, "there is no open transaction: it has ended");
	} else if (request->within) {
		status = handle->broken ? tell_broken(request)
			: cq__error_set(request->error, CQ_DATABASE, "the transaction that this is a part of has ended, for an earlier failure");
	} else if (request->kind != CQ__REQUEST_CONNECT) {
		return false;
	}
	finish(handle, request, status);
	return true;
}

/* The member of those that are under way, for one more. Reads among reads need no order: when a member has its hands full, they
 * go on beside it. */
static cq__member *follow(const cq__handle *handle, const cq__request *request, cq__lane lane)
{
	cq__member *const bound = handle->bound;
	if (bound->users >= handle->pool->settings.options.shared_depth && !handle->wrote && is_read(request)) {
		cq__member *const another = cq__pool_share(handle->pool, lane);
		if (another != NULL)
			return another;
	}
	bound->users++;
	return bound;
}

/* False: the first has to wait. */
static bool advance_first(cq__handle *handle, cq__request *request)
{
	if (handle->held != NULL) {
		if (handle->alone)
			return false;
		send_held(handle, request);
		return true;
	}
	if (handle->asked)
		return false;
	if (answer_without(handle, request))
		return true;
	if (handle->spread && !is_read(request))
		return false;
	if (handle->readers != NULL && handle->bound == NULL && !handle->spread)
		handle->pool = &cq__readers_pick(handle->readers, handle->tries)->pool;
	const cq__lane lane = lane_of(handle, request);
	if (wants_own(request))
		return handle->bound == NULL && ask(handle, request, lane, false);
	cq__member *member;
	if (handle->bound != NULL) {
		if (!may_follow(handle->bound, lane))
			return false;
		member = follow(handle, request, lane);
	} else if ((member = cq__pool_share(handle->pool, lane)) == NULL) {
		return ask(handle, request, lane, true);
	}
	send_shared(handle, request, member);
	return true;
}

void cq__route_advance(cq__handle *handle)
{
	cq__list_link *link;
	while ((link = cq__list_first(&handle->waiting)) != NULL)
		if (!advance_first(handle, cq__route_request(link)))
			return;
}

void cq__route_enter(cq__handle *handle, cq__request *request, cq__waiter *sitter)
{
	request->route = (cq__route){ .handle = handle, .sitter = sitter, .place = CQ__ROUTE_WAITING };
	if (request->timing)
		request->route.waited_ns = (int64_t)cq__monotonic_ns();
	cq__list_push_back(&handle->waiting, &request->route.link);
	if (__builtin_expect(handle->readers != NULL && !may_read(handle, request), 0)) {
		cq__error_set(request->error, CQ_READ_ONLY, "what is sent through cq_replica only reads");
		cq__route_refuse(handle, request, CQ_READ_ONLY, NULL);
		return;
	}
	cq__route_advance(handle);
}

void cq__route_let_go(cq__handle *handle)
{
	cq__member *const held = handle->held;
	if (held == NULL || handle->held_requests != 0 || handle->held_streams != 0)
		return;
	const cq__driver *const driver = handle->pool->settings.driver;
	const bool broken = driver->state(held->driven) == CQ__STATE_BROKEN;
	if (driver->in_transaction(held->driven) && !broken)
		return;
	handle->held = NULL;
	handle->broken = broken;
	handle->alone = handle->reading = false;
	cq__pool_give_back(held->pool, held);
}

void cq__route_judge(cq__handle *handle, cq__member *member, cq_status status)
{
	if (handle->readers != NULL && status == CQ_OK)
		cq__reader_works(cq__reader_of(member->pool));
	else if (status != CQ_OK)
		cq__member_doubt(member, status, handle->reading && member == handle->held);
}

void cq__route_arrived(cq__handle *handle, cq__request *request)
{
	cq__member *const member = request->route.member;
	request->route.place = CQ__ROUTE_DONE;
	if (request->timing)
		request->queue_ns += request->route.waited_ns;
	if (__builtin_expect(request->status != CQ_OK || handle->readers != NULL, 0))
		cq__route_judge(handle, member, request->status);
	if (member == handle->held) {
		handle->held_requests--;
		handle->alone = handle->alone && handle->held_requests != 0;
		cq__route_let_go(handle);
	} else {
		if (--handle->bound_requests == 0) {
			handle->bound = NULL;
			handle->wrote = handle->spread = false;
		}
		cq__pool_unshare(member->pool, member);
	}
	cq__route_advance(handle);
}
