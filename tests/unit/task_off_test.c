/* unit/task_off_test.c: a build without tasks: what it refuses, and what works as it does outside of tasks.
 *
 * The switch is compiled anew here, without CQ_WITH_TASKS, and stands in for the library's.
 */
#undef CQ_WITH_TASKS
#include "task/switch.c"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <cquel/op.h>
#include <cquel/task.h>

static int calls;

static cq_status count_call(cq_engine *engine, void *argument)
{
	assert_non_null(engine);
	calls += *(const int *)argument;
	return CQ_NO_ROW;
}

static void only_what_needs_a_stack_is_refused(void **state)
{
	(void)state;
	cq_engine *engine;
	cq_connection *db, *again;
	int one = 1;
	assert_int_equal(cq_engine_open(&engine, "sqlite://", NULL, NULL), CQ_OK);
	cq_task *task = (cq_task *)&one;
	assert_int_equal(cq_spawn(engine, &task, count_call, &one, NULL), CQ_UNSUPPORTED);
	assert_null(task);
	assert_non_null(strstr(cq_engine_error(engine)->message, "CQUEL_TASKS"));
	assert_int_equal(cq_engine_pending(engine), 0);
	assert_null(cq_task_current(engine));
	assert_int_equal(cq_current(engine, &db), CQ_OK);
	assert_int_equal(cq_current(engine, &again), CQ_OK);
	assert_ptr_equal(db, again);
	assert_int_equal(cq_task_sleep(engine, 1), CQ_OK);
	assert_int_equal(cq_task_yield(engine), CQ_OK);
	assert_int_equal(cq_shielded(engine, count_call, &one), CQ_NO_ROW);
	assert_int_equal(calls, 1);
	assert_int_equal(cq_with_timeout(engine, 1, count_call, &one), CQ_MISUSE);
	assert_int_equal(calls, 1);
	cq_engine_close(&engine);
	assert_null(engine);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_what_needs_a_stack_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
