/* unit/io_loop_test.c: watches, the hook that is told of changes, the built-in loop, and the wake-up descriptor.
 *
 * It knows nothing of connections.
 */
#include "base/alloc.h"
#include "io/loop.h"
#include "io/wakeup.h"

#include <limits.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

typedef struct told {
	int descriptor;
	int mask;
	cq__deadline deadline;
} told;

static told all_told[32];
static int told_count;

static void want(void *user, int descriptor, int mask, cq__deadline deadline)
{
	assert_ptr_equal(user, all_told);
	assert_true(told_count < 32);
	all_told[told_count++] = (told){ descriptor, mask, deadline };
}

static void assert_told(int index, int descriptor, int mask, cq__deadline deadline)
{
	assert_true(index < told_count);
	assert_int_equal(all_told[index].descriptor, descriptor);
	assert_int_equal(all_told[index].mask, mask);
	assert_int_equal(all_told[index].deadline, deadline);
}

/* What a watch's callback saw and is to do. */
typedef struct party {
	cq__loop *loop;
	cq__wakeup wakeup;
	cq__watch watch;
	struct party *victim; /* taken out of the loop by the callback, and closed */
	int calls;
	int mask;
} party;

static void ready(cq__watch *watch, int mask)
{
	party *const self = watch->user;
	self->calls++;
	self->mask = mask;
	if (mask != 0)
		cq__wakeup_clear(&self->wakeup);
	if (self->victim != NULL) {
		cq__loop_forget(self->loop, &self->victim->watch);
		cq__wakeup_close(&self->victim->wakeup);
		memset(&self->victim->watch, 0xa5, sizeof self->victim->watch);
		self->victim = NULL;
	}
}

static void join(party *self, cq__loop *loop)
{
	memset(self, 0, sizeof *self);
	self->loop = loop;
	assert_int_equal(cq__wakeup_open(&self->wakeup, NULL), CQ_OK);
	cq__watch_init(&self->watch, self->wakeup.read_end, ready, self);
}

static bool is_readable(int descriptor)
{
	struct pollfd watched = { .fd = descriptor, .events = POLLIN };
	return poll(&watched, 1, 0) == 1;
}

static void check_wakeup(cq__wakeup *wakeup)
{
	assert_false(is_readable(wakeup->read_end));
	for (int round = 0; round < 3; round++) {
		for (int i = 0; i < 100; i++)
			cq__wakeup_signal(wakeup);
		assert_true(is_readable(wakeup->read_end));
		cq__wakeup_clear(wakeup);
		assert_false(is_readable(wakeup->read_end));
	}
	/* A pipe that is full is readable all the same. */
	for (int i = 0; i < 20000; i++)
		cq__wakeup_signal(wakeup);
	assert_true(is_readable(wakeup->read_end));
	cq__wakeup_clear(wakeup);
	assert_false(is_readable(wakeup->read_end));
	cq__wakeup_close(wakeup);
	assert_int_equal(wakeup->read_end, -1);
	cq__wakeup_close(wakeup);
}

static void test_wakeup(void **state)
{
	(void)state;
	cq__wakeup wakeup;
	assert_int_equal(cq__wakeup_open(&wakeup, NULL), CQ_OK);
	check_wakeup(&wakeup);
	assert_int_equal(cq__wakeup_open_pipe(&wakeup, NULL), CQ_OK);
	assert_int_not_equal(wakeup.read_end, wakeup.write_end);
	check_wakeup(&wakeup);
}

static void test_hook_hears_changes_only(void **state)
{
	(void)state;
	cq__loop loop;
	cq__watch a, b;
	told_count = 0;
	cq__loop_init(&loop);
	assert_int_equal(cq__loop_set_hook(&loop, want, all_told, NULL), CQ_OK);
	cq__watch_init(&a, 100, ready, NULL);
	cq__watch_init(&b, 101, ready, NULL);
	cq__loop_want(&loop, &a, CQ__LOOP_READ, 0);
	cq__loop_want(&loop, &a, CQ__LOOP_READ, 0);
	cq__loop_want(&loop, &b, CQ__LOOP_READ | CQ__LOOP_WRITE, 77);
	cq__loop_want(&loop, &a, CQ__LOOP_READ, 55);
	assert_int_equal(told_count, 3);
	assert_told(0, 100, CQ__LOOP_READ, 0);
	assert_told(1, 101, CQ__LOOP_READ | CQ__LOOP_WRITE, 77);
	assert_told(2, 100, CQ__LOOP_READ, 55);
	assert_int_equal(cq__loop_deadline(&loop), 55);
	assert_int_equal(loop.watch_count, 2);

	/* A new hook hears everything, the old one that it is over. */
	told_count = 0;
	assert_int_equal(cq__loop_set_hook(&loop, want, all_told, NULL), CQ_OK);
	assert_int_equal(told_count, 4);
	told_count = 0;
	cq__loop_forget(&loop, &a);
	cq__loop_forget(&loop, &a);
	assert_int_equal(told_count, 1);
	assert_told(0, 100, 0, 0);
	cq__loop_release(&loop);
	assert_int_equal(told_count, 2);
	assert_told(1, 101, 0, 0);
	assert_int_equal(loop.watch_count, 0);
}

static void test_outside_loop_reports(void **state)
{
	(void)state;
	cq__loop loop;
	party self;
	told_count = 0;
	cq__loop_init(&loop);
	assert_int_equal(cq__loop_set_hook(&loop, want, all_told, NULL), CQ_OK);
	join(&self, &loop);
	const int descriptor = self.wakeup.read_end;
	cq__loop_want(&loop, &self.watch, CQ__LOOP_READ, cq__monotonic_ns() + UINT64_C(3600000000000));
	assert_true(cq__loop_ready(&loop, descriptor, CQ__LOOP_READ | CQ__LOOP_WRITE));
	assert_int_equal(self.mask, CQ__LOOP_READ);
	assert_false(cq__loop_ready(&loop, descriptor, CQ__LOOP_WRITE));
	assert_false(cq__loop_ready(&loop, descriptor + 1000, CQ__LOOP_READ));
	/* A timer that is early changes nothing; one that is right is told gone. */
	assert_false(cq__loop_ready(&loop, descriptor, 0));
	cq__loop_want(&loop, &self.watch, CQ__LOOP_READ, 1);
	assert_true(cq__loop_ready(&loop, descriptor, 0));
	assert_int_equal(self.mask, 0);
	assert_told(told_count - 1, descriptor, CQ__LOOP_READ, 0);
	assert_int_equal(self.calls, 2);
	cq__loop_release(&loop);
	cq__wakeup_close(&self.wakeup);
}

static void test_poll_calls_what_is_ready(void **state)
{
	(void)state;
	enum { PARTIES = 20 };
	cq__loop loop;
	static party parties[PARTIES];
	cq__loop_init(&loop);
	for (int i = 0; i < PARTIES; i++) {
		join(&parties[i], &loop);
		cq__loop_want(&loop, &parties[i].watch, CQ__LOOP_READ, 0);
	}
	int called = -1;
	assert_int_equal(cq__loop_poll(&loop, 1, &called, NULL), CQ_OK);
	assert_int_equal(called, 0);
	cq__wakeup_signal(&parties[3].wakeup);
	cq__wakeup_signal(&parties[17].wakeup);
	assert_int_equal(cq__loop_poll(&loop, 0, &called, NULL), CQ_OK);
	assert_int_equal(called, 2);
	assert_int_equal(parties[3].calls, 1);
	assert_int_equal(parties[17].mask, CQ__LOOP_READ);

	/* One that is taken out, and whose memory is gone, is not called although it was ready. */
	parties[3].victim = &parties[9];
	cq__wakeup_signal(&parties[3].wakeup);
	cq__wakeup_signal(&parties[9].wakeup);
	assert_int_equal(cq__loop_poll(&loop, 0, &called, NULL), CQ_OK);
	assert_int_equal(called, 1);
	assert_int_equal(parties[9].calls, 0);
	/* Taking out itself is as good. */
	parties[4].victim = &parties[4];
	cq__wakeup_signal(&parties[4].wakeup);
	assert_int_equal(cq__loop_poll(&loop, 0, &called, NULL), CQ_OK);
	assert_int_equal(parties[4].calls, 1);
	assert_int_equal(loop.watch_count, PARTIES - 2);
	cq__loop_release(&loop);
	for (int i = 0; i < PARTIES; i++)
		cq__wakeup_close(&parties[i].wakeup);
}

static void test_poll_calls_deadlines(void **state)
{
	(void)state;
	cq__loop loop;
	party soon, later;
	cq__loop_init(&loop);
	assert_int_equal(cq__loop_poll(&loop, 0, NULL, NULL), CQ_MISUSE);
	join(&soon, &loop);
	join(&later, &loop);
	cq__loop_want(&loop, &soon.watch, 0, cq__deadline_after_ms(10));
	cq__loop_want(&loop, &later.watch, CQ__LOOP_READ, cq__deadline_after_ms(60000));
	soon.victim = NULL;
	int called = 0;
	const uint64_t begun = cq__monotonic_ns();
	while (called == 0)
		assert_int_equal(cq__loop_poll(&loop, 0, &called, NULL), CQ_OK);
	assert_int_equal(called, 1);
	assert_int_equal(soon.calls, 1);
	assert_int_equal(soon.mask, 0);
	assert_true(cq__monotonic_ns() - begun >= UINT64_C(9000000));
	/* A deadline is told once. */
	assert_int_equal(cq__loop_poll(&loop, cq__deadline_after_ms(5), &called, NULL), CQ_OK);
	assert_int_equal(called, 0);
	assert_int_equal(loop.watch_count, 1);

	/* One that takes the other out while both have passed. */
	cq__loop_want(&loop, &soon.watch, 0, 1);
	cq__loop_want(&loop, &later.watch, CQ__LOOP_READ, 1);
	later.victim = &soon;
	assert_int_equal(cq__loop_expire(&loop), 1);
	assert_int_equal(soon.calls, 1);
	assert_int_equal(later.calls, 1);
	cq__loop_release(&loop);
	cq__wakeup_close(&later.wakeup);
}

static void test_poll_without_memory(void **state)
{
	(void)state;
	cq__loop loop;
	party self;
	cq__loop_init(&loop);
	join(&self, &loop);
	cq__loop_want(&loop, &self.watch, CQ__LOOP_READ, 0);
	cq__wakeup_signal(&self.wakeup);
	for (long n = 1; n <= 3; n++) {
		cq__alloc_fail_after(n);
		cq__error error = { 0 };
		assert_int_equal(cq__loop_poll(&loop, 0, NULL, &error), CQ_NO_MEMORY);
		cq__alloc_fail_after(0);
		cq__error_release(&error);
		assert_int_equal(self.calls, 0);
		cq__poll_set_release(&loop);
	}
	assert_int_equal(cq__loop_poll(&loop, 0, NULL, NULL), CQ_OK);
	assert_int_equal(self.calls, 1);
	cq__loop_release(&loop);
	cq__wakeup_close(&self.wakeup);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_wakeup),
		cmocka_unit_test(test_hook_hears_changes_only),
		cmocka_unit_test(test_outside_loop_reports),
		cmocka_unit_test(test_poll_calls_what_is_ready),
		cmocka_unit_test(test_poll_calls_deadlines),
		cmocka_unit_test(test_poll_without_memory),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
