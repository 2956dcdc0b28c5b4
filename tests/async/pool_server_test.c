/* tests/async/pool_server_test.c: the pool when a server's connections die: idle, in a transaction, under a shared handle; signs of
 * life, failed connects, and another generation.
 */
#include "async/pool_kit.h"
#include "exec/engine.h"

#include <cquel/task.h>

/* Ends every session of the test's database but the client's own, and waits until they have ended. */
static void kill_all(void)
{
	client *const killer = database_client();
	client_rows rows;
	if (!client_query(killer, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> "
			"pg_backend_pid()", &rows))
		fail_msg("%s", client_message(killer));
	client_rows_release(&rows);
	pause_ms(100);
}

static void what_died_while_idle_is_not_lent(void **state)
{
	(void)state;
	cq_engine *engine = open_engine((cq_pool_options){ .size = 4, .timeout_ms = 5000 });
	cq_connection *db;
	assert_int_equal(cq_engine_warm(engine, 4), CQ_OK);
	kill_all();
	for (int i = 0; i < 5; i++) {
		CONNECT(engine, &db);
		assert_int_equal(count_users(db), 0);
		cq_disconnect(&db);
	}
	assert_true(count(engine).closed >= 1);
	assert_true(count(engine).opened <= 8);
	cq_engine_close(&engine);
}

static void a_sign_of_life_is_asked_for(void **state)
{
	(void)state;
	cq_engine *engine = open_engine((cq_pool_options){ .size = 3, .timeout_ms = 5000, .pre_ping = true });
	cq_connection *db, *shared;
	assert_int_equal(cq_engine_warm(engine, 3), CQ_OK);
	pause_ms(1100);
	CONNECT(engine, &db);
	assert_int_equal(count_users(db), 0);
	cq_disconnect(&db);
	assert_int_equal(count(engine).opened, 3);
	kill_all();
	assert_int_equal(cq_connect_shared(engine, &shared), CQ_OK);
	assert_int_equal(count_users(shared), 0);
	CONNECT(engine, &db);
	assert_int_equal(count_users(db), 0);
	cq_disconnect(&db);
	cq_disconnect(&shared);
	cq_engine_close(&engine);
}

static void a_shared_handle_outlives_its_transactions_connection(void **state)
{
	(void)state;
	cq_engine *engine = open_engine((cq_pool_options){ .size = 3, .timeout_ms = 5000, .shared_depth = 64 });
	cq_connection *db;
	assert_int_equal(cq_connect_shared(engine, &db), CQ_OK);
	add_user(db, "ann");
	for (int i = 0; i < 3; i++) {
		MUST(cq_begin(db, NULL));
		add_user(db, "ben");
		kill_all();
		User user = CQ_NEW(User, .username = "carl");
		assert_int_equal(cq_insert(db, User, &user), CQ_CONNECTION);
		assert_false(cq_in_transaction(db));
		/* Nothing is sent by itself that was meant for the transaction. */
		assert_int_equal(cq_insert(db, User, &user), CQ_DATABASE);
		assert_int_equal(cq_commit(db), CQ_DATABASE);
		(void)!cq_rollback(db);
		assert_int_equal(count(engine).in_use, 0);
		/* And it goes on with another one. */
		int64_t users_then = 0;
		cq_status status = cq_scalar(db, &users_then, SQL(SELECT(COUNT(users.id)), FROM(users)));
		if (status != CQ_OK)
			status = cq_scalar(db, &users_then, SQL(SELECT(COUNT(users.id)), FROM(users)));
		assert_int_equal(status, CQ_OK);
		assert_int_equal(users_then, 1);
	}
	cq_disconnect(&db);
	cq_engine_close(&engine);
}

static void shared_connections_that_died_are_replaced(void **state)
{
	(void)state;
	cq_engine *engine = open_engine((cq_pool_options){ .size = 3, .timeout_ms = 5000, .shared_depth = 1 });
	cq_connection *handles[6];
	for (int i = 0; i < 6; i++)
		assert_int_equal(cq_connect_shared(engine, &handles[i]), CQ_OK);
	for (int round = 0; round < 3; round++) {
		cq_operation *operations[6];
		int64_t counts[6];
		for (int i = 0; i < 6; i++) {
			cq_connection *const db = handles[i];
			MUST(cq_submit_scalar(db, &counts[i], &operations[i], SQL(SELECT(COUNT(users.id)), FROM(users))));
		}
		assert_int_equal(cq_await_all(6, operations), CQ_OK);
		for (int i = 0; i < 6; i++)
			cq_operation_release(&operations[i]);
		kill_all();
	}
	for (int i = 0; i < 6; i++)
		cq_disconnect(&handles[i]);
	assert_int_equal(count(engine).in_use, 0);
	cq_engine_close(&engine);
}

static void another_generation_replaces_all(void **state)
{
	(void)state;
	cq_engine *engine = open_engine((cq_pool_options){ .size = 3, .timeout_ms = 5000 });
	cq_connection *db, *shared;
	CONNECT(engine, &db);
	assert_int_equal(cq_engine_warm(engine, 3), CQ_OK);
	assert_int_equal(cq_connect_shared(engine, &shared), CQ_OK);
	assert_int_equal(count_users(shared), 0);
	const uint64_t closed = count(engine).closed;
	cq__pool_stale(&engine->pool);
	/* The one that is lent goes when it comes back. */
	assert_int_equal(count_users(db), 0);
	assert_int_equal(count_users(shared), 0);
	cq_disconnect(&db);
	assert_int_equal(count(engine).closed, closed + 3);
	cq_disconnect(&shared);
	cq_engine_close(&engine);
}

static cq_status only_take(cq_engine *engine, void *argument)
{
	cq_connection *db;
	const cq_status status = cq_connect(engine, &db);
	*(cq_status *)argument = status;
	cq_disconnect(&db);
	return status;
}

static void a_failed_connect_is_told_to_each_who_waits(void **state)
{
	(void)state;
	cq_engine *engine;
	cq_connection *db;
	cq_task *tasks[12];
	cq_status seen[12];
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.pool = (cq_pool_options){ .size = 2, .timeout_ms = 10000, .shared_depth = 64 };
	assert_int_equal(cq_engine_open(&engine, "postgresql://cquel@/none?host=/nowhere/at/all", &options, NULL), CQ_OK);
	for (int i = 0; i < 12; i++)
		assert_int_equal(cq_spawn(engine, &tasks[i], only_take, &seen[i], NULL), CQ_OK);
	assert_int_equal(cq_gather(12, tasks, CQ_GATHER_ALL), CQ_CONNECTION);
	for (int i = 0; i < 12; i++) {
		assert_int_equal(seen[i], CQ_CONNECTION);
		cq_task_release(&tasks[i]);
	}
	assert_int_equal(cq_engine_warm(engine, 2), CQ_CONNECTION);
	assert_int_equal(cq_connect_shared(engine, &db), CQ_OK);
	int64_t users_then;
	assert_int_equal(cq_scalar(db, &users_then, SQL(SELECT(COUNT(users.id)), FROM(users))), CQ_CONNECTION);
	assert_int_equal(cq_begin(db, NULL), CQ_CONNECTION);
	assert_false(cq_in_transaction(db));
	cq_disconnect(&db);
	assert_true(count(engine).failed >= 12);
	assert_int_equal(count(engine).opened, 0);
	assert_int_equal(count(engine).waiting, 0);
	cq_engine_close(&engine);
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	if (database_kind() != CLIENT_POSTGRES) {
		printf("a file has no server: nothing to see on SQLite\n");
		return 0;
	}
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(what_died_while_idle_is_not_lent, drop),
		cmocka_unit_test_teardown(a_sign_of_life_is_asked_for, drop),
		cmocka_unit_test_teardown(a_shared_handle_outlives_its_transactions_connection, drop),
		cmocka_unit_test_teardown(shared_connections_that_died_are_replaced, drop),
		cmocka_unit_test_teardown(another_generation_replaces_all, drop),
		cmocka_unit_test(a_failed_connect_is_told_to_each_who_waits),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
