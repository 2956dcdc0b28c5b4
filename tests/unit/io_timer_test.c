/* unit/io_timer_test.c: timers against a sorted model, deferred things, and the loop's own descriptor that tells a hook of both.
 *
 * It knows nothing of connections.
 */
#include "base/alloc.h"
#include "io/loop.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* ---- the heap against a model ------------------------------------------------------------------------------------ */

enum { MOST = 300 };

typedef struct moment {
	cq__timer timer;
	int fired;
} moment;

static moment moments[MOST];
static cq__deadline model[MOST]; /* 0: not set */
static cq__deadline last_fired;

static void count_fire(cq__timer *timer)
{
	moment *const self = timer->user;
	assert_false(cq__timer_is_set(timer));
	assert_true(model[self - moments] >= last_fired);
	last_fired = model[self - moments];
	model[self - moments] = 0;
	self->fired++;
}

static cq__deadline earliest_of_model(void)
{
	cq__deadline earliest = 0;
	for (int i = 0; i < MOST; i++)
		earliest = cq__deadline_earlier(earliest, model[i]);
	return earliest;
}

static int due_in_model(cq__deadline now)
{
	int due = 0;
	for (int i = 0; i < MOST; i++)
		due += model[i] != 0 && model[i] <= now;
	return due;
}

static void test_heap_is_a_sorted_list(void **state)
{
	(void)state;
	cq__loop loop;
	unsigned random = 12345;
	cq__loop_init(&loop);
	int fired = 0, set = 0, stopped = 0;
	cq__deadline now = 1;
	for (int i = 0; i < MOST; i++)
		moments[i].timer = (cq__timer){ .fire = count_fire, .user = &moments[i] };
	for (int step = 0; step < 200000; step++) {
		random = random * 1103515245 + 12345;
		const int which = (int)(random >> 8) % MOST;
		random = random * 1103515245 + 12345;
		const unsigned what = (random >> 8) % 16;
		random = random * 1103515245 + 12345;
		if (what < 10) {
			/* Many are equal, some have passed already. */
			model[which] = now + (random >> 8) % 200;
			cq__timer_set(&loop, &moments[which].timer, model[which]);
			set++;
		} else if (what < 15) {
			stopped += model[which] != 0;
			model[which] = 0;
			cq__timer_stop(&loop, &moments[which].timer);
		} else {
			now += (random >> 8) % 40;
			const int due = due_in_model(now);
			last_fired = 0;
			assert_int_equal(cq__timers_fire(&loop, now), due);
			fired += due;
			assert_int_equal(due_in_model(now), 0);
		}
		assert_int_equal(cq__timer_is_set(&moments[which].timer), model[which] != 0);
		assert_int_equal(cq__loop_deadline(&loop), earliest_of_model());
	}
	assert_true(fired > 5000 && set > 50000 && stopped > 5000);
	cq__loop_release(&loop);
	for (int i = 0; i < MOST; i++)
		assert_false(cq__timer_is_set(&moments[i].timer));
}

/* ---- what fires may do ------------------------------------------------------------------------------------------- */

typedef struct alarm {
	cq__timer timer;
	cq__loop *loop;
	struct alarm *stops;
	int *count;
	bool again; /* sets itself for a moment that has passed */
} alarm;

static void fire_alarm(cq__timer *timer)
{
	alarm *const self = timer->user;
	++*self->count;
	if (self->stops != NULL) {
		cq__timer_stop(self->loop, &self->stops->timer);
		cq__free(self->stops);
	}
	if (self->again)
		cq__timer_set(self->loop, &self->timer, 1);
	else
		cq__free(self);
}

static alarm *make_alarm(cq__loop *loop, int *count, cq__deadline deadline)
{
	alarm *const self = cq__zalloc(sizeof *self);
	assert_non_null(self);
	self->loop = loop;
	self->count = count;
	self->timer = (cq__timer){ .fire = fire_alarm, .user = self };
	cq__timer_set(loop, &self->timer, deadline);
	return self;
}

static void test_fire_may_do_anything(void **state)
{
	(void)state;
	cq__loop loop;
	int count = 0;
	cq__loop_init(&loop);
	/* Each frees itself, the first its neighbour as well. */
	alarm *const first = make_alarm(&loop, &count, 10);
	for (int i = 0; i < 20; i++)
		(void)make_alarm(&loop, &count, (cq__deadline)(20 + i));
	first->stops = make_alarm(&loop, &count, 30);
	assert_int_equal(cq__loop_expire(&loop), 21);
	assert_int_equal(count, 21);
	assert_int_equal(cq__loop_deadline(&loop), 0);

	/* What is set for the past while timers fire waits for the next turn. */
	alarm *const again = make_alarm(&loop, &count, 10);
	again->again = true;
	count = 0;
	assert_int_equal(cq__loop_expire(&loop), 1);
	assert_true(cq__timer_is_set(&again->timer));
	assert_int_equal(cq__loop_expire(&loop), 1);
	again->again = false;
	assert_int_equal(cq__loop_expire(&loop), 1);
	assert_int_equal(count, 3);
	assert_false(cq__loop_waits(&loop));
	cq__loop_release(&loop);
}

static void test_poll_waits_for_timers(void **state)
{
	(void)state;
	cq__loop loop;
	int count = 0;
	cq__loop_init(&loop);
	const uint64_t begun = cq__monotonic_ns();
	(void)make_alarm(&loop, &count, cq__deadline_after_ms(10));
	assert_true(cq__loop_waits(&loop));
	int called = 0;
	while (called == 0)
		assert_int_equal(cq__loop_poll(&loop, 0, &called, NULL), CQ_OK);
	assert_int_equal(count, 1);
	assert_true(cq__monotonic_ns() - begun >= UINT64_C(9000000));
	assert_int_equal(cq__loop_poll(&loop, 0, NULL, NULL), CQ_MISUSE);
	cq__loop_release(&loop);
}

/* ---- deferred ------------------------------------------------------------------------------------------------------ */

typedef struct errand {
	cq__deferred deferred;
	cq__loop *loop;
	struct errand *defers, *takes_back;
	bool again, nested, stirs;
	int runs;
	int order;
} errand;

static int order_counter;

static void run_errand(cq__deferred *deferred)
{
	errand *const self = deferred->user;
	assert_false(cq__is_deferred(deferred));
	self->runs++;
	self->order = ++order_counter;
	if (self->takes_back != NULL)
		cq__loop_undefer(self->loop, &self->takes_back->deferred);
	if (self->defers != NULL)
		cq__loop_defer(self->loop, &self->defers->deferred);
	if (self->again)
		cq__loop_defer(self->loop, &self->deferred);
	if (self->nested)
		(void)cq__loop_run_deferred(self->loop);
	if (self->stirs)
		cq__loop_stir(self->loop);
}

static void prepare_errands(cq__loop *loop, errand *errands, int count)
{
	order_counter = 0;
	for (int i = 0; i < count; i++)
		errands[i] = (errand){ .deferred = { .run = run_errand, .user = &errands[i] }, .loop = loop };
}

static void test_deferred_runs_once_in_order(void **state)
{
	(void)state;
	cq__loop loop;
	errand errands[5];
	cq__loop_init(&loop);
	prepare_errands(&loop, errands, 5);
	errands[1].takes_back = &errands[2];
	errands[1].defers = &errands[4];
	errands[3].again = true;
	for (int i = 0; i < 4; i++) {
		cq__loop_defer(&loop, &errands[i].deferred);
		cq__loop_defer(&loop, &errands[i].deferred);
	}
	int called = -1;
	assert_int_equal(cq__loop_poll(&loop, 0, &called, NULL), CQ_OK);
	assert_int_equal(called, 3);
	assert_int_equal(errands[0].order, 1);
	assert_int_equal(errands[1].order, 2);
	assert_int_equal(errands[2].runs, 0);
	assert_int_equal(errands[3].order, 3);
	/* What they deferred, themselves included, is for the turn behind. */
	assert_int_equal(errands[4].runs, 0);
	errands[3].again = false;
	assert_int_equal(cq__loop_poll(&loop, 0, &called, NULL), CQ_OK);
	assert_int_equal(called, 2);
	assert_int_equal(errands[4].order, 4);
	assert_int_equal(errands[3].order, 5);
	assert_int_equal(cq__loop_poll(&loop, 0, &called, NULL), CQ_MISUSE);
	cq__loop_undefer(&loop, &errands[0].deferred);
	cq__loop_release(&loop);
}

static void test_deferred_in_a_turn_inside_a_turn(void **state)
{
	(void)state;
	cq__loop loop;
	errand errands[4];
	cq__loop_init(&loop);
	prepare_errands(&loop, errands, 4);
	/* The inner turn runs what is left of the outer one, and what was deferred in that. */
	errands[0].defers = &errands[3];
	errands[0].nested = true;
	errands[2].again = true;
	for (int i = 0; i < 3; i++)
		cq__loop_defer(&loop, &errands[i].deferred);
	assert_int_equal(cq__loop_run_deferred(&loop), 1);
	assert_int_equal(errands[1].order, 2);
	assert_int_equal(errands[2].order, 3);
	assert_int_equal(errands[3].order, 4);
	assert_int_equal(errands[2].runs, 1);
	assert_true(cq__is_deferred(&errands[2].deferred));
	cq__loop_release(&loop);
	assert_false(cq__is_deferred(&errands[2].deferred));
}

static void ignore(cq__watch *watch, int mask)
{
	(void)watch;
	(void)mask;
}

static void test_a_stirred_turn_does_not_sleep(void **state)
{
	(void)state;
	cq__loop loop;
	errand self;
	cq__wakeup wakeup;
	cq__watch watch;
	cq__loop_init(&loop);
	prepare_errands(&loop, &self, 1);
	assert_int_equal(cq__wakeup_open(&wakeup, NULL), CQ_OK);
	cq__watch_init(&watch, wakeup.read_end, ignore, NULL);
	cq__loop_want(&loop, &watch, CQ__LOOP_READ, 0);
	self.stirs = true;
	cq__loop_defer(&loop, &self.deferred);
	int called = 0;
	/* Without the stir it would wait for the descriptor for ever. */
	assert_int_equal(cq__loop_poll(&loop, 0, &called, NULL), CQ_OK);
	assert_int_equal(called, 1);
	const uint64_t begun = cq__monotonic_ns();
	self.stirs = false;
	cq__loop_defer(&loop, &self.deferred);
	assert_int_equal(cq__loop_poll(&loop, cq__deadline_after_ms(10), &called, NULL), CQ_OK);
	assert_true(cq__monotonic_ns() - begun >= UINT64_C(9000000));
	cq__loop_release(&loop);
	cq__wakeup_close(&wakeup);
}

/* ---- a hook hears of both ------------------------------------------------------------------------------------------ */

static int own_descriptor;
static cq__deadline own_told;
static int own_count;

static void want(void *user, int descriptor, int mask, cq__deadline deadline)
{
	(void)user;
	assert_int_equal(mask, 0);
	assert_true(descriptor >= 0);
	own_descriptor = descriptor;
	own_told = deadline;
	own_count++;
}

static void test_hook_hears_of_timers_and_deferred(void **state)
{
	(void)state;
	cq__loop loop;
	errand self;
	int count = 0;
	cq__loop_init(&loop);
	prepare_errands(&loop, &self, 1);
	alarm *const before = make_alarm(&loop, &count, cq__deadline_after_ms(60000));
	assert_int_equal(cq__loop_set_hook(&loop, want, NULL, NULL), CQ_OK);
	assert_int_equal(own_count, 1);
	assert_int_equal(own_told, before->timer.deadline);

	/* Only an earlier one is told, and what is deferred is due at once. */
	alarm *const later = make_alarm(&loop, &count, before->timer.deadline + 1);
	assert_int_equal(own_count, 1);
	cq__loop_defer(&loop, &self.deferred);
	assert_int_equal(own_count, 2);
	assert_int_equal(cq__deadline_poll_ms(own_told), 0);
	assert_true(cq__loop_ready(&loop, own_descriptor, 0));
	assert_int_equal(self.runs, 1);
	assert_int_equal(own_told, before->timer.deadline);

	cq__timer_set(&loop, &before->timer, 5);
	assert_int_equal(own_told, 5);
	assert_true(cq__loop_ready(&loop, own_descriptor, 0));
	assert_int_equal(count, 1);
	assert_int_equal(own_told, later->timer.deadline);
	/* An early timer of the outside loop does no harm. */
	assert_false(cq__loop_ready(&loop, own_descriptor, 0));

	/* The built-in loop serves it too while the hook is there. */
	cq__timer_set(&loop, &later->timer, 5);
	cq__loop_defer(&loop, &self.deferred);
	int called = 0;
	assert_int_equal(cq__loop_poll(&loop, 0, &called, NULL), CQ_OK);
	assert_int_equal(called, 2);
	assert_int_equal(self.runs, 2);
	assert_int_equal(own_told, 0);
	assert_false(cq__loop_waits(&loop));

	cq__loop_defer(&loop, &self.deferred);
	own_count = 0;
	assert_int_equal(cq__loop_set_hook(&loop, NULL, NULL, NULL), CQ_OK);
	assert_int_equal(own_count, 1);
	assert_int_equal(own_told, 0);
	assert_int_equal(loop.watch_count, 0);
	cq__loop_release(&loop);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_heap_is_a_sorted_list),
		cmocka_unit_test(test_fire_may_do_anything),
		cmocka_unit_test(test_poll_waits_for_timers),
		cmocka_unit_test(test_deferred_runs_once_in_order),
		cmocka_unit_test(test_deferred_in_a_turn_inside_a_turn),
		cmocka_unit_test(test_a_stirred_turn_does_not_sleep),
		cmocka_unit_test(test_hook_hears_of_timers_and_deferred),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
