/* driver/sqlite/watchdog.c: what stops a statement that runs or waits: its deadline, and whoever cancels it.
 *
 * It knows nothing of what runs. SQLite calls it every so many steps of its machine, and while a lock is another's.
 */
#include "driver/sqlite/sqlite.h"

#include <errno.h>
#include <time.h>

/* Steps of SQLite's machine between two looks: some tens of microseconds. */
#define STEPS_BETWEEN 1000

/* A request that runs so long from the first look on lets those behind it go back to the queue, where they can be
 * withdrawn. Short ones are never looked at, and so ask no clock. */
#define LONG_NS 1000000u

/* Whoever waits for a stream's rows may set it while the worker reads them. */
static uint64_t deadline_of(const cq__request *request)
{
	return (uint64_t)__atomic_load_n(&request->deadline_ns, __ATOMIC_RELAXED);
}

static cq_status reason_to_stop(const cq__request *request, uint64_t now)
{
	const uint64_t deadline = deadline_of(request);
	if (deadline != 0 && deadline <= now)
		return CQ_TIMEOUT;
	return __atomic_load_n(&request->cancelled, __ATOMIC_RELAXED) != 0 ? CQ_CANCELLED : CQ_OK;
}

static cq_status look(cq__connection *connection, uint64_t now)
{
	const cq__request *const request = connection->current;
	if (request == NULL)
		return CQ_OK;
	if (connection->first_look_ns == 0)
		connection->first_look_ns = now;
	else if (connection->batch != NULL && now - connection->first_look_ns > LONG_NS)
		cq__batch_put_back(connection->batch);
	const cq_status reason = reason_to_stop(request, now);
	if (reason != CQ_OK)
		connection->stopped = reason;
	return reason;
}

static int on_progress(void *user)
{
	return look(user, cq__monotonic_ns()) != CQ_OK;
}

/* Waits a little, longer each time, and never beyond what is left. 0 gives up: the statement gets SQLITE_BUSY. */
static int on_busy(void *user, int attempt)
{
	cq__connection *const connection = user;
	const uint64_t now = cq__monotonic_ns();
	if (attempt == 0)
		connection->busy_since_ns = now;
	if (look(connection, now) != CQ_OK)
		return 0;
	const uint64_t waited = now - connection->busy_since_ns;
	const uint64_t limit = connection->busy_timeout_ms > 0 ? (uint64_t)connection->busy_timeout_ms * 1000000u : 0;
	if (waited >= limit)
		return 0;
	static const uint8_t pauses_ms[] = { 1, 1, 2, 2, 5, 5, 10, 10, 15, 20 };
	const size_t last = sizeof pauses_ms - 1;
	uint64_t pause = (uint64_t)pauses_ms[(size_t)attempt < last ? (size_t)attempt : last] * 1000000u;
	if (pause > limit - waited)
		pause = limit - waited;
	const cq__request *const request = connection->current;
	const uint64_t deadline = request != NULL ? deadline_of(request) : 0;
	if (deadline > now && pause > deadline - now)
		pause = deadline - now;
	const struct timespec time = { (time_t)(pause / 1000000000u), (long)(pause % 1000000000u) };
	(void)nanosleep(&time, NULL);
	return 1;
}

void cq__sqlite_watch_busy(cq__connection *connection)
{
	(void)sqlite3_busy_handler(connection->handle, on_busy, connection);
}

void cq__sqlite_watch(cq__connection *connection, bool on)
{
	if (connection->watched == on)
		return;
	connection->watched = on;
	sqlite3_progress_handler(connection->handle, on ? STEPS_BETWEEN : 0, on ? on_progress : NULL, connection);
}

cq_status cq__sqlite_may_go_on(cq__connection *connection, cq__request *request)
{
	if (__atomic_load_n(&request->cancelled, __ATOMIC_RELAXED) == 0 && deadline_of(request) == 0)
		return CQ_OK;
	const cq_status reason = reason_to_stop(request, cq__monotonic_ns());
	if (reason == CQ_OK)
		return CQ_OK;
	connection->stopped = reason;
	return cq__error_set(request->error, reason, NULL);
}
