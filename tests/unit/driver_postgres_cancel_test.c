/* unit/driver_postgres_cancel_test.c: statements that are cancelled or late: queued, under way, behind others, and at a server that
 * does not answer. A real server answers, or is stopped.
 */
#include "driver_postgres_server.h"

#include "base/alloc.h"

#include <signal.h>

static int64_t now_ms(void)
{
	return (int64_t)(cq__monotonic_ns() / 1000000);
}

/* Nothing of before is left: the connection serves. */
static void assert_serves(cq__connection *connection)
{
	assert_int_equal(kit_value(connection, "SELECT 42::bigint"), 42);
	kit_turn(20);
	assert_int_equal(cq__driver_postgres.state(connection), CQ__STATE_IDLE);
	assert_int_equal(kit_value(connection, "SELECT 43::bigint"), 43);
}

static void what_was_not_sent_ends_at_once(void **state)
{
	(void)state;
	(void)kit_ask(kit.plain, "CREATE TABLE unsent (id bigint)");
	cq__connection *const connection = kit_open();
	kit_call first, second;
	kit_submit(connection, &first, "INSERT INTO unsent VALUES (1)");
	kit_submit(connection, &second, "INSERT INTO unsent VALUES (2)");
	cq__driver_postgres.cancel(connection, &first.request);
	cq__driver_postgres.cancel(connection, &first.request);
	assert_int_equal(first.completed, 0);
	kit_finish(&first);
	kit_finish(&second);
	assert_int_equal(first.request.status, CQ_CANCELLED);
	assert_false(first.request.abandoned);
	assert_int_equal(second.request.status, CQ_OK);
	/* Done: nothing is left to be cancelled. */
	cq__driver_postgres.cancel(connection, &second.request);
	kit_turn(20);
	assert_int_equal(second.completed, 1);
	kit_free(&first);
	kit_free(&second);
	assert_int_equal(kit_number("SELECT sum(id) FROM unsent"), 2);
	kit_close(connection);
}

static void what_is_under_way_is_stopped(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open();
	for (int i = 0; i < 10; i++) {
		kit_call call;
		kit_submit(connection, &call, "SELECT pg_sleep(30)");
		kit_turn(10);
		const int64_t began = now_ms();
		cq__driver_postgres.cancel(connection, &call.request);
		kit_finish(&call);
		assert_true(now_ms() - began < 1000);
		assert_int_equal(call.request.status, CQ_CANCELLED);
		kit_free(&call);
		assert_serves(connection);
	}
	kit_close(connection);
}

static void a_deadline_ends_a_run(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open();
	kit_call call;
	static cq__text text;
	text = kit_text("SELECT pg_sleep(30)");
	for (int i = 0; i < 3; i++) {
		kit_make(&call, text.sql);
		call.request.text = &text;
		call.request.deadline_ns = (int64_t)cq__deadline_after_ms(50);
		const int64_t began = now_ms();
		assert_int_equal(kit_run_call(connection, &call), CQ_TIMEOUT);
		assert_true(now_ms() - began >= 49 && now_ms() - began < 250);
		kit_free(&call);
		assert_serves(connection);
	}
	/* One that is late before it begins. */
	kit_make(&call, "SELECT 1::bigint");
	call.request.deadline_ns = 1;
	assert_int_equal(kit_run_call(connection, &call), CQ_TIMEOUT);
	kit_free(&call);
	/* A cancellation behind the deadline is its doing. */
	kit_make(&call, "SELECT pg_sleep(30)");
	call.request.deadline_ns = (int64_t)cq__deadline_after_ms(20);
	cq__driver_postgres.submit(connection, &call.request);
	kit_turn(30);
	assert_int_equal(call.completed, 0);
	cq__driver_postgres.cancel(connection, &call.request);
	kit_finish(&call);
	assert_int_equal(call.request.status, CQ_TIMEOUT);
	kit_free(&call);
	assert_serves(connection);
	kit_close(connection);
}

/* Only what was cancelled ends, wherever the cancellation arrives. */
static void neighbours_do_not_notice(void **state)
{
	(void)state;
	(void)kit_ask(kit.plain, "CREATE TABLE neighbours (id bigint)");
	cq__connection *const connection = kit_open();
	static const char *const texts[] = { "SELECT 1::bigint", "INSERT INTO neighbours VALUES (1)", "SELECT pg_sleep(0.05)",
		"INSERT INTO neighbours VALUES (2)", "SELECT 2::bigint", "INSERT INTO neighbours SELECT 4 FROM pg_sleep(0.03)", "SELECT 3::bigint" };
	for (int round = 0; round < 40; round++) {
		kit_call calls[COUNT(texts)];
		const size_t victim = (size_t)round % COUNT(texts);
		(void)kit_ask(kit.plain, "TRUNCATE neighbours");
		for (size_t i = 0; i < COUNT(texts); i++) {
			kit_submit(connection, &calls[i], texts[i]);
			if (i == 2)
				calls[i].request.plan = NULL;
		}
		cq__pg_flush(connection);
		kit_turn(round % 5 * 2);
		cq__driver_postgres.cancel(connection, &calls[victim].request);
		for (size_t i = 0; i < COUNT(texts); i++)
			kit_finish(&calls[i]);
		int64_t expected = 0;
		for (size_t i = 0; i < COUNT(texts); i++) {
			if (i != victim && calls[i].request.status != CQ_OK)
				fail_msg("round %d, %s: %s", round, texts[i], cq__error_get(&calls[i].error)->message);
			if (i == victim)
				assert_true(calls[i].request.status == CQ_OK || calls[i].request.status == CQ_CANCELLED);
			assert_int_equal(calls[i].completed, 1);
		}
		assert_true(victim == 0 || kit_number_of(&calls[0]) == 1);
		assert_true(victim == 4 || kit_number_of(&calls[4]) == 2);
		assert_true(victim == 6 || kit_number_of(&calls[6]) == 3);
		assert_serves(connection);
		/* What was told to be abandoned may have been done. */
		int64_t least = 0;
		static const int64_t given[] = { 0, 1, 0, 2, 0, 4, 0 };
		for (size_t i = 0; i < COUNT(texts); i++) {
			const bool done = calls[i].request.status == CQ_OK;
			least += done ? given[i] : 0;
			expected += done || calls[i].request.abandoned ? given[i] : 0;
			kit_free(&calls[i]);
		}
		const int64_t sum = kit_number("SELECT coalesce(sum(id), 0) FROM neighbours");
		assert_true(sum == least || sum == expected);
	}
	kit_close(connection);
}

/* The server keeps the answers of what shares a Sync until the Sync: what it is at may stand behind reads that are done. */
static void what_stands_behind_a_read_is_stopped(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open();
	kit_call fast, slow, last;
	kit_submit(connection, &fast, "SELECT 1::bigint");
	kit_submit(connection, &slow, "SELECT 2::bigint FROM pg_sleep(6)");
	kit_submit(connection, &last, "SELECT 3::bigint");
	kit_turn(50);
	const int64_t began = now_ms();
	cq__driver_postgres.cancel(connection, &slow.request);
	kit_finish(&slow);
	kit_finish(&fast);
	kit_finish(&last);
	assert_true(now_ms() - began < 2000);
	assert_int_equal(slow.request.status, CQ_CANCELLED);
	assert_int_equal(kit_number_of(&fast), 1);
	assert_int_equal(kit_number_of(&last), 3);
	kit_free(&fast);
	kit_free(&slow);
	kit_free(&last);
	assert_serves(connection);
	kit_close(connection);
}

/* In a transaction too, which fails with it. */
static void what_stands_behind_a_write_is_stopped(void **state)
{
	(void)state;
	(void)kit_ask(kit.plain, "CREATE TABLE behind (id bigint)");
	cq__connection *const connection = kit_open();
	assert_int_equal(kit_control(connection, CQ__CONTROL_BEGIN, "BEGIN"), CQ_OK);
	kit_call fast, slow;
	kit_make(&fast, "INSERT INTO behind VALUES (1)");
	kit_make(&slow, "INSERT INTO behind SELECT 2 FROM pg_sleep(6)");
	fast.request.within = slow.request.within = true;
	cq__driver_postgres.submit(connection, &fast.request);
	cq__driver_postgres.submit(connection, &slow.request);
	kit_turn(50);
	const int64_t began = now_ms();
	cq__driver_postgres.cancel(connection, &slow.request);
	kit_finish(&slow);
	kit_finish(&fast);
	assert_int_equal(slow.request.status, CQ_CANCELLED);
	assert_int_equal(kit_control(connection, CQ__CONTROL_ROLLBACK, "ROLLBACK"), CQ_OK);
	assert_true(now_ms() - began < 2000);
	kit_free(&fast);
	kit_free(&slow);
	assert_serves(connection);
	assert_int_equal(kit_number("SELECT count(*) FROM behind"), 0);
	kit_close(connection);
}

/* A read that is hit in the place of another goes again alone: no further cancellation of a neighbour meets it. */
static void a_read_is_hit_once(void **state)
{
	(void)state;
	(void)kit_ask(kit.plain, "CREATE SEQUENCE beginnings");
	cq__connection *const connection = kit_open();
	kit_call slow, fast[6];
	kit_submit(connection, &slow, "SELECT n FROM (SELECT 1::bigint AS n, nextval('beginnings'), pg_sleep(0.4) OFFSET 0) AS slow");
	for (size_t i = 0; i < COUNT(fast); i++)
		kit_submit(connection, &fast[i], "SELECT 2::bigint");
	for (size_t i = 0; i < COUNT(fast); i++) {
		kit_turn(50);
		cq__driver_postgres.cancel(connection, &fast[i].request);
	}
	kit_finish(&slow);
	assert_int_equal(kit_number_of(&slow), 1);
	kit_free(&slow);
	for (size_t i = 0; i < COUNT(fast); i++) {
		kit_finish(&fast[i]);
		kit_free(&fast[i]);
	}
	assert_int_equal(kit_number("SELECT last_value FROM beginnings"), 2);
	assert_serves(connection);
	kit_close(connection);
}

static void stop_server(int process, int signal)
{
	/* The server's processes belong to another user; only one who may signal them can stop one. */
	if (kill((pid_t)process, signal) != 0)
		skip();
}

/* The server does not answer for a while: whoever waits is told in time, and the connection comes back. */
static void a_slow_server_is_not_waited_for(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open();
	const int process = kit_process(connection);
	kit_do(connection, "SELECT 1::bigint");
	stop_server(process, SIGSTOP);
	kit_call call;
	kit_make(&call, "SELECT 2::bigint");
	call.request.deadline_ns = (int64_t)cq__deadline_after_ms(50);
	int64_t began = now_ms();
	const cq_status status = kit_run_call(connection, &call);
	const int64_t took = now_ms() - began;
	const bool busy = cq__driver_postgres.state(connection) == CQ__STATE_BUSY;
	stop_server(process, SIGCONT);
	assert_int_equal(status, CQ_TIMEOUT);
	assert_true(took >= 140 && took < 400);
	assert_true(busy);
	assert_false(call.request.abandoned); /* a read */
	assert_null(call.request.arena);
	kit_free(&call);
	assert_serves(connection);
	/* A write that was abandoned says so. */
	(void)kit_ask(kit.plain, "CREATE TABLE patient (id bigint)");
	stop_server(process, SIGSTOP);
	kit_make(&call, "INSERT INTO patient VALUES (1)");
	cq__driver_postgres.submit(connection, &call.request);
	kit_turn(10);
	cq__driver_postgres.cancel(connection, &call.request);
	began = now_ms();
	while (call.completed == 0 && now_ms() - began < 3000)
		kit_turn(5);
	stop_server(process, SIGCONT);
	assert_int_equal(call.completed, 1);
	assert_int_equal(call.request.status, CQ_CANCELLED);
	assert_true(call.request.abandoned);
	kit_free(&call);
	assert_serves(connection);
	kit_close(connection);
}

static void a_server_that_stays_away_is_given_up(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open();
	const int process = kit_process(connection);
	kit_do(connection, "SELECT 1::bigint");
	stop_server(process, SIGSTOP);
	kit_call call, behind;
	kit_submit(connection, &call, "SELECT 2::bigint");
	kit_turn(10);
	cq__driver_postgres.cancel(connection, &call.request);
	kit_submit(connection, &behind, "SELECT 3::bigint");
	const int64_t began = now_ms();
	while (behind.completed == 0 && now_ms() - began < 6000)
		kit_turn(20);
	const int64_t took = now_ms() - began;
	stop_server(process, SIGCONT);
	assert_int_equal(call.request.status, CQ_CANCELLED);
	assert_int_equal(call.completed, 1);
	assert_int_equal(behind.completed, 1);
	assert_int_equal(behind.request.status, CQ_CONNECTION);
	assert_true(took >= 1900 && took < 3000);
	assert_int_equal(cq__driver_postgres.state(connection), CQ__STATE_BROKEN);
	kit_free(&call);
	kit_free(&behind);
	kit_close(connection);
}

static void a_commit_that_is_not_answered_in_time_is_unknown(void **state)
{
	(void)state;
	(void)kit_ask(kit.plain, "CREATE TABLE committed (id bigint)");
	cq__connection *const connection = kit_open();
	const int process = kit_process(connection);
	assert_int_equal(kit_control(connection, CQ__CONTROL_BEGIN, "BEGIN"), CQ_OK);
	kit_do(connection, "INSERT INTO committed VALUES (1)");
	stop_server(process, SIGSTOP);
	kit_call commit;
	kit_make_control(&commit, CQ__CONTROL_COMMIT, "COMMIT");
	commit.request.deadline_ns = (int64_t)cq__deadline_after_ms(30);
	const cq_status status = kit_run_call(connection, &commit);
	stop_server(process, SIGCONT);
	assert_int_equal(status, CQ_COMMIT_UNKNOWN);
	assert_true(commit.request.abandoned);
	kit_free(&commit);
	assert_serves(connection);
	assert_false(cq__driver_postgres.in_transaction(connection));
	kit_close(connection);
}

/* Telling the server of a cancellation takes its time on a busy machine. */
static void wait_until_told(cq__connection *connection)
{
	kit_turn(30);
	for (int turns = 0; turns < 100 && cq__driver_postgres.state(connection) == CQ__STATE_BUSY; turns++)
		kit_turn(30);
}

/* A cancelled BEGIN leaves nothing open that the state would not show. */
static void transactions_are_cancelled(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open();
	for (int i = 0; i < 30; i++) {
		kit_call call;
		kit_make_control(&call, CQ__CONTROL_BEGIN, "BEGIN");
		cq__driver_postgres.submit(connection, &call.request);
		if (i % 2 == 0)
			cq__pg_flush(connection);
		if (i % 3 == 0)
			kit_turn(1);
		cq__driver_postgres.cancel(connection, &call.request);
		kit_finish(&call);
		wait_until_told(connection);
		const bool open = call.request.status == CQ_OK;
		assert_int_equal(cq__driver_postgres.state(connection), open ? CQ__STATE_TRANSACTION : CQ__STATE_IDLE);
		assert_int_equal(cq__driver_postgres.in_transaction(connection), open);
		kit_free(&call);
		if (open)
			assert_int_equal(kit_control(connection, CQ__CONTROL_ROLLBACK, "ROLLBACK"), CQ_OK);
		assert_serves(connection);
	}
	/* What belongs to a transaction that was not begun is not done by itself. */
	(void)kit_ask(kit.plain, "CREATE TABLE orphans (id bigint)");
	kit_call begin, within;
	kit_make_control(&begin, CQ__CONTROL_BEGIN, "BEGIN");
	cq__driver_postgres.submit(connection, &begin.request);
	kit_make(&within, "INSERT INTO orphans VALUES (1)");
	within.request.within = true;
	cq__driver_postgres.submit(connection, &within.request);
	cq__driver_postgres.cancel(connection, &begin.request);
	kit_finish(&begin);
	kit_finish(&within);
	assert_int_equal(begin.request.status, CQ_CANCELLED);
	assert_int_equal(within.request.status, CQ_DATABASE);
	kit_free(&begin);
	kit_free(&within);
	assert_int_equal(kit_number("SELECT count(*) FROM orphans"), 0);
	assert_serves(connection);
	/* A statement that is cancelled in a transaction fails it. */
	assert_int_equal(kit_control(connection, CQ__CONTROL_BEGIN, "BEGIN"), CQ_OK);
	kit_call call;
	kit_make(&call, "SELECT pg_sleep(30)");
	call.request.within = true;
	call.request.deadline_ns = (int64_t)cq__deadline_after_ms(20);
	assert_int_equal(kit_run_call(connection, &call), CQ_TIMEOUT);
	kit_free(&call);
	/* As soon as the cancellation is through. */
	wait_until_told(connection);
	assert_int_equal(cq__driver_postgres.state(connection), CQ__STATE_TRANSACTION);
	assert_int_equal(kit_control(connection, CQ__CONTROL_COMMIT, "COMMIT"), CQ_DATABASE);
	assert_serves(connection);
	kit_close(connection);
}

/* Each allocation fails in turn, of what is sent together and of stopping one of it. */
static void memory_may_be_missing_anywhere(void **state)
{
	(void)state;
	(void)kit_ask(kit.plain, "CREATE TABLE poor (id bigint)");
	static const char *const texts[] = { "SELECT 1::bigint", "INSERT INTO poor VALUES (1)", "SELECT pg_sleep(0.03)", "SELECT 2::bigint",
		"INSERT INTO poor VALUES (2)", "SELECT 3::bigint" };
	enum { SLEEPER = 2 };
	int failures = 0;
	for (long n = 1;; n++) {
		kit_call calls[COUNT(texts)];
		(void)kit_ask(kit.plain, "TRUNCATE poor");
		cq__connection *const connection = kit_open();
		cq__alloc_fail_after(n);
		for (size_t i = 0; i < COUNT(texts); i++) {
			kit_submit(connection, &calls[i], texts[i]);
			if (i == SLEEPER)
				calls[i].request.plan = NULL;
		}
		cq__pg_flush(connection);
		kit_turn(5);
		cq__driver_postgres.cancel(connection, &calls[SLEEPER].request);
		for (size_t i = 0; i < COUNT(texts); i++)
			kit_finish(&calls[i]);
		const bool failed = cq__alloc_count() >= n;
		cq__alloc_fail_after(0);
		failures += failed;
		int64_t least = 0;
		for (size_t i = 0; i < COUNT(texts); i++) {
			const cq_status status = calls[i].request.status;
			assert_int_equal(calls[i].completed, 1);
			if (status != CQ_OK && !(i == SLEEPER && status == CQ_CANCELLED) && status != CQ_NO_MEMORY && status != CQ_CONNECTION)
				fail_msg("allocation %ld, %s: %s", n, texts[i], cq__error_get(&calls[i].error)->message);
			if (!failed && i != SLEEPER)
				assert_int_equal(status, CQ_OK);
			least += status == CQ_OK && i == 1 ? 1 : status == CQ_OK && i == 4 ? 2 : 0;
			if (status == CQ_NO_MEMORY && i == 4)
				assert_int_equal(kit_number("SELECT count(*) FROM poor WHERE id = 2"), 0);
			kit_free(&calls[i]);
		}
		assert_true(kit_number("SELECT coalesce(sum(id), 0) FROM poor") >= least);
		if (cq__driver_postgres.state(connection) != CQ__STATE_BROKEN)
			assert_serves(connection);
		kit_close(connection);
		if (!failed)
			break;
	}
	assert_true(failures >= 10);
}

/* A statement that was to stop has not, and what was meant for it, or anything else, stops the COMMIT behind it: it is not sent again,
 * for then there is nothing left that could be kept. */
static void a_commit_that_was_stopped_has_failed(void **state)
{
	(void)state;
	(void)kit_ask(kit.plain, "CREATE TABLE slow (id bigint)");
	(void)kit_ask(kit.plain, "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(30); RETURN NULL; END $$");
	(void)kit_ask(kit.plain, "CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON slow DEFERRABLE INITIALLY DEFERRED FOR EACH ROW "
		"EXECUTE FUNCTION slow()");
	cq__connection *const connection = kit_open();
	assert_int_equal(kit_control(connection, CQ__CONTROL_BEGIN, "BEGIN"), CQ_OK);
	kit_call write, deaf, commit;
	kit_make(&write, "INSERT INTO slow VALUES (1)");
	kit_make(&deaf, "DO $$ BEGIN PERFORM pg_sleep(30); EXCEPTION WHEN query_canceled THEN NULL; END $$");
	kit_make_control(&commit, CQ__CONTROL_COMMIT, "COMMIT");
	write.request.within = deaf.request.within = true;
	assert_int_equal(kit_run_call(connection, &write), CQ_OK);
	cq__driver_postgres.submit(connection, &deaf.request);
	cq__driver_postgres.submit(connection, &commit.request);
	int64_t sleeping = 0;
	for (int i = 0; i < 500 && sleeping == 0; i++) {
		kit_turn(10);
		sleeping = kit_number("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
			"AND query LIKE 'DO %' AND wait_event = 'PgSleep'");
	}
	assert_int_equal(sleeping, 1);
	cq__driver_postgres.cancel(connection, &deaf.request);
	kit_finish(&deaf);
	/* On a busy machine the server is told of the first a second time, and that may have stopped the COMMIT already. */
	int64_t stopped = 0;
	for (int i = 0; i < 500 && stopped == 0 && commit.completed == 0; i++) {
		kit_turn(10);
		stopped = kit_number("SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() "
			"AND query = 'COMMIT' AND state = 'active'");
	}
	assert_true(stopped == 1 || commit.completed == 1);
	kit_finish(&commit);
	assert_int_equal(commit.request.status, CQ_CANCELLED);
	assert_false(commit.request.in_transaction);
	assert_int_equal(kit_number("SELECT count(*) FROM slow"), 0);
	kit_free(&write);
	kit_free(&deaf);
	kit_free(&commit);
	assert_serves(connection);
	kit_close(connection);
}

int main(void)
{
	if (!kit_available())
		return CLIENT_SKIPPED;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_not_sent_ends_at_once),
		cmocka_unit_test(what_is_under_way_is_stopped),
		cmocka_unit_test(a_deadline_ends_a_run),
		cmocka_unit_test(neighbours_do_not_notice),
		cmocka_unit_test(what_stands_behind_a_read_is_stopped),
		cmocka_unit_test(what_stands_behind_a_write_is_stopped),
		cmocka_unit_test(a_read_is_hit_once),
		cmocka_unit_test(a_slow_server_is_not_waited_for),
		cmocka_unit_test(a_server_that_stays_away_is_given_up),
		cmocka_unit_test(a_commit_that_is_not_answered_in_time_is_unknown),
		cmocka_unit_test(transactions_are_cancelled),
		cmocka_unit_test(a_commit_that_was_stopped_has_failed),
		cmocka_unit_test(memory_may_be_missing_anywhere),
	};
	return cmocka_run_group_tests(tests, kit_begin, kit_end);
}
