/* tests/async/shared_task_test.c: many tasks with a shared handle each: few connections serve them, and nobody is starved.
 */
#include "async/pool_kit.h"

#include <cquel/task.h>

enum { TASKS = 150, ROUNDS = 6 };

static int64_t last_seen[TASKS];

/* Writes, reads its own write, and moves something in a transaction. */
static cq_status work(cq_engine *engine, void *argument)
{
	const int me = (int)(intptr_t)argument;
	cq_connection *db;
	char name[24];
	cq_status status = cq_connect_shared(engine, &db);
	for (int round = 0; round < ROUNDS && status == CQ_OK; round++) {
		int64_t mine = 0;
		snprintf(name, sizeof name, "user%d.%d", me, round);
		status = cq_execute(db, NULL, SQL(INSERT_INTO(users, SET(username, name), SET(balance, (cq_decimal){ 0 }))));
		if (status == CQ_OK)
			status = cq_scalar(db, &mine, SQL(SELECT(COUNT(users.id)), FROM(users), WHERE(EQ(users.username, name))));
		if (status == CQ_OK && mine != 1)
			status = CQ_DATABASE;
		if (status == CQ_OK)
			status = cq_begin(db, NULL);
		if (status != CQ_OK)
			break;
		status = cq_execute(db, NULL, SQL(UPDATE(users, SET(bio, "seen")), WHERE(EQ(users.username, name))));
		if (status == CQ_OK)
			status = cq_scalar(db, &last_seen[me], SQL(SELECT(COUNT(users.id)), FROM(users), WHERE(IS_NOT_NULL(users.bio))));
		/* A third of them think better of it. */
		if (status == CQ_OK && me % 3 != 0)
			status = cq_commit(db);
		else
			(void)!cq_rollback(db);
	}
	if (status != CQ_OK)
		fprintf(stderr, "task %d: %s: %s\n", me, cq_status_name(status), cq_last_error(db)->message);
	cq_disconnect(&db);
	return status;
}

static void many_tasks_share_a_few_connections(void **state)
{
	(void)state;
	cq_engine *engine = open_engine((cq_pool_options){ .size = 5, .max_overflow = 2, .timeout_ms = 60000, .shared_depth = 64 });
	cq_task *tasks[TASKS];
	cq_connection *db;
	for (int i = 0; i < TASKS; i++)
		assert_int_equal(cq_spawn(engine, &tasks[i], work, (void *)(intptr_t)i, NULL), CQ_OK);
	assert_int_equal(cq_gather(TASKS, tasks, CQ_GATHER_ALL), CQ_OK);
	for (int i = 0; i < TASKS; i++)
		cq_task_release(&tasks[i]);
	SHARE(engine, &db);
	assert_int_equal(count_users(db), TASKS * ROUNDS);
	int64_t seen;
	MUST(cq_scalar(db, &seen, SQL(SELECT(COUNT(users.id)), FROM(users), WHERE(IS_NOT_NULL(users.bio)))));
	assert_int_equal(seen, TASKS / 3 * 2 * ROUNDS);
	cq_disconnect(&db);
	const cq_pool_counters counters = count(engine);
	assert_int_equal(counters.in_use, 0);
	assert_int_equal(counters.waiting, 0);
	assert_int_equal(counters.timeouts, 0);
	assert_true(counters.waits > 0);
	cq_engine_close(&engine);
}

static cq_status stream_all(cq_engine *engine, void *argument)
{
	cq_connection *db;
	cq_stream *stream;
	User *user;
	CQ_TRY(cq_connect_shared(engine, &db));
	cq_status status = cq_stream_open(db, User, NULL, &stream, SQL(SELECT_ALL(users), FROM(users)));
	while (status == CQ_OK && (status = cq_stream_next(stream, &user)) == CQ_OK && user != NULL)
		++*(int *)argument;
	cq_stream_close(&stream);
	cq_disconnect(&db);
	return status;
}

static void tasks_wait_for_their_streams(void **state)
{
	(void)state;
	cq_engine *engine = open_engine((cq_pool_options){ .size = 2, .max_overflow = 1, .timeout_ms = 20000, .shared_depth = 64 });
	cq_task *tasks[20];
	int rows[20] = { 0 };
	cq_connection *db;
	SHARE(engine, &db);
	for (int i = 0; i < 30; i++) {
		char name[16];
		snprintf(name, sizeof name, "user%d", i);
		add_user(db, name);
	}
	for (int i = 0; i < 20; i++)
		assert_int_equal(cq_spawn(engine, &tasks[i], stream_all, &rows[i], NULL), CQ_OK);
	/* One is cancelled while it waits for a connection. */
	assert_int_equal(cq_engine_drive(engine, 0), CQ_OK);
	cq_task_cancel(tasks[19]);
	for (int i = 0; i < 20; i++) {
		assert_int_equal(cq_task_await(tasks[i]), i == 19 ? CQ_CANCELLED : CQ_OK);
		assert_int_equal(rows[i], i == 19 ? 0 : 30);
		cq_task_release(&tasks[i]);
	}
	assert_int_equal(count(engine).in_use, 0);
	assert_int_equal(count_users(db), 30);
	cq_disconnect(&db);
	cq_engine_close(&engine);
}

static bool served;
static int64_t statements_beside;

static cq_status read_on_and_on(cq_engine *engine, void *argument)
{
	cq_connection *db;
	int64_t users_then;
	(void)argument;
	CQ_TRY(cq_connect_shared(engine, &db));
	cq_status status = CQ_OK;
	while (status == CQ_OK && !served && statements_beside++ < 1000000)
		status = cq_scalar(db, &users_then, SQL(SELECT(COUNT(users.id)), FROM(users)));
	cq_disconnect(&db);
	return status;
}

static cq_status have_one_alone(cq_engine *engine, void *argument)
{
	cq_connection *db;
	cq_status status = cq_task_sleep(engine, 5);
	(void)argument;
	if (status == CQ_OK)
		status = cq_connect(engine, &db);
	served = true;
	if (status == CQ_OK)
		cq_disconnect(&db);
	return status;
}

/* There is one connection, and it is never without a statement: whoever wants it whole is served all the same. */
static void statements_do_not_starve_who_wants_a_connection(void **state)
{
	(void)state;
	cq_engine *engine = open_engine((cq_pool_options){ .size = 1, .timeout_ms = 20000, .shared_depth = 64 });
	cq_task *tasks[9];
	served = false;
	statements_beside = 0;
	for (int i = 0; i < 9; i++)
		assert_int_equal(cq_spawn(engine, &tasks[i], i == 8 ? have_one_alone : read_on_and_on, NULL, NULL), CQ_OK);
	assert_int_equal(cq_gather(9, tasks, CQ_GATHER_ALL), CQ_OK);
	assert_true(served);
	assert_in_range(statements_beside, 8, 999999);
	for (int i = 0; i < 9; i++)
		cq_task_release(&tasks[i]);
	assert_int_equal(count(engine).opened, 1);
	cq_engine_close(&engine);
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(many_tasks_share_a_few_connections, drop),
		cmocka_unit_test_teardown(tasks_wait_for_their_streams, drop),
		cmocka_unit_test_teardown(statements_do_not_starve_who_wants_a_connection, drop),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
