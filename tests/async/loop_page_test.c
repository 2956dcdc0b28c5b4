/* tests/async/loop_page_test.c: the epoll loop that docs/event-loops.md shows, as it stands there.
 *
 * The build takes the code out of the page.
 */
#include "async/loop_kit.h"
#include "support/database.h"

#include <cquel/op.h>

#include <sys/epoll.h>

#include "event_loops_page.h"

static int tick_count;

/* Turns until the engine waits for nothing, and counts the time that is left over between. */
static void run(epoll_loop *loop, loop_work *work, int own)
{
	struct epoll_event events[8];
	while (cq_engine_pending(work->engine) != 0) {
		const int count = epoll_turn(loop, events, 8, 2);
		assert_true(count >= 0);
		for (int i = 0; i < count; i++)
			if (events[i].data.ptr == work) {
				char byte;
				assert_int_equal(read(own, &byte, 1), 1);
				work->enough = ++tick_count == 20;
			}
	}
}

static void the_page_is_right(void **state)
{
	loop_work work;
	int ends[2];
	int64_t number;
	loop_begin(&work, state);
	epoll_loop loop = { .epoll = epoll_create1(EPOLL_CLOEXEC) };
	assert_true(loop.epoll >= 0);
	/* A socket of the program's own, with something to read in each turn. */
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
	struct epoll_event event = { .events = EPOLLIN, .data.ptr = &work };
	assert_int_equal(epoll_ctl(loop.epoll, EPOLL_CTL_ADD, ends[0], &event), 0);
	assert_int_equal(write(ends[1], "xxxxxxxxxxxxxxxxxxxx", 20), 20);

	assert_int_equal(epoll_attach(&loop, work.engine), CQ_OK);
	loop_submit(&work);
	cq_task *task;
	assert_int_equal(cq_spawn(work.engine, &task, loop_task, &work, NULL), CQ_OK);
	assert_int_equal(cq_spawn(work.engine, NULL, loop_hog, &work, NULL), CQ_OK);
	run(&loop, &work, ends[0]);
	assert_int_equal(tick_count, 20);
	assert_int_equal(work.called_back, LOOP_STATEMENTS);
	assert_int_equal(cq_task_status(task), CQ_OK);
	assert_in_range(work.took_ms, 20, 5000);
	cq_task_release(&task);
	cq_operation *late = loop_submit_endless(&work, &number);
	run(&loop, &work, ends[0]);
	assert_int_equal(cq_operation_status(late), CQ_TIMEOUT);
	cq_operation_release(&late);
	assert_int_equal(cq_engine_attach(work.engine, NULL), CQ_OK);
	assert_null(loop.engine);
	assert_int_equal(loop.count, 0);
	(void)close(loop.epoll);
	(void)close(ends[0]);
	(void)close(ends[1]);
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_page_is_right, shop_open_shared, shop_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
