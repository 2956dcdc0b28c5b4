/* unit/driver_sqlite_watch_test.c: what a connection wants of the event loop, what it says it is doing, and rows that are told of.
 *
 * It knows nothing of the executor.
 */
#include "support/driver_sqlite.h"

static int completed_count;

static void completed(cq__request *request)
{
	(void)request;
	completed_count++;
}

static int open_connection(void **state)
{
	*state = kit_open(NULL);
	kit_execute(*state, "CREATE TABLE numbers(n INTEGER)");
	kit_execute(*state, "INSERT INTO numbers WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 100)"
		" SELECT i FROM c");
	completed_count = 0;
	return 0;
}

static int close_connection(void **state)
{
	cq__driver_sqlite.close(*state);
	assert_int_equal(kit_watched(), 0);
	return 0;
}

static void test_watched_while_requests_are_under_way(void **state)
{
	cq__connection *const connection = *state;
	const cq__text text = kit_text("SELECT 1", NULL, 0);
	cq__request first = kit_request(&text, NULL, NULL), second = first;
	first.completed = second.completed = completed;
	assert_int_equal(kit_watched(), 0);
	cq__driver_sqlite.run(connection, &first);
	assert_int_equal(kit_watched(), 0);

	first.job = second.job = (cq__job){ 0 };
	cq__driver_sqlite.submit(connection, &first);
	assert_int_equal(kit_watched(), 1);
	cq__driver_sqlite.submit(connection, &second);
	assert_int_equal(cq__driver_sqlite.state(connection), CQ__STATE_BUSY);
	kit_drive(connection, 2);
	assert_int_equal(completed_count, 2);
	assert_int_equal(kit_watched(), 0);
	assert_int_equal(cq__driver_sqlite.load(connection), 0);

	/* Whoever sits one out takes it from the loop. */
	first.job = (cq__job){ 0 };
	cq__driver_sqlite.submit(connection, &first);
	assert_int_equal(kit_watched(), 1);
	cq__driver_sqlite.wait(connection, &first);
	assert_int_equal(first.status, CQ_OK);
	assert_int_equal(kit_watched(), 0);
	assert_int_equal(cq__driver_sqlite.drive(connection), 0);
	assert_int_equal(completed_count, 2);

	/* The loop itself drives. */
	first.job = (cq__job){ 0 };
	cq__driver_sqlite.submit(connection, &first);
	int called = 0;
	while (called == 0)
		assert_int_equal(cq__loop_poll(kit_loop(), 0, &called, NULL), CQ_OK);
	assert_int_equal(completed_count, 3);
	assert_int_equal(kit_watched(), 0);
}

static void test_load_and_state(void **state)
{
	cq__connection *const connection = *state;
	assert_int_equal(cq__driver_sqlite.state(connection), CQ__STATE_IDLE);
	kit_control(connection, CQ__CONTROL_BEGIN, "BEGIN", CQ_OK);
	assert_int_equal(cq__driver_sqlite.state(connection), CQ__STATE_TRANSACTION);
	kit_control(connection, CQ__CONTROL_ROLLBACK, "ROLLBACK", CQ_OK);
	assert_int_equal(cq__driver_sqlite.state(connection), CQ__STATE_IDLE);

	const cq__text slow = kit_text(kit_endless, NULL, 0);
	cq__request requests[3];
	for (size_t i = 0; i < COUNT(requests); i++) {
		requests[i] = kit_request(&slow, NULL, NULL);
		cq__driver_sqlite.submit(connection, &requests[i]);
	}
	assert_int_equal(cq__driver_sqlite.load(connection), 3);
	for (size_t i = COUNT(requests); i-- > 0;)
		cq__driver_sqlite.cancel(connection, &requests[i]);
	kit_drive(connection, 3);
	for (size_t i = 0; i < COUNT(requests); i++)
		assert_int_equal(requests[i].status, CQ_CANCELLED);
	assert_int_equal(cq__driver_sqlite.load(connection), 0);
	assert_int_equal(cq__driver_sqlite.state(connection), CQ__STATE_IDLE);
}

static void test_connecting_is_done_at_once(void **state)
{
	cq__connection *const connection = *state;
	cq__request request = { .kind = CQ__REQUEST_CONNECT, .completed = completed, .status = CQ_SYSTEM };
	cq__driver_sqlite.run(connection, &request);
	assert_int_equal(request.status, CQ_OK);
	request = (cq__request){ .kind = CQ__REQUEST_CONNECT, .completed = completed, .status = CQ_SYSTEM, .timing = true };
	cq__driver_sqlite.submit(connection, &request);
	kit_drive(connection, 1);
	assert_int_equal(request.status, CQ_OK);
	assert_int_equal(completed_count, 1);
}

/* ---- rows that are told of ----------------------------------------------------------------------------------------- */

static cq__request stream_request(const cq__text *text, cq__error *error)
{
	cq__request request = kit_request(text, NULL, error);
	request.sink = CQ__SINK_STREAM;
	request.plan = &kit_integer_plan;
	request.completed = completed;
	return request;
}

static void turn_until_told(void)
{
	const int before = completed_count;
	const cq__deadline limit = cq__deadline_after_ms(10000);
	while (completed_count == before) {
		assert_int_equal(cq__loop_poll(kit_loop(), limit, NULL, NULL), CQ_OK);
		if (cq__deadline_passed(limit))
			fail_msg("nobody was told");
	}
}

static int64_t sum_of_stream(cq__connection *connection, cq__request *request, int *waits)
{
	int64_t sum = 0;
	for (;;) {
		void *row;
		if (!cq__driver_sqlite.stream_ready(connection, request)) {
			assert_int_equal(kit_watched(), 1);
			turn_until_told();
			assert_true(cq__driver_sqlite.stream_ready(connection, request));
			assert_int_equal(kit_watched(), 0);
			++*waits;
		}
		assert_int_equal(cq__driver_sqlite.stream_next(connection, request, 0, &row), CQ_OK);
		if (row == NULL)
			return sum;
		sum += *(int64_t *)row;
	}
}

static void test_rows_are_told_of(void **state)
{
	cq__connection *const connection = *state;
	const cq__text text = kit_text("SELECT n FROM numbers ORDER BY n", NULL, 0);
	static const size_t buffers[] = { 1, 2, 7, 20, 1000 };
	for (size_t i = 0; i < COUNT(buffers); i++) {
		cq__error error = { 0 };
		cq__request request = stream_request(&text, &error);
		int waits = 0;
		assert_int_equal(cq__driver_sqlite.stream_open(connection, &request, buffers[i]), CQ_OK);
		assert_int_equal(sum_of_stream(connection, &request, &waits), 5050);
		assert_int_equal(request.rows_seen, 100);
		assert_true(waits >= 1);
		assert_true(buffers[i] != 1000 || waits == 1);
		cq__driver_sqlite.stream_close(connection, &request);
		assert_int_equal(cq__driver_sqlite.state(connection), CQ__STATE_IDLE);
	}
}

static void test_a_failure_is_told_of_too(void **state)
{
	cq__connection *const connection = *state;
	const cq__text text = kit_text("SELECT abs(-9223372036854775807 - 1)", NULL, 0);
	cq__error error = { 0 };
	cq__request request = stream_request(&text, &error);
	void *row;
	/* What the database says comes with the rows, for opening does not wait. */
	assert_int_equal(cq__driver_sqlite.stream_open(connection, &request, 10), CQ_OK);
	assert_false(cq__driver_sqlite.stream_ready(connection, &request));
	turn_until_told();
	assert_int_not_equal(cq__driver_sqlite.stream_next(connection, &request, 0, &row), CQ_OK);
	assert_null(row);
	cq__error_release(&error);
	cq__driver_sqlite.stream_close(connection, &request);
}

static void test_cancelled_while_rows_are_on_their_way(void **state)
{
	cq__connection *const connection = *state;
	const cq__text text = kit_text(kit_endless, NULL, 0);
	for (int closed_early = 0; closed_early < 2; closed_early++) {
		cq__error error = { 0 };
		cq__request request = stream_request(&text, &error);
		void *row;
		assert_int_equal(cq__driver_sqlite.stream_open(connection, &request, 10), CQ_OK);
		assert_false(cq__driver_sqlite.stream_ready(connection, &request));
		assert_int_equal(cq__driver_sqlite.state(connection), CQ__STATE_BUSY);
		if (closed_early == 0) {
			cq__driver_sqlite.cancel(connection, &request);
			turn_until_told();
			assert_int_equal(cq__driver_sqlite.stream_next(connection, &request, 0, &row), CQ_CANCELLED);
		}
		cq__driver_sqlite.stream_close(connection, &request);
		assert_int_equal(kit_watched(), 0);
		cq__error_release(&error);
	}
	assert_int_equal(kit_integer(connection, "SELECT 7"), 7);
}

static void test_closing_does_not_wait_for_others(void **state)
{
	cq__connection *const connection = *state;
	const cq__text text = kit_text("SELECT n FROM numbers", NULL, 0);
	static cq__text slow;
	slow = kit_text(kit_endless, NULL, 0);
	cq__error error = { 0 };
	cq__request request = stream_request(&text, &error);
	static cq__request other; /* closing completes it at last */
	other = kit_request(&slow, NULL, NULL);
	void *row;
	assert_int_equal(cq__driver_sqlite.stream_open(connection, &request, 4), CQ_OK);
	assert_false(cq__driver_sqlite.stream_ready(connection, &request));
	turn_until_told();
	assert_int_equal(cq__driver_sqlite.stream_next(connection, &request, 0, &row), CQ_OK);
	cq__driver_sqlite.submit(connection, &other);
	const uint64_t begun = cq__monotonic_ns();
	cq__driver_sqlite.stream_close(connection, &request);
	assert_null(request.stream);
	assert_true(cq__monotonic_ns() - begun < UINT64_C(5000000000));
	assert_int_equal(cq__driver_sqlite.state(connection), CQ__STATE_BUSY);
	cq__driver_sqlite.cancel(connection, &other);
	const cq__deadline limit = cq__deadline_after_ms(10000);
	while (cq__driver_sqlite.state(connection) == CQ__STATE_BUSY && !cq__deadline_passed(limit))
		assert_int_equal(cq__loop_poll(kit_loop(), limit, NULL, NULL), CQ_OK);
	assert_int_equal(other.status, CQ_CANCELLED);
	assert_int_equal(cq__driver_sqlite.state(connection), CQ__STATE_IDLE);
	assert_int_equal(kit_watched(), 0);

	/* Nor is anything left when the connection goes before it has ended. */
	request = stream_request(&text, &error);
	assert_int_equal(cq__driver_sqlite.stream_open(connection, &request, 4), CQ_OK);
	assert_false(cq__driver_sqlite.stream_ready(connection, &request));
	turn_until_told();
	other = kit_request(&slow, NULL, NULL);
	cq__driver_sqlite.submit(connection, &other);
	cq__driver_sqlite.stream_close(connection, &request);
	cq__driver_sqlite.cancel(connection, &other);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_connection, close_connection)
	const struct CMUnitTest tests[] = {
		TEST(test_watched_while_requests_are_under_way),
		TEST(test_load_and_state),
		TEST(test_connecting_is_done_at_once),
		TEST(test_rows_are_told_of),
		TEST(test_a_failure_is_told_of_too),
		TEST(test_cancelled_while_rows_are_on_their_way),
		TEST(test_closing_does_not_wait_for_others),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
