/* driver/postgres/cancel.c: what was sent is stopped, without waiting for anything and without hitting anything else.
 *
 * It knows nothing of statements. The server is asked by a second connection, PQcancel, which blocks: a thread of its own does
 * that, with memory of its own, and nobody ever waits for it. Until it is through nothing new is sent, for the request names
 * the session and not the statement. Whoever waits is told after a grace, whatever the server says.
 */
#include "driver/postgres/postgres.h"
#include "io/wakeup.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>

enum { GRACE_MS = 100, DRAIN_MS = 2000 };

/* One cancellation; the thread has it, and the connection as long as it wants to hear of it. */
struct cq__pg_cancel {
	PGcancel *key;
	atomic_int holders;
	cq__wakeup wakeup;
	cq__watch watch; /* the connection's */
};

static void let_go(cq__pg_cancel *cancel)
{
	if (atomic_fetch_sub(&cancel->holders, 1) != 1)
		return;
	PQfreeCancel(cancel->key);
	cq__wakeup_close(&cancel->wakeup);
	cq__free(cancel);
}

static void *run_cancel(void *argument)
{
	cq__pg_cancel *const cancel = argument;
	char message[256];
	/* Whether it did anything shows in the answers alone. */
	(void)PQcancel(cancel->key, message, sizeof message);
	cq__wakeup_signal(&cancel->wakeup);
	let_go(cancel);
	return NULL;
}

/* A thread that nobody waits for, and that takes no signals. */
static bool start_thread(cq__pg_cancel *cancel)
{
	sigset_t all, before;
	pthread_t thread;
	(void)sigfillset(&all);
	(void)pthread_sigmask(SIG_SETMASK, &all, &before);
	const bool started = pthread_create(&thread, NULL, run_cancel, cancel) == 0;
	(void)pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (started)
		(void)pthread_detach(thread);
	return started;
}

/* heard: the connection wants to know when it is through. NULL when it cannot be asked. */
static cq__pg_cancel *ask_server(cq__connection *connection, bool heard)
{
	cq__pg_cancel *const cancel = cq__zalloc(sizeof *cancel);
	if (cancel == NULL)
		return NULL;
	atomic_init(&cancel->holders, heard ? 2 : 1);
	cancel->key = PQgetCancel(connection->handle);
	if (cancel->key == NULL || cq__wakeup_open(&cancel->wakeup, NULL) != CQ_OK) {
		PQfreeCancel(cancel->key);
		cq__free(cancel);
		return NULL;
	}
	if (start_thread(cancel))
		return cancel;
	atomic_store(&cancel->holders, 1);
	let_go(cancel);
	return NULL;
}

void cq__pg_cancel_release(cq__connection *connection)
{
	cq__pg_cancel *const cancel = connection->cancel;
	if (cancel == NULL)
		return;
	connection->cancel = NULL;
	cq__loop_forget(connection->loop, &cancel->watch);
	let_go(cancel);
}

void cq__pg_cancel_and_leave(cq__connection *connection)
{
	if (connection->cancel == NULL)
		(void)ask_server(connection, false);
}

/* The server has been told. What it is at now may be another item that is to stop. */
static void cancel_through(cq__watch *watch, int mask)
{
	cq__connection *const connection = watch->user;
	(void)mask;
	cq__pg_enter(connection);
	cq__pg_cancel_release(connection);
	if (!connection->broken && !connection->closed) {
		cq__pg_read(connection);
		cq__pg_cancel_head(connection);
		cq__pg_flush(connection);
	}
	(void)cq__pg_deliver(connection);
	cq__pg_leave(connection);
}

/* What the server is at, as far as the answers tell. */
static cq__pg_item *at_work(cq__connection *connection)
{
	if (connection->command_count == 0)
		return NULL;
	cq__pg_item *const item = cq__pg_command_first(connection)->item;
	if (item != NULL)
		return item;
	cq__list_link *const link = cq__list_first(&connection->sent);
	return link != NULL ? CQ__LIST_ENTRY(link, cq__pg_item, link) : NULL;
}

static void set_grace_timer(cq__connection *connection)
{
	cq__deadline next = 0;
	CQ__LIST_EACH(link, &connection->sent) {
		const cq__pg_item *const item = CQ__LIST_ENTRY(link, cq__pg_item, link);
		if (item->stopped && !item->over)
			next = cq__deadline_earlier(next, item->stop_by);
		else if (item->told && item->drained_by != 0)
			next = cq__deadline_earlier(next, item->drained_by);
	}
	cq__timer_set(connection->loop, &connection->timer, next);
}

/* What the server is to be told to stop now. Answers of a group may stand in the server's buffer until its Sync, so it may be
 * at any item of the group that the oldest answer belongs to. A read that is hit in another's place goes again, alone; in a
 * transaction, which fails with what is stopped, nothing is lost. One at a time: its failure ends what is behind it. */
static cq__pg_item *next_to_cancel(cq__connection *connection)
{
	const cq__pg_item *const head = at_work(connection);
	if (head == NULL)
		return NULL;
	cq__pg_item *first = NULL;
	CQ__LIST_EACH(link, &connection->sent) {
		cq__pg_item *const item = CQ__LIST_ENTRY(link, cq__pg_item, link);
		if (item->group != head->group)
			break;
		if (!item->stopped || item->open_commands == 0)
			continue;
		if (item->cancel_sent && !item->told)
			return NULL;
		if (!item->cancel_sent && first == NULL)
			first = item;
	}
	return first;
}

void cq__pg_cancel_head(cq__connection *connection)
{
	if (connection->broken || connection->connecting || connection->closed)
		return;
	/* All has been answered: no moment is waited for any more. */
	if (connection->timer.deadline != 0 && connection->command_count == 0)
		set_grace_timer(connection);
	if (cq__pg_cancelling(connection))
		return;
	cq__pg_item *const item = next_to_cancel(connection);
	if (item == NULL)
		return;
	item->cancel_sent = true;
	connection->cancels++;
	if (item->told && item->drained_by == 0) {
		item->drained_by = cq__deadline_after_ms(DRAIN_MS);
		set_grace_timer(connection);
	}
	cq__pg_cancel *const cancel = ask_server(connection, true);
	if (cancel == NULL) {
		cq__log_message(&connection->log, CQ_LOG_WARNING, "a statement cannot be cancelled at the server");
		return;
	}
	connection->cancel = cancel;
	cq__watch_init(&cancel->watch, cancel->wakeup.read_end, cancel_through, connection);
	cq__loop_want(connection->loop, &cancel->watch, CQ__LOOP_READ, 0);
}

/* A ROLLBACK that is given up must not leave its transaction to whoever comes next. */
static bool undoes(const cq__pg_item *item)
{
	return item->request != NULL && item->request->kind == CQ__REQUEST_CONTROL &&
		item->request->control == CQ__CONTROL_ROLLBACK;
}

void cq__pg_stop(cq__connection *connection, cq__pg_item *item, bool late)
{
	if (item->over || item->stopped)
		return;
	if (undoes(item)) {
		cq__pg_break(connection, "the server did not answer a ROLLBACK in time");
		return;
	}
	if (item->place == CQ__PG_QUEUED) {
		cq__error_clear(item->error);
		item->status = cq__error_set(item->error, late ? CQ_TIMEOUT : CQ_CANCELLED, late ?
			"the deadline passed before the statement began" : "the operation was cancelled before it began");
		cq__pg_finish(connection, item);
		return;
	}
	item->stopped = true;
	item->late = late;
	item->stop_by = cq__deadline_after_ms(GRACE_MS);
	cq__pg_cancel_head(connection);
	set_grace_timer(connection);
}

static void tell_late(cq__connection *connection, cq__pg_item *item)
{
	const bool commits = item->request != NULL && item->request->kind == CQ__REQUEST_CONTROL &&
		item->request->control == CQ__CONTROL_COMMIT;
	cq__pg_tell(connection, item, commits ? CQ_COMMIT_UNKNOWN : item->late ? CQ_TIMEOUT : CQ_CANCELLED,
		commits ? "COMMIT was under way, and its answer did not come in time" :
		item->late ? "the deadline passed, and the server has not stopped the statement yet" :
		"the operation was cancelled, and the server has not stopped it yet");
	if (item->cancel_sent)
		item->drained_by = cq__deadline_after_ms(DRAIN_MS);
}

void cq__pg_cancel_timer(cq__connection *connection)
{
	if (connection->broken || connection->closed)
		return;
	CQ__LIST_EACH(link, &connection->sent) {
		cq__pg_item *const item = CQ__LIST_ENTRY(link, cq__pg_item, link);
		if (item->told && cq__deadline_passed(item->drained_by)) {
			cq__pg_break(connection, "the server did not stop a statement that was cancelled");
			return;
		}
		if (!item->stopped || item->over || !cq__deadline_passed(item->stop_by))
			continue;
		tell_late(connection, item);
		/* A server that was told before it had begun the statement has forgotten it: it is told once more. */
		item->cancel_sent = false;
	}
	cq__pg_cancel_head(connection);
	set_grace_timer(connection);
}
