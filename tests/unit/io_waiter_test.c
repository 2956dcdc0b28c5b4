/* unit/io_waiter_test.c: waiting in a task and outside of tasks, with time limits and cancellation.
 *
 * It knows nothing of how tasks switch: here one that is suspended turns the loop on the same stack.
 */
#include "io/waiter.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

typedef struct stub {
	cq__fibres fibres; /* first: the loop knows only this */
	cq__loop loop;
	bool inside, cancelled, resumed;
	int suspended, resumes;
	void (*meanwhile)(struct stub *stub); /* once, when the task is suspended */
	cq__waiter *waiter;
} stub;

static void *current(cq__fibres *fibres)
{
	stub *const self = (stub *)fibres;
	return self->inside ? self : NULL;
}

static void resume(cq__fibres *fibres, void *task)
{
	stub *const self = (stub *)fibres;
	assert_ptr_equal(task, self);
	self->resumed = true;
	self->resumes++;
}

static bool suspend(cq__fibres *fibres, bool shielded)
{
	stub *const self = (stub *)fibres;
	if (self->cancelled && !shielded)
		return false;
	self->suspended++;
	self->inside = self->resumed = false;
	void (*const meanwhile)(stub *) = self->meanwhile;
	self->meanwhile = NULL;
	if (meanwhile != NULL)
		meanwhile(self);
	while (!self->resumed && (!self->cancelled || shielded))
		assert_int_equal(cq__loop_poll(&self->loop, 0, NULL, NULL), CQ_OK);
	self->inside = true;
	return self->resumed;
}

static void open_stub(stub *self)
{
	*self = (stub){ .fibres = { current, suspend, resume, NULL } };
	cq__loop_init(&self->loop);
	self->loop.fibres = &self->fibres;
}

static void wake(stub *self)
{
	cq__waiter_wake(&self->loop, self->waiter);
}

static void wake_and_cancel(stub *self)
{
	cq__waiter_wake(&self->loop, self->waiter);
	self->cancelled = true;
}

static void cancel(stub *self)
{
	self->cancelled = true;
}

/* Somebody resumes it for no reason of this wait. */
static void resume_only(stub *self)
{
	self->resumed = true;
	self->meanwhile = wake;
}

static void test_task_is_suspended_until_woken(void **state)
{
	(void)state;
	stub self;
	cq__waiter waiter = { 0 };
	open_stub(&self);
	self.inside = true;
	self.waiter = &waiter;
	self.meanwhile = wake;
	assert_int_equal(cq__waiter_wait(&self.loop, &waiter, 0, false, NULL), CQ_OK);
	assert_int_equal(self.suspended, 1);
	assert_int_equal(self.resumes, 1);
	assert_null(waiter.task);
	/* What was woken before is not waited for. */
	assert_int_equal(cq__waiter_wait(&self.loop, &waiter, 0, false, NULL), CQ_OK);
	assert_int_equal(self.suspended, 1);
	cq__loop_release(&self.loop);
}

static void test_task_time_limit(void **state)
{
	(void)state;
	stub self;
	cq__waiter waiter = { 0 };
	cq__error error = { 0 };
	open_stub(&self);
	self.inside = true;
	self.waiter = &waiter;
	const uint64_t begun = cq__monotonic_ns();
	assert_int_equal(cq__waiter_wait(&self.loop, &waiter, cq__deadline_after_ms(10), false, &error), CQ_TIMEOUT);
	assert_true(cq__monotonic_ns() - begun >= UINT64_C(9000000));
	assert_int_equal(cq__error_get(&error)->code, CQ_TIMEOUT);
	cq__error_release(&error);
	assert_false(cq__loop_waits(&self.loop));
	/* One that comes in time takes the limit with it; a later wake finds nobody. */
	self.meanwhile = wake;
	assert_int_equal(cq__waiter_wait(&self.loop, &waiter, cq__deadline_after_ms(60000), false, NULL), CQ_OK);
	assert_false(cq__loop_waits(&self.loop));
	assert_int_equal(self.resumes, 2);
	cq__waiter_wake(&self.loop, &waiter);
	assert_int_equal(self.resumes, 2);
	cq__loop_release(&self.loop);
}

static void test_task_cancelled(void **state)
{
	(void)state;
	stub self;
	cq__waiter waiter = { 0 };
	open_stub(&self);
	self.inside = true;
	self.waiter = &waiter;
	self.meanwhile = cancel;
	assert_int_equal(cq__waiter_wait(&self.loop, &waiter, cq__deadline_after_ms(60000), false, NULL), CQ_CANCELLED);
	assert_false(cq__loop_waits(&self.loop));
	/* It stays so, but for what is shielded. */
	assert_int_equal(cq__waiter_wait(&self.loop, &waiter, 0, false, NULL), CQ_CANCELLED);
	self.meanwhile = wake;
	assert_int_equal(cq__waiter_wait(&self.loop, &waiter, 0, true, NULL), CQ_OK);
	/* What is done is not lost because of it. */
	self.cancelled = false;
	waiter = (cq__waiter){ 0 };
	self.meanwhile = wake_and_cancel;
	assert_int_equal(cq__waiter_wait(&self.loop, &waiter, 0, false, NULL), CQ_OK);
	assert_int_equal(cq__waiter_wait(&self.loop, &waiter, 0, false, NULL), CQ_OK);
	cq__loop_release(&self.loop);
}

static void test_task_resumed_for_nothing(void **state)
{
	(void)state;
	stub self;
	cq__waiter waiter = { 0 };
	open_stub(&self);
	self.inside = true;
	self.waiter = &waiter;
	self.meanwhile = resume_only;
	assert_int_equal(cq__waiter_wait(&self.loop, &waiter, 0, false, NULL), CQ_OK);
	assert_int_equal(self.suspended, 2);
	cq__loop_release(&self.loop);
}

/* ---- outside of tasks ------------------------------------------------------------------------------------------------ */

static void wake_by_timer(cq__timer *timer)
{
	wake(timer->user);
}

static void wake_by_deferred(cq__deferred *deferred)
{
	wake(deferred->user);
}

static void test_outside_turns_the_loop(void **state)
{
	(void)state;
	stub self;
	cq__waiter waiter = { 0 };
	cq__error error = { 0 };
	open_stub(&self);
	self.waiter = &waiter;
	cq__timer timer = { .fire = wake_by_timer, .user = &self };
	cq__timer_set(&self.loop, &timer, cq__deadline_after_ms(5));
	assert_int_equal(cq__waiter_wait(&self.loop, &waiter, 0, false, &error), CQ_OK);
	assert_int_equal(self.suspended, 0);

	/* Woken by something deferred, it does not sleep for the timer. */
	waiter = (cq__waiter){ 0 };
	cq__deferred deferred = { .run = wake_by_deferred, .user = &self };
	cq__timer_set(&self.loop, &timer, cq__deadline_after_ms(60000));
	cq__loop_defer(&self.loop, &deferred);
	const uint64_t begun = cq__monotonic_ns();
	assert_int_equal(cq__waiter_wait(&self.loop, &waiter, 0, false, &error), CQ_OK);
	assert_true(cq__monotonic_ns() - begun < UINT64_C(10000000000));

	waiter = (cq__waiter){ 0 };
	assert_int_equal(cq__waiter_wait(&self.loop, &waiter, cq__deadline_after_ms(5), true, &error), CQ_TIMEOUT);
	cq__error_release(&error);
	/* With nothing in the loop it would never end. */
	cq__timer_stop(&self.loop, &timer);
	assert_int_equal(cq__waiter_wait(&self.loop, &waiter, 0, false, NULL), CQ_MISUSE);
	cq__loop_release(&self.loop);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_task_is_suspended_until_woken),
		cmocka_unit_test(test_task_time_limit),
		cmocka_unit_test(test_task_cancelled),
		cmocka_unit_test(test_task_resumed_for_nothing),
		cmocka_unit_test(test_outside_turns_the_loop),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
