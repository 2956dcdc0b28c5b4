/* tests/async/loop_poll_test.c: an engine in a program that calls poll itself, beside timers and sockets of its own.
 */
#include "async/loop_cases.h"

#define calloc loop_calloc
#define realloc loop_realloc
#include <cquel/loop/poll.h>
#undef calloc
#undef realloc

enum { ROOM = 32 };

static cq_poll set;
static int64_t next_tick; /* the timer is a moment */

static void *begin(others *own)
{
	(void)own;
	memset(&set, 0, sizeof set);
	next_tick = loop_now_ms() + 2;
	return &set;
}

/* One turn of the program's loop; false when nothing is left that it could wait for. */
static bool turned(others *own)
{
	struct pollfd waited[ROOM] = { { .fd = own->ends[0], .events = POLLIN } };
	const size_t mine = own->echoes < own->wanted ? 1 : 0;
	const int64_t left = next_tick - loop_now_ms();
	int timeout = own->ticks == own->wanted ? -1 : left > 0 ? (int)left : 0;
	const size_t count = cq_poll_fill(&set, waited + mine, ROOM - mine, &timeout);
	assert_true(count <= ROOM - mine);
	if (mine + count == 0 && timeout < 0)
		return false;
	assert_true(poll(waited, (nfds_t)(mine + count), timeout) >= 0);
	if (mine != 0 && waited[0].revents != 0)
		(void)echo(own);
	if (own->ticks < own->wanted && loop_now_ms() >= next_tick) {
		next_tick += 2;
		(void)tick(own);
	}
	assert_int_equal(cq_poll_drive(&set, waited + mine, count), CQ_OK);
	return true;
}

static void turn(others *own)
{
	(void)turned(own);
}

static void run(others *own)
{
	while (turned(own))
		;
}

static void end(others *own)
{
	(void)own;
}

static cq_status attach(cq_engine *engine, void *loop)
{
	return cq_poll_attach(engine, loop);
}

static cq_status detach(cq_engine *engine, void *loop)
{
	(void)engine;
	return cq_poll_detach(loop);
}

static const loop_adapter tested = { begin, turn, run, end, attach, detach };

static void too_little_room_is_told(void **state)
{
	loop_work work;
	others own;
	struct pollfd none[1] = { { .fd = -7 } };
	int timeout = 500;
	begin_attached(&own, &work, state, 0);
	assert_int_equal(cq_poll_fill(&set, none, 0, &timeout), 0);
	assert_int_equal(timeout, 500);
	loop_submit(&work);
	/* What answers at once may be over before there was anything to watch; this one is not. */
	int64_t number;
	cq_operation *operation = loop_submit_endless(&work, &number);
	/* What is queued may be due before that, too. */
	while (cq_poll_fill(&set, none, 0, &timeout) == 0) {
		assert_int_equal(timeout, 0);
		assert_int_equal(cq_poll_drive(&set, none, 0), CQ_OK);
	}
	assert_int_equal(none[0].fd, -7);
	run(&own);
	assert_int_equal(work.called_back, LOOP_STATEMENTS);
	assert_int_equal(cq_operation_status(operation), CQ_TIMEOUT);
	cq_operation_release(&operation);
	assert_int_equal(cq_poll_detach(&set), CQ_OK);
	end_attached(&own);
}

/* poll takes no more than 24.8 days at once. */
static void a_far_deadline_is_no_endless_wait(void **state)
{
	(void)state;
	cq_poll_watch far = { .fd = -1, .mask = 0, .deadline_ms = cq_poll_now() + (int64_t)INT_MAX + 100000 };
	const cq_poll waits = { .watches = &far, .count = 1, .capacity = 1 };
	int timeout = -1;
	assert_int_equal(cq_poll_fill(&waits, NULL, 0, &timeout), 0);
	assert_int_equal(timeout, INT_MAX);
	timeout = 500;
	assert_int_equal(cq_poll_fill(&waits, NULL, 0, &timeout), 0);
	assert_int_equal(timeout, 500);
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = { LOOP_CASE(too_little_room_is_told),
		cmocka_unit_test(a_far_deadline_is_no_endless_wait), LOOP_CASES };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
