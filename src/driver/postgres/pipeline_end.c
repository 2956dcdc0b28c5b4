/* driver/postgres/pipeline_end.c: how items end, each exactly once: with an answer, with the connection, or told before it.
 *
 * It knows nothing of statements. Whoever waits for a request hears of it from the loop, or sits here until it is done.
 */
#include "driver/postgres/postgres.h"

#include <poll.h>

/* ---- one item ----------------------------------------------------------------------------------------------------- */

/* The request's side of an outcome. */
static inline void close_request(cq__connection *connection, cq__pg_item *item)
{
	cq__request *const request = item->request;
	request->status = item->status;
	if (item->status != CQ_OK)
		cq__pg_request_empty(request, item->own_arena);
	request->in_transaction = cq__pg_in_transaction(connection);
	if (item->sent_ns != 0) {
		const int64_t total = (int64_t)(cq__monotonic_ns() - item->sent_ns);
		request->run_ns = total > request->prepare_ns ? total - request->prepare_ns : 0;
		request->wait_ns = request->run_ns > request->decode_ns ? request->run_ns - request->decode_ns : 0;
	}
	connection->load--;
}

/* Whoever waits for it is told, once. */
static inline void set_over(cq__connection *connection, cq__pg_item *item)
{
	item->over = true;
	if (item->request != NULL)
		close_request(connection, item);
	cq__loop_stir(connection->loop);
	if (item->sat_out)
		return;
	cq__list_push_back(&connection->finished, &item->finish_link);
	cq__loop_defer(connection->loop, &connection->deliver);
}

/* It was asked to stop, and that is why it failed. */
static void explain_stop(cq__pg_item *item)
{
	if (!item->stopped || !item->late || item->status != CQ_CANCELLED)
		return;
	cq__error_release(item->error);
	item->status = cq__error_set(item->error, CQ_TIMEOUT, "the deadline passed while the statement ran");
	cq__error_set_sqlstate(item->error, "57014");
}

void cq__pg_finish(cq__connection *connection, cq__pg_item *item)
{
	cq__list_remove(&item->link);
	if (connection->holder == item)
		connection->holder = NULL;
	if (connection->beginner == item)
		connection->beginner = NULL;
	if (connection->opening == item)
		connection->opening = NULL;
	connection->hidden_transactions -= item->kind->ends_hidden;
	/* In a group with others its replies may be through before the group's Sync; a command of it never outlives it. */
	item->place = CQ__PG_FINISHED;
	/* What comes behind it belongs to no transaction; of one that was told before, its answer says so. */
	if (item->begins && !item->over && item->status != CQ_OK)
		connection->lost = true;
	if (item->over) {
		connection->told -= item->told;
		if (!cq__list_linked(&item->finish_link) && !item->sat_out)
			cq__pg_item_free(connection, item);
		return;
	}
	explain_stop(item);
	set_over(connection, item);
}

void cq__pg_tell(cq__connection *connection, cq__pg_item *item, cq_status status, const char *why)
{
	if (item->over)
		return;
	item->told = true;
	connection->told++;
	if (item->status == CQ_OK || item->request != NULL)
		cq__error_clear(item->error);
	item->status = cq__error_set(item->error, status, "%s", why);
	if (item->request != NULL)
		item->request->abandoned = item->request->text == NULL || !item->request->text->reads_only;
	set_over(connection, item);
}

void cq__pg_sat_out(cq__connection *connection, cq__pg_item *item)
{
	item->sat_out = false;
	item->request->job.next = NULL;
	item->request = NULL;
	item->error = &item->own_error;
	if (item->place == CQ__PG_FINISHED)
		cq__pg_item_free(connection, item);
}

/* ---- telling ------------------------------------------------------------------------------------------------------ */

/* Calls of one turn; more are left for the next one. */
enum { MOST_CALLS = 1024 };

static void deliver_one(cq__connection *connection, cq__pg_item *item)
{
	cq__request *const request = item->request;
	if (request == NULL) {
		if (item->kind->done != NULL)
			item->kind->done(connection, item);
		item->owner = NULL;
	} else {
		request->job.next = NULL;
	}
	item->request = NULL;
	item->error = &item->own_error;
	if (item->place == CQ__PG_FINISHED)
		cq__pg_item_free(connection, item);
	if (request != NULL && request->completed != NULL)
		request->completed(request);
}

int cq__pg_deliver(cq__connection *connection)
{
	int called = 0;
	cq__pg_enter(connection);
	cq__list_link *link;
	while (called < MOST_CALLS && (link = cq__list_pop_front(&connection->finished)) != NULL) {
		deliver_one(connection, CQ__LIST_ENTRY(link, cq__pg_item, finish_link));
		called++;
	}
	cq__job *job;
	while (called < MOST_CALLS && (job = connection->failed.first) != NULL) {
		cq__request *const request = CQ__JOB_ENTRY(job, cq__request, job);
		connection->failed.first = job->next;
		job->next = NULL;
		job->state = CQ__JOB_DELIVERED;
		if (request->completed != NULL)
			request->completed(request);
		called++;
	}
	if (called != 0)
		cq__loop_stir(connection->loop);
	if (!connection->closed) {
		if (cq__list_empty(&connection->finished) && connection->failed.first == NULL)
			cq__loop_undefer(connection->loop, &connection->deliver);
		else
			cq__loop_defer(connection->loop, &connection->deliver);
	}
	cq__pg_leave(connection);
	return called;
}

/* ---- all of them -------------------------------------------------------------------------------------------------- */

static bool is_commit(const cq__pg_item *item)
{
	return item->request != NULL && item->request->kind == CQ__REQUEST_CONTROL &&
		item->request->control == CQ__CONTROL_COMMIT;
}

/* What became of an item that was sent when the connection went. */
static void lose(cq__connection *connection, cq__pg_item *item, cq_status status, const char *why)
{
	cq__request *const request = item->request;
	if (item->over || item->committed)
		return;
	const bool definite = item->failed && item->status != CQ_OK && item->status != CQ_CONNECTION;
	if (definite && !item->resend)
		return;
	cq__error_clear(item->error);
	if (is_commit(item)) {
		item->status = cq__error_set(item->error, CQ_COMMIT_UNKNOWN, "the connection was lost while COMMIT was under way: %s", why);
	} else {
		item->status = cq__error_set(item->error, status, "%s", why);
	}
	cq__error_set_sqlstate(item->error, cq__error_get(&connection->broken_error)->sqlstate);
	if (request != NULL)
		request->abandoned = !item->aborted && !item->resend && !(request->text != NULL && request->text->reads_only);
}

void cq__pg_end_all(cq__connection *connection, cq_status status, const char *why)
{
	cq__list_link *link;
	connection->holder = connection->beginner = connection->opening = NULL;
	connection->command_count = 0;
	connection->group_mode = CQ__PG_GROUP_NONE;
	while ((link = cq__list_first(&connection->sent)) != NULL) {
		cq__pg_item *const item = CQ__LIST_ENTRY(link, cq__pg_item, link);
		item->open_commands = 0;
		lose(connection, item, status, why);
		cq__pg_finish(connection, item);
	}
	while ((link = cq__list_first(&connection->queued)) != NULL) {
		cq__pg_item *const item = CQ__LIST_ENTRY(link, cq__pg_item, link);
		cq__error_clear(item->error);
		item->status = cq__error_set(item->error, status, "%s", why);
		cq__error_set_sqlstate(item->error, cq__error_get(&connection->broken_error)->sqlstate);
		cq__pg_finish(connection, item);
	}
}

void cq__pg_break(cq__connection *connection, const char *why)
{
	if (connection->broken)
		return;
	connection->broken = true;
	connection->never_stood = connection->connecting;
	connection->refused = false;
	if (!cq__error_is_set(&connection->broken_error)) {
		if (why != NULL)
			cq__error_set(&connection->broken_error, CQ_CONNECTION, "%s", why);
		else
			(void)cq__pg_call_failed(connection, &connection->broken_error);
	}
	cq__loop_forget(connection->loop, &connection->watch);
	cq__loop_undefer(connection->loop, &connection->flush);
	cq__loop_undefer(connection->loop, &connection->read_on);
	cq__timer_stop(connection->loop, &connection->timer);
	cq__log_message(&connection->log, CQ_LOG_WARNING, "a connection to PostgreSQL is lost: %s",
		cq__error_get(&connection->broken_error)->message);
	const cq_status status = cq__error_get(&connection->broken_error)->code;
	cq__pg_end_all(connection, connection->connecting ? status : CQ_CONNECTION,
		cq__error_get(&connection->broken_error)->message);
	cq__pg_stream_end_all(connection);
	cq__pg_listen_lost(connection);
}

/* ---- waiting ------------------------------------------------------------------------------------------------------ */

/* Without the loop, when that fails: this connection alone. */
static void wait_alone(cq__connection *connection, cq__deadline deadline)
{
	if (connection->broken || connection->handle == NULL)
		return;
	const int wanted = connection->watch.mask;
	struct pollfd descriptor = { .fd = PQsocket(connection->handle) };
	descriptor.events = (short)(((wanted & CQ__LOOP_READ) != 0 ? POLLIN : 0) | ((wanted & CQ__LOOP_WRITE) != 0 ? POLLOUT : 0));
	const int left = cq__deadline_poll_ms(deadline);
	(void)poll(&descriptor, 1, left < 0 || left > 100 ? 100 : left);
	if (connection->watch.ready != NULL)
		connection->watch.ready(&connection->watch, CQ__LOOP_READ | CQ__LOOP_WRITE);
}

bool cq__pg_wait_for(cq__connection *connection, const bool *flag, cq__deadline deadline)
{
	while (!*flag) {
		if (cq__deadline_passed(deadline))
			return false;
		/* Whatever stands in the way of the loop does not stand in ours. */
		if (cq__loop_poll(connection->loop, deadline, NULL, NULL) != CQ_OK)
			wait_alone(connection, deadline);
	}
	return true;
}
