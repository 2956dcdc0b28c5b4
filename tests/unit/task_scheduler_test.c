/* unit/task_scheduler_test.c: tasks of a loop: who runs when, what cancelling and deadlines end, what is told at the end.
 *
 * It knows nothing of engines: the loop is turned here.
 */
#include "base/alloc.h"
#include "base/clock.h"
#include "task/gather.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static cq__loop loop;
static char story[256];
static int ended_count;

static void tell(char what)
{
	const size_t length = strlen(story);
	assert_true(length + 1 < sizeof story);
	story[length] = what;
	story[length + 1] = '\0';
}

static int begin(void **state)
{
	(void)state;
	cq__loop_init(&loop);
	story[0] = '\0';
	ended_count = 0;
	return 0;
}

static int end(void **state)
{
	(void)state;
	cq__scheduler_release(&loop);
	assert_null(loop.fibres);
	cq__loop_release(&loop);
	return 0;
}

static void count_end(cq_task *task)
{
	assert_ptr_equal(cq__task_running(&loop), task);
	ended_count++;
}

static cq_task *spawn(cq_task_function *function, void *argument)
{
	const cq__task_order order = { .function = function, .argument = argument, .ended = count_end };
	cq_task *task;
	assert_int_equal(cq__task_spawn(&loop, &order, &task, NULL), CQ_OK);
	return task;
}

static void turn(void)
{
	assert_int_equal(cq__loop_poll(&loop, 1, NULL, NULL), CQ_OK);
}

/* Turns the loop until the task has ended, and lets go of it. */
static cq_status finish(cq_task *task)
{
	while (task->state != CQ__TASK_ENDED)
		assert_int_equal(cq__loop_poll(&loop, 0, NULL, NULL), CQ_OK);
	const cq_status status = task->status;
	cq__task_release(task);
	return status;
}

static cq_status yield(void)
{
	return cq__task_yield(cq__task_running(&loop));
}

static cq_status sleep_for(int64_t milliseconds, bool shielded)
{
	cq__waiter never = { 0 };
	const cq_status status = cq__waiter_wait(&loop, &never, cq__deadline_after_ms(milliseconds), shielded, NULL);
	return status == CQ_TIMEOUT ? CQ_OK : status;
}

/* ---- who runs when ------------------------------------------------------------------------------------------------- */

static cq_status tell_thrice(cq_engine *engine, void *argument)
{
	(void)engine;
	for (int i = 0; i < 3; i++) {
		tell(*(const char *)argument);
		CQ_TRY(yield());
	}
	return CQ_OK;
}

static void they_take_turns(void **state)
{
	(void)state;
	char names[] = "abc";
	cq_task *tasks[3];
	for (int i = 0; i < 3; i++)
		tasks[i] = spawn(tell_thrice, &names[i]);
	assert_string_equal(story, "");
	for (int i = 0; i < 3; i++)
		assert_int_equal(finish(tasks[i]), CQ_OK);
	assert_string_equal(story, "abcabcabc");
	assert_int_equal(ended_count, 3);
	assert_null(cq__task_running(&loop));
}

static bool enough;

static cq_status yield_for_ever(cq_engine *engine, void *argument)
{
	(void)engine;
	size_t *const runs = argument;
	while (!enough) {
		++*runs;
		CQ_TRY(yield());
	}
	return CQ_OK;
}

static void say_enough(cq__timer *timer)
{
	(void)timer;
	enough = true;
}

static void who_only_yields_starves_nobody(void **state)
{
	(void)state;
	cq__timer timer = { .fire = say_enough };
	size_t runs[2] = { 0, 0 };
	enough = false;
	cq__timer_set(&loop, &timer, cq__deadline_after_ms(20));
	const uint64_t began = cq__monotonic_ns();
	cq_task *const first = spawn(yield_for_ever, &runs[0]);
	cq_task *const second = spawn(yield_for_ever, &runs[1]);
	assert_int_equal(finish(first), CQ_OK);
	assert_int_equal(finish(second), CQ_OK);
	const uint64_t took = cq__monotonic_ns() - began;
	assert_true(took >= 20000000 && took < 2000000000);
	/* Fair, and worth more than a turn of the loop for each run. */
	assert_true(runs[0] > 100 && runs[0] <= runs[1] + 1 && runs[1] <= runs[0] + 1);
}

static cq_status tell_argument(cq_engine *engine, void *argument)
{
	(void)engine;
	tell(*(const char *)argument);
	return CQ_NO_ROW;
}

static cq_status spawn_another(cq_engine *engine, void *argument)
{
	(void)engine;
	tell('<');
	*(cq_task **)argument = spawn(tell_argument, "x");
	tell('>');
	return CQ_OK;
}

static void a_task_may_spawn(void **state)
{
	(void)state;
	cq_task *inner;
	cq_task *const outer = spawn(spawn_another, &inner);
	assert_int_equal(finish(outer), CQ_OK);
	assert_int_equal(finish(inner), CQ_NO_ROW);
	assert_string_equal(story, "<>x");
}

/* ---- cancelling ---------------------------------------------------------------------------------------------------- */

static cq_status wait_long(cq_engine *engine, void *argument)
{
	(void)engine;
	(void)argument;
	tell('(');
	const cq_status status = sleep_for(60000, false);
	tell(status == CQ_CANCELLED ? 'c' : '!');
	/* What cleans up goes on; what does not hears again. */
	tell(sleep_for(1, true) == CQ_OK ? 's' : '!');
	tell(sleep_for(1, false) == CQ_CANCELLED ? 'c' : '!');
	tell(yield() == CQ_CANCELLED ? 'c' : '!');
	tell(')');
	return status;
}

static void one_that_waits_is_cancelled(void **state)
{
	(void)state;
	cq_task *const task = spawn(wait_long, NULL);
	turn();
	assert_string_equal(story, "(");
	cq__task_cancel(task);
	cq__task_cancel(task);
	assert_string_equal(story, "(");
	assert_int_equal(finish(task), CQ_CANCELLED);
	assert_string_equal(story, "(cscc)");
}

static void one_that_has_not_begun_is_cancelled(void **state)
{
	(void)state;
	cq_task *const task = spawn(wait_long, NULL);
	cq__task_cancel(task);
	assert_int_equal(finish(task), CQ_CANCELLED);
	assert_string_equal(story, "(cscc)");
}

static cq__waiter shared_waiter;

static cq_status wait_shared(cq_engine *engine, void *argument)
{
	(void)engine;
	(void)argument;
	const cq_status status = cq__waiter_wait(&loop, &shared_waiter, 0, false, NULL);
	tell(status == CQ_OK ? 'o' : status == CQ_CANCELLED ? 'c' : '!');
	tell(yield() == CQ_CANCELLED ? 'c' : 'o');
	return status;
}

static void what_is_done_is_not_lost(void **state)
{
	(void)state;
	/* Woken, then cancelled before it ran; and the other way round. */
	for (int order = 0; order < 2; order++) {
		shared_waiter = (cq__waiter){ 0 };
		cq_task *const task = spawn(wait_shared, NULL);
		turn();
		if (order == 0)
			cq__waiter_wake(&loop, &shared_waiter);
		cq__task_cancel(task);
		if (order == 1)
			cq__waiter_wake(&loop, &shared_waiter);
		assert_int_equal(finish(task), CQ_OK);
	}
	assert_string_equal(story, "ococ");
}

static cq_status wait_shielded(cq_engine *engine, void *argument)
{
	(void)engine;
	(void)argument;
	tell(sleep_for(20, true) == CQ_OK ? 's' : '!');
	tell(sleep_for(1, false) == CQ_CANCELLED ? 'c' : '!');
	return CQ_OK;
}

static void a_shielded_wait_is_left_alone(void **state)
{
	(void)state;
	cq_task *const task = spawn(wait_shielded, NULL);
	turn();
	const uint64_t began = cq__monotonic_ns();
	cq__task_cancel(task);
	assert_int_equal(finish(task), CQ_OK);
	assert_true(cq__monotonic_ns() - began > 10000000);
	assert_string_equal(story, "sc");
}

static cq_status cancel_self(cq_engine *engine, void *argument)
{
	(void)engine;
	(void)argument;
	cq__task_cancel(cq__task_running(&loop));
	tell('r');
	return sleep_for(60000, false);
}

static void one_may_cancel_itself(void **state)
{
	(void)state;
	cq_task *const task = spawn(cancel_self, NULL);
	assert_int_equal(finish(task), CQ_CANCELLED);
	assert_string_equal(story, "r");
	/* The end is not changed by what comes behind it. */
	cq_task *const done = spawn(tell_argument, "x");
	done->references++;
	assert_int_equal(finish(done), CQ_NO_ROW);
	cq__task_cancel(done);
	assert_false(done->cancelled);
	cq__task_release(done);
}

/* ---- deadlines and shields ----------------------------------------------------------------------------------------- */

static cq_status nap(cq_engine *engine, void *argument)
{
	(void)engine;
	return sleep_for(*(const int *)argument, false);
}

typedef struct limits {
	int outer, inner, sleep;
	cq_status inner_status;
} limits;

static cq_status run_inner(cq_engine *engine, void *argument)
{
	limits *const own = argument;
	cq_task *const self = cq__task_running(&loop);
	own->inner_status = cq__task_run_within(self, cq__deadline_after_ms(own->inner), engine, nap, &own->sleep);
	return own->inner_status;
}

static cq_status run_outer(cq_engine *engine, void *argument)
{
	limits *const own = argument;
	cq_task *const self = cq__task_running(&loop);
	const cq_status status = cq__task_run_within(self, cq__deadline_after_ms(own->outer), engine, run_inner, own);
	/* Behind it nothing is left of it. */
	tell(sleep_for(1, false) == CQ_OK ? 'o' : 'c');
	return status;
}

static cq_status run_limits(limits *own, bool cancelled)
{
	cq_task *const task = spawn(run_outer, own);
	turn();
	if (cancelled)
		cq__task_cancel(task);
	return finish(task);
}

static void deadlines_nest(void **state)
{
	(void)state;
	limits inner_first = { 60000, 10, 60000, CQ_OK }, outer_first = { 10, 60000, 60000, CQ_OK }, in_time = { 60000, 60000, 1, CQ_OK };
	limits both = { 10, 10, 60000, CQ_OK }, cancelled = { 60000, 60000, 60000, CQ_OK };
	assert_int_equal(run_limits(&inner_first, false), CQ_TIMEOUT);
	assert_int_equal(inner_first.inner_status, CQ_TIMEOUT);
	assert_int_equal(run_limits(&outer_first, false), CQ_TIMEOUT);
	assert_int_equal(outer_first.inner_status, CQ_CANCELLED);
	assert_int_equal(run_limits(&in_time, false), CQ_OK);
	assert_int_equal(run_limits(&both, false), CQ_TIMEOUT);
	assert_string_equal(story, "oooo");
	assert_int_equal(run_limits(&cancelled, true), CQ_CANCELLED);
	assert_int_equal(cancelled.inner_status, CQ_CANCELLED);
	assert_string_equal(story, "ooooc");
	assert_false(cq__loop_waits(&loop) && loop.timers != NULL);
}

static cq_status shield(cq_engine *engine, void *argument)
{
	cq_task *const self = cq__task_running(&loop);
	cq__task_cancel(self);
	tell(cq__task_run_shielded(self, engine, nap, argument) == CQ_OK ? 's' : '!');
	tell(cq__task_run_within(self, cq__deadline_after_ms(1), engine, nap, argument) == CQ_CANCELLED ? 'c' : '!');
	return CQ_OK;
}

static void a_shield_keeps_cancelling_away(void **state)
{
	(void)state;
	int milliseconds = 5;
	assert_int_equal(finish(spawn(shield, &milliseconds)), CQ_OK);
	assert_string_equal(story, "sc");
}

/* ---- joining ------------------------------------------------------------------------------------------------------- */

typedef struct joining {
	cq_task *other;
	int64_t limit_ms;
	cq_status status;
} joining;

static cq_status join(cq_engine *engine, void *argument)
{
	(void)engine;
	joining *const own = argument;
	own->status = cq__task_join(own->other, cq__deadline_after_ms(own->limit_ms), false, NULL);
	return own->status;
}

static void one_waits_for_another(void **state)
{
	(void)state;
	int milliseconds = 10;
	cq_task *const other = spawn(nap, &milliseconds);
	joining patient = { other, 0, CQ_NO_ROW }, impatient = { other, 2, CQ_NO_ROW }, stopped = { other, 0, CQ_NO_ROW };
	cq_task *const first = spawn(join, &patient), *const second = spawn(join, &impatient), *const third = spawn(join, &stopped);
	turn();
	cq__task_look(other);
	assert_true(cq__task_awaits(first, other) && cq__task_awaits(third, other) && cq__task_awaits(other, other));
	cq__task_look(first);
	assert_false(cq__task_awaits(other, first) || cq__task_awaits(second, first));
	assert_true(cq__task_awaits(first, first));
	cq__task_cancel(third);
	assert_int_equal(finish(third), CQ_CANCELLED);
	assert_int_equal(finish(second), CQ_TIMEOUT);
	assert_int_not_equal(other->state, CQ__TASK_ENDED);
	assert_int_equal(finish(first), CQ_OK);
	assert_int_equal(other->state, CQ__TASK_ENDED);
	joining late = { other, 0, CQ_NO_ROW };
	assert_int_equal(finish(spawn(join, &late)), CQ_OK);
	assert_int_equal(finish(other), CQ_OK);
}

/* ---- what belongs to a task ---------------------------------------------------------------------------------------- */

typedef struct belonging {
	cq__task_local local;
	char name;
} belonging;

static void end_belonging(cq__task_local *local)
{
	belonging *const own = CQ__LIST_ENTRY(local, belonging, local);
	/* Also in a cancelled task, closing may wait. */
	tell(sleep_for(1, false) == CQ_OK ? own->name : '!');
}

static belonging belongings[2] = { { { .key = &belongings[0], .end = end_belonging }, 'p' },
	{ { .key = &belongings[1], .end = end_belonging }, 'q' } };

static cq_status take_belongings(cq_engine *engine, void *argument)
{
	(void)engine;
	(void)argument;
	cq_task *const self = cq__task_running(&loop);
	assert_null(cq__task_local_find(self, &belongings[0]));
	cq__task_local_add(self, &belongings[0].local);
	cq__task_local_add(self, &belongings[1].local);
	assert_ptr_equal(cq__task_local_find(self, &belongings[1]), &belongings[1].local);
	return sleep_for(60000, false);
}

static void what_belongs_to_it_ends_with_it(void **state)
{
	(void)state;
	cq_task *const task = spawn(take_belongings, NULL);
	turn();
	cq__task_cancel(task);
	assert_int_equal(finish(task), CQ_CANCELLED);
	assert_string_equal(story, "pq");
	assert_int_equal(ended_count, 1);
}

/* ---- memory -------------------------------------------------------------------------------------------------------- */

static void without_memory_nothing_has_begun(void **state)
{
	(void)state;
	const cq__task_order order = { .function = tell_argument, .argument = "x", .ended = count_end };
	cq_task *task = NULL;
	/* The scheduler, which then stays; the task; its stack. */
	const long failing[] = { 1, 2, 2 };
	for (size_t i = 0; i < sizeof failing / sizeof *failing; i++) {
		cq__error error = { 0 };
		cq__alloc_fail_after(failing[i]);
		const cq_status status = cq__task_spawn(&loop, &order, &task, &error);
		cq__alloc_fail_after(0);
		cq__error_release(&error);
		assert_int_equal(status, CQ_NO_MEMORY);
		assert_false(cq__loop_waits(&loop));
	}
	assert_int_equal(cq__task_spawn(&loop, &order, &task, NULL), CQ_OK);
	assert_int_equal(finish(task), CQ_NO_ROW);
	assert_string_equal(story, "x");
	/* A gathering has an array. */
	cq_task *const other = spawn(tell_argument, "y");
	cq__gathering gathering;
	cq__alloc_fail_after(1);
	assert_int_equal(cq__gathering_begin(&gathering, &loop, NULL, 1, &other, false, NULL), CQ_NO_MEMORY);
	cq__alloc_fail_after(0);
	assert_int_equal(finish(other), CQ_NO_ROW);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
	const struct CMUnitTest tests[] = {
		TEST(they_take_turns),
		TEST(who_only_yields_starves_nobody),
		TEST(a_task_may_spawn),
		TEST(one_that_waits_is_cancelled),
		TEST(one_that_has_not_begun_is_cancelled),
		TEST(what_is_done_is_not_lost),
		TEST(a_shielded_wait_is_left_alone),
		TEST(one_may_cancel_itself),
		TEST(deadlines_nest),
		TEST(a_shield_keeps_cancelling_away),
		TEST(one_waits_for_another),
		TEST(what_belongs_to_it_ends_with_it),
		TEST(without_memory_nothing_has_begun),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
