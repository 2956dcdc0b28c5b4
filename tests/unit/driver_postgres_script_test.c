/* driver_postgres_script_test.c: several statements in one text, given to the driver as they are: what they do, up to which
 * one, and that the connection goes on.
 *
 * It knows nothing of the executor. ctest runs it.
 */
#include "unit/driver_postgres_shop.h"

#include "driver/driver.h"
#include "io/loop.h"

#include <time.h>

typedef struct bench {
	cq__loop loop;
	cq__connection *connection;
	cq__error error;
} bench;

static int open_bench(void **state)
{
	static bench made;
	memset(&made, 0, sizeof made);
	cq__loop_init(&made.loop);
	const cq__open_options options = { .url = database_create(), .loop = &made.loop, .statement_cache_bytes = 1 << 20 };
	assert_int_equal(cq__driver_postgres.open(&options, &made.error, &made.connection), CQ_OK);
	*state = &made;
	return 0;
}

static int close_bench(void **state)
{
	bench *const made = *state;
	cq__driver_postgres.close(made->connection);
	cq__error_release(&made->error);
	cq__loop_release(&made->loop);
	database_drop();
	return 0;
}

static cq_status run(bench *made, cq__request_kind kind, const char *sql)
{
	const cq__text text = { .sql = sql, .length = (uint32_t)strlen(sql) };
	cq__request request = { .kind = kind, .text = &text, .error = &made->error };
	cq__error_clear(&made->error);
	cq__driver_postgres.run(made->connection, &request);
	return request.status;
}

static cq_status script(bench *made, const char *sql)
{
	return run(made, CQ__REQUEST_SCRIPT, sql);
}

#define DONE(call) \
	do { \
		if ((call) != CQ_OK) \
			fail_msg("%s", cq__error_get(&made->error)->message); \
	} while (0)

static void all_of_them(void **state)
{
	bench *const made = *state;
	for (int i = 0; i < 3; i++) {
		DONE(script(made, "CREATE TABLE a (id INTEGER PRIMARY KEY); INSERT INTO a VALUES (1), (2);\n"
			"CREATE FUNCTION f() RETURNS INTEGER LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;"
			"SELECT * FROM a; -- a comment; with a semicolon\n;;"));
		assert_int_equal(asked("SELECT count(*) FROM a"), 2);
		DONE(run(made, CQ__REQUEST_STATEMENT, "INSERT INTO a VALUES (3)"));
		DONE(script(made, "DROP TABLE a; DROP FUNCTION f()"));
	}
	DONE(script(made, ""));
	DONE(script(made, "  -- nothing\n"));
	assert_int_equal(cq__driver_postgres.state(made->connection), CQ__STATE_IDLE);
}

static void up_to_the_first_that_fails(void **state)
{
	bench *const made = *state;
	assert_int_not_equal(script(made, "CREATE TABLE a (id INTEGER); INSERT INTO nowhere VALUES (1); CREATE TABLE b (id INTEGER)"), CQ_OK);
	assert_string_equal(cq__error_get(&made->error)->sqlstate, "42P01");
	/* One text is one transaction. */
	assert_int_equal(asked("SELECT count(*) FROM pg_tables WHERE tablename IN ('a', 'b')"), 0);
	assert_int_not_equal(script(made, "BEGIN; CREATE TABLE a (id INTEGER); COMMIT; INSERT INTO nowhere VALUES (1)"), CQ_OK);
	assert_int_equal(asked("SELECT count(*) FROM pg_tables WHERE tablename IN ('a', 'b')"), 1);
	DONE(run(made, CQ__REQUEST_STATEMENT, "INSERT INTO a VALUES (3)"));
	assert_int_equal(cq__driver_postgres.state(made->connection), CQ__STATE_IDLE);
}

static void inside_a_transaction(void **state)
{
	bench *const made = *state;
	DONE(run(made, CQ__REQUEST_STATEMENT, "BEGIN"));
	DONE(script(made, "CREATE TABLE a (id INTEGER); INSERT INTO a VALUES (1)"));
	assert_true(cq__driver_postgres.in_transaction(made->connection));
	DONE(run(made, CQ__REQUEST_STATEMENT, "ROLLBACK"));
	assert_int_equal(asked("SELECT count(*) FROM pg_tables WHERE tablename = 'a'"), 0);
}

static void what_copies_is_ended(void **state)
{
	bench *const made = *state;
	DONE(script(made, "CREATE TABLE a (id INTEGER)"));
	assert_int_not_equal(script(made, "COPY a FROM STDIN; SELECT 1"), CQ_OK);
	DONE(script(made, "INSERT INTO a SELECT generate_series(1, 100000); COPY a TO STDOUT; SELECT 1"));
	assert_int_equal(asked("SELECT count(*) FROM a"), 100000);
	DONE(run(made, CQ__REQUEST_STATEMENT, "DELETE FROM a"));
	assert_int_equal(cq__driver_postgres.state(made->connection), CQ__STATE_IDLE);
}

/* A script among statements that are pipelined: in its turn. */
static void count_completed(cq__request *request)
{
	++*(int *)request->owner;
}

static void in_its_turn(void **state)
{
	bench *const made = *state;
	enum { COUNT = 30 };
	static const cq__text first = { .sql = "CREATE TABLE IF NOT EXISTS a (id INTEGER); INSERT INTO a VALUES (1)", .length = 66 };
	static const cq__text second = { .sql = "UPDATE a SET id = id + 1", .length = 24 };
	cq__request requests[COUNT];
	cq__error errors[COUNT] = { 0 };
	int completed = 0;
	for (int i = 0; i < COUNT; i++) {
		requests[i] = (cq__request){ .kind = i % 3 == 0 ? CQ__REQUEST_SCRIPT : CQ__REQUEST_STATEMENT,
			.text = i % 3 == 0 ? &first : &second, .error = &errors[i], .completed = count_completed, .owner = &completed };
		cq__driver_postgres.submit(made->connection, &requests[i]);
	}
	while (completed < COUNT)
		assert_int_equal(cq__loop_poll(&made->loop, 0, NULL, NULL), CQ_OK);
	for (int i = 0; i < COUNT; i++) {
		assert_int_equal(requests[i].status, CQ_OK);
		if (i % 3 != 0)
			assert_int_equal(requests[i].changes, i / 3 + 1);
	}
	assert_int_equal(asked("SELECT max(id) FROM a"), 21);
}

static void a_deadline_ends_it(void **state)
{
	bench *const made = *state;
	static const cq__text text = { .sql = "SELECT 1; SELECT pg_sleep(20); SELECT 2", .length = 39 };
	cq__request request = { .kind = CQ__REQUEST_SCRIPT, .text = &text, .error = &made->error,
		.deadline_ns = (int64_t)cq__deadline_after_ms(100) };
	cq__driver_postgres.run(made->connection, &request);
	assert_int_equal(request.status, CQ_TIMEOUT);
	DONE(script(made, "SELECT 1; SELECT 2"));
}

int main(void)
{
	const int missing = shop_on_postgres();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(all_of_them, open_bench, close_bench),
		cmocka_unit_test_setup_teardown(up_to_the_first_that_fails, open_bench, close_bench),
		cmocka_unit_test_setup_teardown(inside_a_transaction, open_bench, close_bench),
		cmocka_unit_test_setup_teardown(what_copies_is_ended, open_bench, close_bench),
		cmocka_unit_test_setup_teardown(in_its_turn, open_bench, close_bench),
		cmocka_unit_test_setup_teardown(a_deadline_ends_it, open_bench, close_bench),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
