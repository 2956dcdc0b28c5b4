/* tests/fault/pool_memory_test.c: each allocation of the pool and of shared handles fails in turn: no call but says so, no connection is
 * lost, and the next call works.
 */
#include "conform/shop.h"

#include "base/alloc.h"

#include <cquel/task.h>

static cq_status in_a_task(cq_engine *engine, void *argument)
{
	cq_connection *db = NULL;
	int64_t users_then;
	cq_status status = cq_connect_shared(engine, &db);
	if (status == CQ_OK)
		status = cq_scalar(db, &users_then, SQL(SELECT(COUNT(users.id)), FROM(users)));
	cq_disconnect(&db);
	(void)argument;
	return status;
}

/* What a program does with handles; the first failure. */
static cq_status use(cq_engine *engine)
{
	cq_connection *own = NULL, *shared = NULL, *other = NULL;
	cq_operation *operation = NULL;
	cq_stream *stream = NULL;
	cq_task *task = NULL;
	int64_t users_then = 0;
	User *user;
	cq_status status = cq_engine_warm(engine, 2);
	if (status == CQ_OK)
		status = cq_connect(engine, &own);
	if (status == CQ_OK)
		status = cq_connect_shared(engine, &shared);
	if (status == CQ_OK)
		status = cq_connect_shared(engine, &other);
	if (status == CQ_OK)
		status = cq_begin(shared, NULL);
	if (status == CQ_OK)
		status = cq_execute(shared, NULL, SQL(UPDATE(users, SET(bio, "x")), ALL_ROWS));
	if (status == CQ_OK)
		status = cq_submit_scalar(other, &users_then, &operation, SQL(SELECT(COUNT(users.id)), FROM(users)));
	if (status == CQ_OK)
		status = cq_commit(shared);
	if (status == CQ_OK)
		status = cq_await(operation);
	if (status == CQ_OK)
		status = cq_stream_open(shared, User, NULL, &stream, SQL(SELECT_ALL(users), FROM(users)));
	if (status == CQ_OK)
		status = cq_stream_next(stream, &user);
	if (status == CQ_OK)
		status = cq_spawn(engine, &task, in_a_task, NULL, NULL);
	if (status == CQ_OK)
		status = cq_task_await(task);
	cq_task_release(&task);
	cq_stream_close(&stream);
	cq_operation_release(&operation);
	cq_disconnect(&own);
	cq_disconnect(&shared);
	cq_disconnect(&other);
	return status;
}

static cq_engine *open_engine(void)
{
	cq_engine *engine;
	cq_connection *db;
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.pool = (cq_pool_options){ .size = 3, .max_overflow = 3, .timeout_ms = 2000, .shared_depth = 4 };
	assert_int_equal(cq_engine_open(&engine, database_url(), &options, NULL), CQ_OK);
	assert_int_equal(cq_connect(engine, &db), CQ_OK);
	assert_int_equal(cq_create_all(db, (const cq_table *const[]){ cq_target_User.target.descriptor }, 1), CQ_OK);
	cq_disconnect(&db);
	return engine;
}

static void each_allocation_fails(void **state)
{
	(void)state;
	(void)database_create_shared();
	int failed = 0;
	for (long n = 1;; n++) {
		cq_engine *engine = open_engine();
		cq__alloc_fail_after(n);
		const cq_status status = use(engine);
		const long asked = cq__alloc_count();
		cq__alloc_fail_after(0);
		cq_pool_counters counters;
		cq_engine_pool_counters(engine, &counters);
		if (counters.in_use != 0 || counters.waiting != 0)
			fail_msg("allocation %ld: %u are still lent, %u wait", n, counters.in_use, counters.waiting);
		/* Nothing is lost by it. */
		assert_int_equal(use(engine), CQ_OK);
		cq_engine_close(&engine);
		if (asked < n) {
			assert_int_equal(status, CQ_OK);
			break;
		}
		failed += status != CQ_OK;
	}
	printf("pool: %d allocations failed\n", failed);
	assert_true(failed > 30);
	database_drop();
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_allocation_fails),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
