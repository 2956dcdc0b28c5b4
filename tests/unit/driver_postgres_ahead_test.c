/* unit/driver_postgres_ahead_test.c: what much that is submitted in one turn is sent ahead of its Sync for, and that nobody sees a
 * difference otherwise: failures, BEGIN, cancelling, a server that goes. A real server answers.
 */
#include "driver_postgres_server.h"

/* So many requests send themselves ahead to a server that has nothing to do, and so many to one that is at work. */
enum { AHEAD = 8, AHEAD_OF_BUSY = 64, MANY = 80 };

static kit_call calls[MANY];

/* Waits for the server to have done something, without a turn of the loop. */
static void await_plainly(const char *sql, int64_t least)
{
	const cq__deadline until = cq__deadline_after_ms(10000);
	while (kit_number(sql) < least)
		if (cq__deadline_passed(until))
			fail_msg("%s: %lld", sql, (long long)kit_number(sql));
}

static unsigned syncs_under_way(const cq__connection *connection)
{
	unsigned syncs = 0;
	for (uint32_t i = 0; i < connection->command_count; i++)
		syncs += connection->commands[(connection->command_first + i) & (connection->command_capacity - 1)].sync;
	return syncs;
}

static void finish_all(int count)
{
	for (int i = 0; i < count; i++)
		kit_finish(&calls[i]);
	kit_turn(5);
	for (int i = 0; i < count; i++)
		assert_int_equal(calls[i].completed, 1);
}

static void free_all(int count)
{
	for (int i = 0; i < count; i++)
		kit_free(&calls[i]);
}

static void submit_within(cq__connection *connection, kit_call *call, const char *sql)
{
	kit_make(call, sql);
	call->request.within = true;
	cq__driver_postgres.submit(connection, &call->request);
}

/* ---- what it promises --------------------------------------------------------------------------------------------- */

static void the_server_works_while_more_is_submitted(void **state)
{
	(void)state;
	(void)kit_ask(kit.plain, "CREATE SEQUENCE ahead");
	cq__connection *const connection = kit_open();
	kit_turns = 0;
	for (int i = 0; i < AHEAD - 1; i++)
		kit_submit(connection, &calls[i], "SELECT nextval('ahead')");
	assert_int_equal(connection->command_count, 0);
	kit_submit(connection, &calls[AHEAD - 1], "SELECT nextval('ahead')");
	/* No turn has been made, and the sequence has been drawn from. */
	await_plainly("SELECT last_value FROM ahead", AHEAD);
	assert_int_equal(connection->group_mode, CQ__PG_GROUP_READS);
	assert_int_equal(syncs_under_way(connection), 0);
	for (int i = AHEAD; i < MANY; i++)
		kit_submit(connection, &calls[i], "SELECT nextval('ahead')");
	await_plainly("SELECT last_value FROM ahead", AHEAD + AHEAD_OF_BUSY);
	/* Who submits hears nothing before the loop turns. */
	assert_int_equal(kit_turns, 0);
	cq__pg_flush(connection);
	/* One Sync for all of them. */
	assert_int_equal(syncs_under_way(connection), 1);
	finish_all(MANY);
	for (int i = 0; i < MANY; i++) {
		assert_int_equal(kit_number_of(&calls[i]), i + 1);
		assert_int_equal(calls[i].turn, i + 1);
	}
	free_all(MANY);
	assert_int_equal(cq__driver_postgres.state(connection), CQ__STATE_IDLE);
	kit_close(connection);
}

static void writes_sent_ahead_are_kept_one_by_one(void **state)
{
	(void)state;
	(void)kit_ask(kit.plain, "CREATE TABLE ahead_writes (id bigint PRIMARY KEY)");
	cq__connection *const connection = kit_open();
	char sql[MANY][64];
	for (int i = 0; i < MANY; i++) {
		(void)snprintf(sql[i], sizeof sql[i], "INSERT INTO ahead_writes VALUES (%d)", i == 5 ? 4 : i);
		kit_submit(connection, &calls[i], sql[i]);
	}
	/* Each has had its Sync, so it is there already. */
	await_plainly("SELECT count(*) FROM ahead_writes", AHEAD + AHEAD_OF_BUSY - 1);
	finish_all(MANY);
	for (int i = 0; i < MANY; i++)
		assert_int_equal(calls[i].request.status, i == 5 ? CQ_UNIQUE : CQ_OK);
	assert_int_equal(kit_number("SELECT count(*) FROM ahead_writes"), MANY - 1);
	free_all(MANY);
	kit_close(connection);
}

/* ---- failures ----------------------------------------------------------------------------------------------------- */

/* The server has given up the group before the others of it were even submitted: they are sent again, and nobody notices. */
static void an_earlier_reads_failure_is_nobody_elses(void **state)
{
	(void)state;
	(void)kit_ask(kit.plain, "CREATE TABLE ahead_failed (id bigint PRIMARY KEY)");
	cq__connection *const connection = kit_open();
	char sql[MANY][48];
	enum { FIRST = 3, SECOND = 20, WRITE = 30 };
	for (int i = 0; i < MANY; i++) {
		(void)snprintf(sql[i], sizeof sql[i], "SELECT %d::bigint", i);
		kit_submit(connection, &calls[i], i == FIRST || i == SECOND ? "SELECT 1/0" :
			i == WRITE ? "INSERT INTO ahead_failed VALUES (1)" : i > WRITE ? "SELECT count(*) FROM ahead_failed" : sql[i]);
		if (i == AHEAD - 1)
			/* Time for the server to have failed: what follows joins a group that is lost. */
			(void)kit_ask(kit.plain, "SELECT pg_sleep(0.05)");
	}
	finish_all(MANY);
	for (int i = 0; i < MANY; i++) {
		if (i == FIRST || i == SECOND) {
			assert_int_equal(calls[i].request.status, CQ_DATABASE);
			assert_string_equal(cq__error_get(&calls[i].error)->sqlstate, "22012");
		} else if (i == WRITE) {
			assert_int_equal(calls[i].request.changes, 1);
		} else {
			assert_int_equal(kit_number_of(&calls[i]), i > WRITE ? 1 : i);
		}
	}
	assert_int_equal(kit_number("SELECT count(*) FROM ahead_failed"), 1);
	free_all(MANY);
	assert_int_equal(kit_value(connection, "SELECT 7::bigint"), 7);
	assert_int_equal(cq__driver_postgres.state(connection), CQ__STATE_IDLE);
	kit_close(connection);
}

/* Nothing that was meant for a transaction is kept when this was not begun. */
static void what_follows_a_begin_that_failed_is_not_kept(void **state)
{
	(void)state;
	(void)kit_ask(kit.plain, "CREATE TABLE ahead_begin (id bigint)");
	cq__connection *const connection = kit_open();
	kit_call begin;
	for (int good = 0; good < 2; good++) {
		kit_make_control(&begin, CQ__CONTROL_BEGIN, good ? "BEGIN" : "BEGIN nonsense");
		cq__driver_postgres.submit(connection, &begin.request);
		for (int i = 0; i < MANY; i++)
			submit_within(connection, &calls[i], "INSERT INTO ahead_begin VALUES (1)");
		kit_finish(&begin);
		finish_all(MANY);
		assert_int_equal(begin.request.status, good ? CQ_OK : CQ_SYNTAX);
		for (int i = 0; i < MANY; i++)
			assert_int_equal(calls[i].request.status, good ? CQ_OK : CQ_DATABASE);
		assert_int_equal(cq__driver_postgres.in_transaction(connection), good);
		(void)kit_control(connection, CQ__CONTROL_COMMIT, "COMMIT");
		assert_int_equal(kit_number("SELECT count(*) FROM ahead_begin"), good ? MANY : 0);
		kit_free(&begin);
		free_all(MANY);
	}
	kit_close(connection);
}

/* ---- what stops it ------------------------------------------------------------------------------------------------ */

/* One is stopped before its Sync was sent; the others of its group answer for themselves. */
static void one_of_them_can_be_cancelled(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open();
	enum { SLOW = 4 };
	char sql[MANY][40];
	for (int i = 0; i < MANY; i++) {
		(void)snprintf(sql[i], sizeof sql[i], "SELECT %d::bigint", i);
		kit_submit(connection, &calls[i], i == SLOW ? "SELECT 4::bigint FROM pg_sleep(30)" : sql[i]);
	}
	assert_true(connection->command_count != 0 && syncs_under_way(connection) == 0);
	await_plainly("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()", 1);
	cq__driver_postgres.cancel(connection, &calls[SLOW].request);
	finish_all(MANY);
	assert_int_equal(calls[SLOW].request.status, CQ_CANCELLED);
	assert_string_equal(cq__error_get(&calls[SLOW].error)->sqlstate, "57014");
	for (int i = 0; i < MANY; i++)
		if (i != SLOW)
			assert_int_equal(kit_number_of(&calls[i]), i);
	free_all(MANY);
	assert_int_equal(kit_value(connection, "SELECT 7::bigint"), 7);
	kit_close(connection);
}

/* libpq finds out while they are sent: each ends once, in the next turn. */
static void a_server_that_has_gone_ends_each_once(void **state)
{
	(void)state;
	for (int sent_before = 0; sent_before <= AHEAD; sent_before += AHEAD) {
		cq__connection *const connection = kit_open();
		kit_turns = 0;
		for (int i = 0; i < MANY; i++) {
			if (i == sent_before)
				kit_kill(kit_process(connection));
			kit_submit(connection, &calls[i], "SELECT 1::bigint");
		}
		assert_int_equal(kit_turns, 0);
		finish_all(MANY);
		for (int i = 0; i < MANY; i++) {
			assert_int_equal(calls[i].request.status, CQ_CONNECTION);
			assert_false(calls[i].request.abandoned);
		}
		free_all(MANY);
		assert_int_equal(cq__driver_postgres.state(connection), CQ__STATE_BROKEN);
		kit_close(connection);
	}
}

int main(void)
{
	if (!kit_available())
		return CLIENT_SKIPPED;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_server_works_while_more_is_submitted),
		cmocka_unit_test(writes_sent_ahead_are_kept_one_by_one),
		cmocka_unit_test(an_earlier_reads_failure_is_nobody_elses),
		cmocka_unit_test(what_follows_a_begin_that_failed_is_not_kept),
		cmocka_unit_test(one_of_them_can_be_cancelled),
		cmocka_unit_test(a_server_that_has_gone_ends_each_once),
	};
	return cmocka_run_group_tests(tests, kit_begin, kit_end);
}
