/* unit/driver_sqlite_worker_test.c: requests in flight: order, batches, taking jobs back, deadlines, cancelling, closing.
 *
 * It knows nothing of the executor; it is also what ThreadSanitizer looks at.
 */
#include "support/driver_sqlite.h"

#include <pthread.h>
#include <time.h>
#include <unistd.h>
#include <sys/wait.h>

static int completed_count;
static const cq__request *completed_last;

static void count_completed(cq__request *request)
{
	completed_count++;
	completed_last = request;
}

static cq__request integer_request(const cq__text *text, cq__error *error)
{
	cq__request request = kit_request(text, NULL, error);
	request.plan = &kit_integer_plan;
	request.sink = CQ__SINK_FIRST;
	request.completed = count_completed;
	return request;
}

static int64_t number_of(const cq__request *request)
{
	assert_int_equal(request->status, CQ_OK);
	assert_int_equal(request->item_count, 1);
	return *(const int64_t *)request->items;
}

static void pause_ms(long milliseconds)
{
	const struct timespec time = { 0, milliseconds * 1000000 };
	nanosleep(&time, NULL);
}

enum { MANY = 64 };

static void test_submitted_requests_are_completed_in_order(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open(NULL);
	const cq__text text = kit_text("SELECT 7", NULL, 0);
	cq__request requests[MANY];
	completed_count = 0;
	for (int round = 0; round < 20; round++) {
		for (int i = 0; i < MANY; i++) {
			requests[i] = integer_request(&text, NULL);
			cq__driver_sqlite.submit(connection, &requests[i]);
		}
		assert_int_equal(completed_count, round * MANY);
		kit_drive(connection, MANY);
		assert_ptr_equal(completed_last, &requests[MANY - 1]);
		for (int i = 0; i < MANY; i++) {
			assert_int_equal(number_of(&requests[i]), 7);
			cq__arena_destroy(requests[i].arena);
		}
	}
	cq__driver_sqlite.close(connection);
}

static void test_waiting_needs_no_callback(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open(NULL);
	const cq__text text = kit_text("SELECT 7", NULL, 0);
	for (int round = 0; round < 50; round++) {
		cq__request requests[MANY];
		completed_count = 0;
		for (int i = 0; i < MANY; i++) {
			requests[i] = integer_request(&text, NULL);
			cq__driver_sqlite.submit(connection, &requests[i]);
		}
		/* Out of order: some are taken back, some are under way, some are done. */
		for (int i = 0; i < MANY; i++) {
			cq__request *const request = &requests[i % 2 == 0 ? i / 2 : MANY - 1 - i / 2];
			cq__driver_sqlite.wait(connection, request);
			assert_int_equal(number_of(request), 7);
			cq__arena_destroy(request->arena);
		}
		assert_int_equal(completed_count, 0);
		assert_int_equal(cq__driver_sqlite.drive(connection), 0);
	}
	cq__driver_sqlite.close(connection);
}

static void test_run_comes_behind_what_was_submitted(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open(NULL);
	kit_execute(connection, "CREATE TABLE t(n)");
	cq__text text = kit_text("INSERT INTO t VALUES (1)", NULL, 0);
	cq__request requests[8];
	for (size_t i = 0; i < COUNT(requests); i++) {
		requests[i] = kit_request(&text, NULL, NULL);
		requests[i].completed = count_completed;
		cq__driver_sqlite.submit(connection, &requests[i]);
	}
	assert_int_equal(kit_integer(connection, "SELECT count(*) FROM t"), 8);
	kit_drive(connection, (int)COUNT(requests));
	cq__driver_sqlite.close(connection);
}

/* Which thread a function of SQL was called in, and in which state of the connection. */
static pthread_t seen_thread;
static int seen_autocommit;

static void see(sqlite3_context *context, int count, sqlite3_value **values)
{
	(void)count;
	(void)values;
	seen_thread = pthread_self();
	seen_autocommit = sqlite3_get_autocommit(sqlite3_context_db_handle(context));
	sqlite3_result_int(context, seen_autocommit);
}

static cq__connection *open_seeing(void)
{
	cq__connection *const connection = kit_open(NULL);
	assert_int_equal(sqlite3_create_function(cq__driver_sqlite.native(connection), "see", 0, SQLITE_UTF8, NULL, see, NULL,
		NULL), SQLITE_OK);
	return connection;
}

static void test_run_stays_in_the_callers_thread(void **state)
{
	(void)state;
	cq__connection *const connection = open_seeing();
	assert_int_equal(kit_integer(connection, "SELECT see()"), 1);
	assert_true(pthread_equal(seen_thread, pthread_self()));
	/* Driven by its loop, a request runs in the worker. */
	const cq__text text = kit_text("SELECT see()", NULL, 0);
	cq__request request = integer_request(&text, NULL);
	cq__driver_sqlite.submit(connection, &request);
	kit_drive(connection, 1);
	assert_false(pthread_equal(seen_thread, pthread_self()));
	cq__arena_destroy(request.arena);
	cq__driver_sqlite.close(connection);
}

/* A long request occupies the worker, so that what follows is one list. */
static void test_neighbouring_reads_share_a_transaction(void **state)
{
	(void)state;
	cq__connection *const connection = open_seeing();
	kit_execute(connection, "CREATE TABLE t(n)");
	const cq__text blocker_text = kit_text(kit_endless, NULL, 0);
	const cq__text see_text = kit_text("SELECT see()", NULL, 0);
	const cq__text broken_text = kit_text("SELECT nothing FROM nowhere", NULL, 0);
	const cq__text wrong_text = kit_text("SELECT 'x'", NULL, 0);
	const cq__text insert_text = kit_text("INSERT INTO t SELECT see()", NULL, 0);
	cq__error errors[2];
	memset(errors, 0, sizeof errors);
	cq__request blocker = integer_request(&blocker_text, NULL);
	cq__request requests[] = {
		integer_request(&see_text, NULL), integer_request(&broken_text, &errors[0]), integer_request(&see_text, NULL),
		integer_request(&wrong_text, &errors[1]), integer_request(&see_text, NULL), kit_request(&insert_text, NULL, NULL),
		integer_request(&see_text, NULL),
	};
	requests[5].completed = count_completed;
	cq__driver_sqlite.submit(connection, &blocker);
	pause_ms(20);
	for (size_t i = 0; i < COUNT(requests); i++)
		cq__driver_sqlite.submit(connection, &requests[i]);
	cq__driver_sqlite.cancel(connection, &blocker);
	kit_drive(connection, 1 + (int)COUNT(requests));
	assert_int_equal(blocker.status, CQ_CANCELLED);

	/* Neighbours read in one transaction; one that fails does not disturb the others, nor is it seen outside. */
	assert_int_equal(number_of(&requests[0]), 0);
	assert_int_equal(requests[1].status, CQ_SYNTAX);
	assert_int_equal(number_of(&requests[2]), 0);
	assert_int_equal(requests[3].status, CQ_WRONG_TYPE);
	assert_int_equal(number_of(&requests[4]), 0);
	/* A write is not part of it, and a read alone needs none. */
	assert_int_equal(requests[5].status, CQ_OK);
	assert_int_equal(requests[5].changes, 1);
	assert_int_equal(kit_integer(connection, "SELECT n FROM t"), 1);
	assert_int_equal(number_of(&requests[6]), 1);
	for (size_t i = 0; i < COUNT(requests); i++) {
		assert_false(requests[i].in_transaction);
		cq__arena_destroy(requests[i].arena);
	}
	for (size_t i = 0; i < COUNT(errors); i++)
		cq__error_release(&errors[i]);
	assert_false(cq__driver_sqlite.in_transaction(connection));
	cq__driver_sqlite.close(connection);
}

static void test_deadline_stops_what_runs(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open(NULL);
	const cq__text text = kit_text(kit_endless, NULL, 0);
	cq__error error = { 0 };
	const uint64_t begun = cq__monotonic_ns();
	cq__request request = integer_request(&text, &error);
	request.deadline_ns = (int64_t)cq__deadline_after_ms(30);
	cq__driver_sqlite.run(connection, &request);
	assert_int_equal(request.status, CQ_TIMEOUT);
	assert_int_equal(cq__error_get(&error)->code, CQ_TIMEOUT);
	cq__error_clear(&error);

	request = integer_request(&text, &error);
	request.deadline_ns = (int64_t)cq__deadline_after_ms(30);
	cq__driver_sqlite.submit(connection, &request);
	kit_drive(connection, 1);
	assert_int_equal(request.status, CQ_TIMEOUT);
	cq__error_clear(&error);
	assert_true(cq__monotonic_ns() - begun < UINT64_C(5000000000));

	/* One that has passed already is not begun, and the connection is as good as before. */
	request = integer_request(&text, &error);
	request.deadline_ns = 1;
	cq__driver_sqlite.run(connection, &request);
	assert_int_equal(request.status, CQ_TIMEOUT);
	cq__error_release(&error);
	assert_int_equal(kit_integer(connection, "SELECT 5"), 5);
	cq__driver_sqlite.close(connection);
}

static void test_cancel_queued_and_running(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open(NULL);
	const cq__text endless = kit_text(kit_endless, NULL, 0);
	const cq__text text = kit_text("SELECT 7", NULL, 0);
	cq__error errors[4];
	memset(errors, 0, sizeof errors);
	cq__request running = integer_request(&endless, &errors[0]);
	cq__request queued = integer_request(&text, &errors[1]);
	cq__request late = integer_request(&text, &errors[2]);
	cq__request kept = integer_request(&text, &errors[3]);
	cq__driver_sqlite.submit(connection, &running);
	pause_ms(10);
	cq__driver_sqlite.submit(connection, &queued);
	late.deadline_ns = (int64_t)cq__deadline_after_ms(5);
	cq__driver_sqlite.submit(connection, &late);
	cq__driver_sqlite.submit(connection, &kept);

	/* What has not begun is completed without waiting for what runs. */
	cq__driver_sqlite.cancel(connection, &queued);
	kit_drive(connection, 1);
	assert_int_equal(queued.status, CQ_CANCELLED);
	pause_ms(10);
	cq__driver_sqlite.cancel(connection, &late);
	kit_drive(connection, 1);
	assert_int_equal(late.status, CQ_TIMEOUT);

	/* One that waits gives up at its own deadline. */
	cq__error error = { 0 };
	cq__request waiting = integer_request(&text, &error);
	waiting.deadline_ns = (int64_t)cq__deadline_after_ms(20);
	cq__driver_sqlite.run(connection, &waiting);
	assert_int_equal(waiting.status, CQ_TIMEOUT);
	cq__error_release(&error);

	cq__driver_sqlite.cancel(connection, &running);
	kit_drive(connection, 2);
	assert_int_equal(running.status, CQ_CANCELLED);
	assert_int_equal(number_of(&kept), 7);
	/* Cancelling what is done changes nothing. */
	cq__driver_sqlite.cancel(connection, &kept);
	assert_int_equal(kept.status, CQ_OK);
	cq__arena_destroy(kept.arena);
	for (size_t i = 0; i < COUNT(errors); i++)
		cq__error_release(&errors[i]);
	cq__driver_sqlite.close(connection);
}

/* Jobs that the worker took in one list go back when the first of them takes long. */
static void test_cancel_behind_a_long_neighbour(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open(NULL);
	const cq__text endless = kit_text(kit_endless, NULL, 0);
	const cq__text text = kit_text("SELECT 7", NULL, 0);
	cq__request first = integer_request(&endless, NULL);
	cq__request before = integer_request(&text, NULL);
	cq__request second = integer_request(&endless, NULL);
	cq__request third = integer_request(&text, NULL);
	cq__driver_sqlite.submit(connection, &first);
	pause_ms(10);
	cq__driver_sqlite.submit(connection, &before);
	cq__driver_sqlite.submit(connection, &second);
	cq__driver_sqlite.submit(connection, &third);
	cq__driver_sqlite.cancel(connection, &first);
	kit_drive(connection, 2); /* first, and before: handed back while second runs */
	assert_int_equal(number_of(&before), 7);
	pause_ms(10);
	cq__driver_sqlite.cancel(connection, &third);
	kit_drive(connection, 1);
	assert_int_equal(third.status, CQ_CANCELLED);
	cq__driver_sqlite.cancel(connection, &second);
	kit_drive(connection, 1);
	assert_int_equal(second.status, CQ_CANCELLED);
	cq__arena_destroy(before.arena);
	cq__driver_sqlite.close(connection);
}

static void test_cancelled_write_ends_its_transaction_as_sqlite_says(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open(NULL);
	kit_execute(connection, "CREATE TABLE t(n)");
	kit_control(connection, CQ__CONTROL_BEGIN, "BEGIN IMMEDIATE", CQ_OK);
	assert_true(cq__driver_sqlite.in_transaction(connection));
	const cq__text text = kit_text("INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
		NULL, 0);
	cq__request request = kit_request(&text, NULL, NULL);
	request.completed = count_completed;
	cq__driver_sqlite.submit(connection, &request);
	pause_ms(20);
	cq__driver_sqlite.cancel(connection, &request);
	kit_drive(connection, 1);
	assert_int_equal(request.status, CQ_CANCELLED);
	assert_int_equal(request.in_transaction, cq__driver_sqlite.in_transaction(connection));
	kit_control(connection, CQ__CONTROL_ROLLBACK, "ROLLBACK", CQ_OK);
	assert_false(cq__driver_sqlite.in_transaction(connection));
	assert_int_equal(kit_integer(connection, "SELECT count(*) FROM t"), 0);
	cq__driver_sqlite.close(connection);
}

static void test_close_completes_what_is_queued(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open(NULL);
	const cq__text text = kit_text("SELECT 7", NULL, 0);
	enum { MORE = 200 };
	static cq__request requests[MORE];
	completed_count = 0;
	for (int i = 0; i < MORE; i++) {
		requests[i] = integer_request(&text, NULL);
		cq__driver_sqlite.submit(connection, &requests[i]);
	}
	cq__driver_sqlite.close(connection);
	assert_int_equal(completed_count, MORE);
	for (int i = 0; i < MORE; i++) {
		assert_true(requests[i].status == CQ_OK || requests[i].status == CQ_CANCELLED);
		cq__arena_destroy(requests[i].arena);
	}
}

static void close_it(cq__request *request)
{
	completed_count++;
	cq__arena_destroy(request->arena);
	request->arena = NULL;
	if (request->owner != NULL)
		cq__driver_sqlite.close(request->owner);
}

static void test_close_inside_a_callback(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open(NULL);
	const cq__text text = kit_text("SELECT 7", NULL, 0);
	cq__request requests[4];
	completed_count = 0;
	for (size_t i = 0; i < COUNT(requests); i++) {
		requests[i] = integer_request(&text, NULL);
		requests[i].completed = close_it;
		requests[i].owner = i == 1 ? connection : NULL;
		cq__driver_sqlite.submit(connection, &requests[i]);
	}
	while (completed_count < (int)COUNT(requests)) {
		if (cq__driver_sqlite.drive(connection) == 0)
			pause_ms(1);
	}
	assert_int_equal(completed_count, COUNT(requests));
}

static void test_forgetting_while_the_worker_works(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open(NULL);
	for (int round = 0; round < 200; round++) {
		const cq__text text = kit_text("SELECT 7", NULL, 0);
		cq__request request = integer_request(&text, NULL);
		cq__driver_sqlite.submit(connection, &request);
		cq__driver_sqlite.forget(connection, text.id);
		cq__driver_sqlite.wait(connection, &request);
		assert_int_equal(number_of(&request), 7);
		cq__arena_destroy(request.arena);
		cq__driver_sqlite.forget(connection, text.id);
	}
	cq__driver_sqlite.close(connection);
}

static void test_a_forked_child_does_nothing(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open(NULL);
	const pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		const cq__text text = kit_text("SELECT 7", NULL, 0);
		cq__request request = kit_request(&text, NULL, NULL);
		cq__driver_sqlite.run(connection, &request);
		cq__driver_sqlite.close(connection);
		_exit(request.status == CQ_MISUSE && cq__driver_sqlite.native(connection) == NULL ? 0 : 1);
	}
	int code = 1;
	assert_int_equal(waitpid(child, &code, 0), child);
	assert_int_equal(code, 0);
	assert_int_equal(kit_integer(connection, "SELECT 7"), 7);
	cq__driver_sqlite.close(connection);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_submitted_requests_are_completed_in_order),
		cmocka_unit_test(test_waiting_needs_no_callback),
		cmocka_unit_test(test_run_comes_behind_what_was_submitted),
		cmocka_unit_test(test_run_stays_in_the_callers_thread),
		cmocka_unit_test(test_neighbouring_reads_share_a_transaction),
		cmocka_unit_test(test_deadline_stops_what_runs),
		cmocka_unit_test(test_cancel_queued_and_running),
		cmocka_unit_test(test_cancel_behind_a_long_neighbour),
		cmocka_unit_test(test_cancelled_write_ends_its_transaction_as_sqlite_says),
		cmocka_unit_test(test_close_completes_what_is_queued),
		cmocka_unit_test(test_close_inside_a_callback),
		cmocka_unit_test(test_forgetting_while_the_worker_works),
		cmocka_unit_test(test_a_forked_child_does_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
