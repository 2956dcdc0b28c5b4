/* unit/driver_postgres_drain_test.c: what was given up and is still to be answered: each has its own time for that, and the
 * connection drains in it or is of no more use. The moments are read from the driver's timer, and one that is far off is moved
 * nearer instead of waited for. A real server answers, or is stopped.
 */
#include "driver_postgres_server.h"

#include <signal.h>

enum { GRACE_MS = 100, DRAIN_MS = 2000 };
#define MILLISECOND UINT64_C(1000000)

static cq__connection *connection;
static int process;

static int begin(void **state)
{
	(void)state;
	connection = kit_open();
	process = kit_process(connection);
	(void)kit_ask(kit.plain, "CREATE TABLE IF NOT EXISTS drained (id bigint)");
	(void)kit_ask(kit.plain, "TRUNCATE drained");
	kit_do(connection, "SELECT 1::bigint");
	return 0;
}

static int end(void **state)
{
	(void)state;
	(void)kill((pid_t)process, SIGCONT);
	kit_close(connection);
	return 0;
}

static void stop_server(void)
{
	/* The server's processes belong to another user; only one who may signal them can stop one. */
	if (kill((pid_t)process, SIGSTOP) != 0)
		skip();
}

static void let_server_go_on(void)
{
	assert_int_equal(kill((pid_t)process, SIGCONT), 0);
}

/* Sends it, cancels it, and waits until it has been given up. */
static cq__pg_item *give_up(kit_call *call, const char *sql)
{
	kit_submit(connection, call, sql);
	/* One that the server is being told of holds up what follows. */
	while (cq__pg_item_of(&call->request)->place != CQ__PG_SENT)
		kit_turn(1);
	cq__pg_item *const item = cq__pg_item_of(&call->request);
	const uint64_t asked = cq__monotonic_ns();
	cq__driver_postgres.cancel(connection, &call->request);
	kit_finish(call);
	assert_int_equal(call->request.status, CQ_CANCELLED);
	assert_true(call->request.abandoned);
	assert_in_range(cq__monotonic_ns() - asked, GRACE_MS * MILLISECOND, 4 * GRACE_MS * MILLISECOND);
	assert_true(item->told);
	assert_int_equal(cq__driver_postgres.state(connection), CQ__STATE_BUSY);
	return item;
}

static void await_idle(void)
{
	const uint64_t begun = cq__monotonic_ns();
	while (cq__driver_postgres.state(connection) == CQ__STATE_BUSY) {
		if (cq__monotonic_ns() - begun > DRAIN_MS * MILLISECOND)
			fail_msg("it has not drained");
		kit_turn(1);
	}
	assert_int_equal(cq__driver_postgres.state(connection), CQ__STATE_IDLE);
	assert_int_equal(connection->told, 0);
	/* Nothing of it is waited for any more. */
	assert_int_equal(connection->timer.deadline, 0);
}

static void what_comes_in_time_is_dropped(void **state)
{
	(void)state;
	uint64_t before = 0;
	for (int round = 0; round < 3; round++) {
		kit_call call;
		stop_server();
		const cq__pg_item *const item = give_up(&call, "INSERT INTO drained VALUES (1)");
		/* The timer is set for the moment at which it will be lost; each time for another one. */
		assert_int_equal(connection->timer.deadline, item->drained_by);
		const uint64_t now = cq__monotonic_ns();
		assert_in_range(item->drained_by, now + (DRAIN_MS - 300) * MILLISECOND, now + DRAIN_MS * MILLISECOND);
		assert_true(item->drained_by > before);
		before = item->drained_by;
		let_server_go_on();
		await_idle();
		assert_int_equal(call.completed, 1);
		kit_free(&call);
		assert_int_equal(kit_value(connection, "SELECT 42::bigint"), 42);
	}
}

/* Two are given up, and the server was told of the first alone: the second one's time begins when the server is at it. */
static void each_has_its_own_time(void **state)
{
	(void)state;
	kit_call first, second;
	stop_server();
	const cq__pg_item *const one = give_up(&first, "INSERT INTO drained VALUES (1)");
	const cq__deadline lost = one->drained_by;
	const cq__pg_item *const other = give_up(&second, "INSERT INTO drained SELECT 2 FROM pg_sleep(30)");
	assert_int_equal(other->drained_by, 0);
	assert_int_equal(one->drained_by, lost);
	assert_int_equal(connection->timer.deadline, lost);
	assert_int_equal(connection->told, 2);
	/* Time passes: the first is answered at the last moment, and the other one is stopped all the same. */
	let_server_go_on();
	await_idle();
	assert_int_equal(kit_number("SELECT count(*) FROM drained WHERE id = 2"), 0);
	kit_free(&first);
	kit_free(&second);
	assert_int_equal(kit_value(connection, "SELECT 42::bigint"), 42);
}

/* The moment has come: what waits on the connection hears of it, and what was given up hears nothing twice. */
static void what_does_not_come_breaks_the_connection(void **state)
{
	(void)state;
	kit_call first, second, behind;
	stop_server();
	cq__pg_item *const one = give_up(&first, "INSERT INTO drained VALUES (1)");
	(void)give_up(&second, "INSERT INTO drained VALUES (2)");
	kit_submit(connection, &behind, "SELECT 3::bigint");
	kit_turn(5);
	assert_int_equal(behind.completed, 0);
	/* A turn before its time breaks nothing. */
	(void)cq__timers_fire(&kit.loop, one->drained_by - MILLISECOND);
	assert_int_equal(cq__driver_postgres.state(connection), CQ__STATE_BUSY);
	one->drained_by = cq__monotonic_ns();
	(void)cq__timers_fire(&kit.loop, connection->timer.deadline);
	assert_int_equal(cq__driver_postgres.state(connection), CQ__STATE_BROKEN);
	kit_finish(&behind);
	assert_int_equal(behind.request.status, CQ_CONNECTION);
	assert_non_null(strstr(cq__error_get(&behind.error)->message, "did not stop a statement that was cancelled"));
	let_server_go_on();
	kit_turn(20);
	assert_int_equal(first.completed, 1);
	assert_int_equal(second.completed, 1);
	assert_false(cq__loop_waits(&kit.loop));
	kit_free(&first);
	kit_free(&second);
	kit_free(&behind);
}

int main(void)
{
	if (!kit_available())
		return CLIENT_SKIPPED;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_comes_in_time_is_dropped, begin, end),
		cmocka_unit_test_setup_teardown(each_has_its_own_time, begin, end),
		cmocka_unit_test_setup_teardown(what_does_not_come_breaks_the_connection, begin, end),
	};
	return cmocka_run_group_tests(tests, kit_begin, kit_end);
}
