/* tests/fault/silent_server_test.c: a server that is silent while the library itself asks it for something: a sign of life, a
 * ROLLBACK, an UNLISTEN. The place in the pool is not lost, and nobody waits longer than the question may take.
 */
#include "fault/server.h"

#include <cquel/listen.h>

static cq_engine *open_engine(const server *it, cq_pool_options pool, int64_t connect_timeout_ms)
{
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	cq_engine *engine;
	char message[CQ_ERROR_TEXT];
	options.pool = pool;
	options.connect_timeout_ms = connect_timeout_ms;
	if (cq_engine_open(&engine, it->url, &options, message) != CQ_OK)
		fail_msg("%s", message);
	return engine;
}

/* Stalls what is open; what is made from now on is whole. */
static void stall(const server *it)
{
	proxy_cut_all(it->wire, PROXY_STALL, false);
	proxy_heal(it->wire);
}

/* Connects within so many seconds, runs a statement, and gives back. */
static void expect_service(cq_engine *engine, double within)
{
	cq_connection *db;
	cq_pool_counters counters;
	int64_t count = -1;
	const double began = seconds_now();
	if (cq_connect(engine, &db) != CQ_OK)
		fail_msg("%s", cq_engine_error(engine)->message);
	assert_true(seconds_now() - began < within);
	assert_int_equal(cq_scalar(db, &count, SQL(SELECT(COUNT(marks.id)), FROM(marks))), CQ_OK);
	assert_int_equal(count, 0);
	cq_disconnect(&db);
	cq_engine_pool_counters(engine, &counters);
	assert_int_equal(counters.unready, 0);
}

static void a_sign_of_life_that_does_not_come_is_given_up(void **state)
{
	(void)state;
	server it;
	server_open(&it);
	cq_engine *engine = open_engine(&it, (cq_pool_options){ .size = 3, .timeout_ms = 10000, .pre_ping = true }, 400);
	assert_int_equal(cq_engine_warm(engine, 3), CQ_OK);
	/* So long is the last one believed. */
	nanosleep(&(struct timespec){ .tv_sec = 1, .tv_nsec = 100000000 }, NULL);
	stall(&it);
	/* One is waited for, not one after the other. */
	expect_service(engine, 1.0);
	expect_service(engine, 0.5);
	cq_engine_close(&engine);
	server_close(&it);
}

static void a_rollback_that_is_not_answered_is_given_up(void **state)
{
	(void)state;
	server it;
	server_open(&it);
	cq_engine *engine = open_engine(&it, (cq_pool_options){ .size = 1, .timeout_ms = 10000 }, 5000);
	cq_connection *db;
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	assert_int_equal(cq_begin(db, NULL), CQ_OK);
	stall(&it);
	cq_disconnect(&db);
	expect_service(engine, 2.5);
	expect_service(engine, 0.5);
	cq_engine_close(&engine);
	server_close(&it);
}

static cq_status hold_transaction(cq_engine *engine, void *argument)
{
	cq_connection *const db = argument;
	cq_status status;
	CQ_TRANSACTION_STATUS(db, &status) {
		status = cq_execute(db, NULL, RAW_SQL("INSERT INTO marks(note) VALUES('never')"));
		if (status == CQ_OK)
			status = cq_task_sleep(engine, 60000);
		break;
	}
	return status;
}

static cq_status hold_for_a_while(cq_engine *engine, void *argument)
{
	return cq_with_timeout(engine, 300, hold_transaction, argument);
}

static void a_scope_under_a_time_limit_does_not_wait_for_ever(void **state)
{
	(void)state;
	server it;
	server_open(&it);
	cq_engine *engine = open_engine(&it, (cq_pool_options){ .size = 1, .timeout_ms = 10000 }, 5000);
	cq_connection *db;
	cq_task *task;
	const double began = seconds_now();
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	assert_int_equal(cq_spawn(engine, &task, hold_for_a_while, db, NULL), CQ_OK);
	assert_int_equal(cq_task_await_until(task, 150), CQ_TIMEOUT);
	assert_true(cq_in_transaction(db));
	stall(&it);
	assert_int_equal(cq_task_await(task), CQ_TIMEOUT);
	assert_true(seconds_now() - began < 6.0);
	assert_false(cq_in_transaction(db));
	cq_task_release(&task);
	cq_disconnect(&db);
	expect_service(engine, 2.5);
	cq_engine_close(&engine);
	server_close(&it);
}

static void a_listener_ends_with_its_connection(void **state)
{
	(void)state;
	server it;
	server_open(&it);
	cq_engine *engine = open_engine(&it, (cq_pool_options){ .size = 1, .timeout_ms = 10000 }, 5000);
	cq_connection *db;
	cq_listener *listener;
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	assert_int_equal(cq_connection_set_timeout(db, 0), CQ_OK);
	assert_int_equal(cq_listen(db, "orders", &listener), CQ_OK);
	stall(&it);
	const double began = seconds_now();
	cq_disconnect(&db);
	assert_true(seconds_now() - began < 6.0);
	cq_listener_close(&listener);
	expect_service(engine, 2.5);
	cq_engine_close(&engine);
	server_close(&it);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sign_of_life_that_does_not_come_is_given_up),
		cmocka_unit_test(a_rollback_that_is_not_answered_is_given_up),
		cmocka_unit_test(a_scope_under_a_time_limit_does_not_wait_for_ever),
		cmocka_unit_test(a_listener_ends_with_its_connection),
	};
	if (!client_available(CLIENT_POSTGRES))
		return CLIENT_SKIPPED;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
