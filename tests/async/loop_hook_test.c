/* tests/async/loop_hook_test.c: what the hook of an event loop is promised: descriptors that are open while they are spoken of,
 * deadlines that are told again, and one last call.
 */
#include "async/loop_kit.h"
#include "support/database.h"

#include <fcntl.h>
#include <poll.h>

enum { MOST = 64 };

typedef struct hooked {
	struct { int fd; unsigned mask; int deadline_ms; } wanted[MOST];
	int count;
	int deadlines_told, detached, left_at_detach;
	cq_engine *engine;
} hooked;

static void want(void *user, int fd, unsigned mask, int deadline_ms)
{
	hooked *const seen = user;
	int i = 0;
	assert_int_equal(seen->detached, 0);
	/* Whatever is spoken of is open, also when it is to be forgotten. */
	assert_int_not_equal(fcntl(fd, F_GETFD), -1);
	assert_int_equal(mask & ~(unsigned)(CQ_WANT_READ | CQ_WANT_WRITE), 0);
	assert_true(deadline_ms >= -1);
	while (i < seen->count && seen->wanted[i].fd != fd)
		i++;
	if (deadline_ms >= 0)
		seen->deadlines_told++;
	if (mask == 0 && deadline_ms < 0) {
		/* Nothing is forgotten that was not wanted. */
		assert_true(i < seen->count);
		seen->wanted[i] = seen->wanted[--seen->count];
		return;
	}
	assert_true(i < MOST);
	seen->count = i == seen->count ? i + 1 : seen->count;
	seen->wanted[i].fd = fd;
	seen->wanted[i].mask = mask;
	seen->wanted[i].deadline_ms = deadline_ms;
}

static void detached(void *user)
{
	hooked *const seen = user;
	seen->detached++;
	seen->left_at_detach = seen->count;
}

static cq_loop_hook hook_of(hooked *seen)
{
	return (cq_loop_hook){ .want = want, .user = seen, .detached = detached };
}

/* Waits for what is wanted, but no longer than it is told. */
static void wait_once(const hooked *seen, int limit_ms)
{
	struct pollfd waited[MOST];
	nfds_t count = 0;
	for (int i = 0; i < seen->count; i++) {
		if (seen->wanted[i].deadline_ms >= 0 && seen->wanted[i].deadline_ms < limit_ms)
			limit_ms = seen->wanted[i].deadline_ms;
		if (seen->wanted[i].mask != 0)
			waited[count++] = (struct pollfd){ .fd = seen->wanted[i].fd,
				.events = (short)(((seen->wanted[i].mask & CQ_WANT_READ) != 0 ? POLLIN : 0)
					| ((seen->wanted[i].mask & CQ_WANT_WRITE) != 0 ? POLLOUT : 0)) };
	}
	assert_true(poll(waited, count, limit_ms) >= 0);
}

/* A loop whose timers are always early: it drives far more often than it has to. */
static void early_timers_do_no_harm(void **state)
{
	loop_work work;
	hooked seen = { .count = 0 };
	loop_begin(&work, state);
	const cq_loop_hook hook = hook_of(&seen);
	assert_int_equal(cq_engine_attach(work.engine, &hook), CQ_OK);
	cq_task *task;
	assert_int_equal(cq_spawn(work.engine, &task, loop_task, &work, NULL), CQ_OK);
	int turns = 0;
	while (!cq_task_is_done(task)) {
		/* Whoever waits for a moment alone must have been told of one. */
		bool timed = false, watched = false;
		for (int i = 0; i < seen.count; i++) {
			timed = timed || seen.wanted[i].deadline_ms >= 0;
			watched = watched || seen.wanted[i].mask != 0;
		}
		assert_true(timed || watched);
		wait_once(&seen, 1);
		/* The timer has fired and is gone, early or not. */
		for (int i = 0; i < seen.count; i++)
			seen.wanted[i].deadline_ms = -1;
		assert_int_equal(cq_engine_drive(work.engine, 0), CQ_OK);
		turns++;
	}
	assert_int_equal(work.slept, 5);
	assert_true(seen.deadlines_told >= 5);
	assert_true(turns >= 5);
	cq_task_release(&task);
	assert_int_equal(cq_engine_attach(work.engine, NULL), CQ_OK);
	assert_int_equal(seen.detached, 1);
	assert_int_equal(seen.left_at_detach, 0);
}

static void the_last_call_comes_once(void **state)
{
	(void)state;
	hooked first = { .count = 0 }, second = { .count = 0 };
	loop_work work = { 0 };
	assert_int_equal(cq_engine_open(&work.engine, database_url(), NULL, NULL), CQ_OK);
	assert_int_equal(cq_connect(work.engine, &work.db), CQ_OK);
	cq_loop_hook hook = hook_of(&first);
	assert_int_equal(cq_engine_attach(work.engine, &hook), CQ_OK);
	loop_submit(&work);
	assert_true(first.count != 0);
	/* Replaced while statements are under way: the new one hears of all that the old one forgets. */
	hook = hook_of(&second);
	assert_int_equal(cq_engine_attach(work.engine, &hook), CQ_OK);
	assert_int_equal(first.detached, 1);
	assert_int_equal(first.left_at_detach, 0);
	assert_true(second.count != 0);
	while (cq_engine_pending(work.engine) != 0) {
		wait_once(&second, 50);
		assert_int_equal(cq_engine_drive(work.engine, 0), CQ_OK);
	}
	assert_int_equal(work.called_back, LOOP_STATEMENTS);
	hook.want = NULL;
	assert_int_equal(cq_engine_attach(work.engine, &hook), CQ_MISUSE);
	assert_int_equal(second.detached, 0);
	cq_engine_close(&work.engine);
	assert_int_equal(second.detached, 1);
	assert_int_equal(second.left_at_detach, 0);
	assert_int_equal(first.detached, 1);
}

/* It drives with the engine that was attached, which must therefore live as long as the loop. */
static void only_the_loop_s_engine_is_attached(void **state)
{
	loop_work work;
	hooked seen = { .count = 0 };
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	cq_engine *beside;
	loop_begin(&work, state);
	options.beside = work.engine;
	assert_int_equal(cq_engine_open(&beside, database_url(), &options, NULL), CQ_OK);
	const cq_loop_hook hook = hook_of(&seen);
	assert_int_equal(cq_engine_attach(beside, &hook), CQ_MISUSE);
	assert_non_null(strstr(cq_engine_error(beside)->message, "beside"));
	assert_int_equal(cq_engine_attach(work.engine, &hook), CQ_OK);
	cq_task *task;
	assert_int_equal(cq_spawn(beside, &task, loop_task, &work, NULL), CQ_OK);
	while (!cq_task_is_done(task)) {
		wait_once(&seen, 50);
		assert_int_equal(cq_engine_drive(work.engine, 0), CQ_OK);
	}
	assert_int_equal(cq_task_status(task), CQ_OK);
	cq_task_release(&task);
	cq_engine_close(&beside);
	assert_int_equal(seen.detached, 0);
	assert_int_equal(cq_engine_attach(work.engine, NULL), CQ_OK);
	assert_int_equal(seen.detached, 1);
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
#define TEST(name) cmocka_unit_test_setup_teardown(name, shop_open_shared, shop_close)
	const struct CMUnitTest tests[] = {
		TEST(early_timers_do_no_harm),
		TEST(the_last_call_comes_once),
		TEST(only_the_loop_s_engine_is_attached),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
