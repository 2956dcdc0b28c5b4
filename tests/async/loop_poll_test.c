/* tests/async/loop_poll_test.c: an engine in a program that calls poll itself, beside timers and sockets of its own.
 */
#include "async/loop_kit.h"
#include "support/database.h"

#include <cquel/loop/poll.h>

enum { ROOM = 32 };

/* The program's own part: a socket, and a timer that is a moment. */
typedef struct others {
	cq_poll set;
	int64_t next_tick;
	int ends[2];
	int ticks, echoes, wanted;
	int turns;
	loop_work *work;
} others;

static void begin_others(others *own, loop_work *work, int wanted)
{
	memset(own, 0, sizeof *own);
	own->work = work;
	own->wanted = wanted;
	own->next_tick = loop_now_ms() + 2;
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, own->ends), 0);
}

static void end_others(others *own)
{
	(void)close(own->ends[0]);
	(void)close(own->ends[1]);
}

static void tick(others *own)
{
	if (own->ticks == own->wanted || loop_now_ms() < own->next_tick)
		return;
	own->next_tick += 2;
	assert_int_equal(write(own->ends[1], "x", 1), 1);
	if (++own->ticks == own->wanted)
		own->work->enough = true;
}

/* One turn of the program's loop; false when nothing is left that it could wait for. */
static bool turn(others *own)
{
	struct pollfd waited[ROOM] = { { .fd = own->ends[0], .events = POLLIN } };
	const size_t mine = own->echoes < own->wanted ? 1 : 0;
	const int64_t left = own->next_tick - loop_now_ms();
	int timeout = own->ticks == own->wanted ? -1 : left > 0 ? (int)left : 0;
	const size_t count = cq_poll_fill(&own->set, waited + mine, ROOM - mine, &timeout);
	assert_true(count <= ROOM - mine);
	if (mine + count == 0 && timeout < 0)
		return false;
	own->turns++;
	assert_true(poll(waited, (nfds_t)(mine + count), timeout) >= 0);
	if (mine != 0 && waited[0].revents != 0) {
		char byte;
		assert_int_equal(read(own->ends[0], &byte, 1), 1);
		own->echoes++;
	}
	tick(own);
	assert_int_equal(cq_poll_drive(&own->set, waited + mine, count), CQ_OK);
	return true;
}

static void run(others *own)
{
	while (turn(own))
		;
}

static void too_little_room_is_told(void **state)
{
	loop_work work;
	others own;
	struct pollfd none[1] = { { .fd = -7 } };
	int timeout = 500;
	loop_begin(&work, state);
	begin_others(&own, &work, 0);
	assert_int_equal(cq_poll_attach(work.engine, &own.set), CQ_OK);
	assert_int_equal(cq_poll_fill(&own.set, none, 0, &timeout), 0);
	assert_int_equal(timeout, 500);
	loop_submit(&work);
	/* What is queued may be due before there is anything to watch. */
	while (cq_poll_fill(&own.set, none, 0, &timeout) == 0) {
		assert_int_equal(timeout, 0);
		assert_int_equal(cq_poll_drive(&own.set, none, 0), CQ_OK);
	}
	assert_int_equal(none[0].fd, -7);
	run(&own);
	assert_int_equal(work.called_back, LOOP_STATEMENTS);
	assert_int_equal(cq_poll_detach(&own.set), CQ_OK);
	assert_int_equal(cq_poll_detach(&own.set), CQ_OK);
	end_others(&own);
}

static void all_goes_on_in_one_loop(void **state)
{
	loop_work work;
	others own;
	loop_begin(&work, state);
	begin_others(&own, &work, 10);
	assert_int_equal(cq_poll_attach(work.engine, &own.set), CQ_OK);
	loop_submit(&work);
	cq_task *task;
	assert_int_equal(cq_spawn(work.engine, &task, loop_task, &work, NULL), CQ_OK);
	/* It ends by itself, when the engine waits for nothing and the rest has stopped. */
	run(&own);
	assert_int_equal(work.called_back, LOOP_STATEMENTS);
	assert_int_equal(work.slept, 5);
	assert_in_range(work.took_ms, 20, 2000);
	assert_int_equal(own.ticks, 10);
	assert_int_equal(own.echoes, 10);
	assert_int_equal(cq_engine_pending(work.engine), 0);
	assert_int_equal(cq_task_status(task), CQ_OK);
	cq_task_release(&task);
	assert_int_equal(cq_poll_detach(&own.set), CQ_OK);
	end_others(&own);
}

static void nobody_is_starved(void **state)
{
	loop_work work;
	others own;
	loop_begin(&work, state);
	begin_others(&own, &work, 20);
	assert_int_equal(cq_poll_attach(work.engine, &own.set), CQ_OK);
	const int64_t began = loop_now_ms();
	assert_int_equal(cq_spawn(work.engine, NULL, loop_hog, &work, NULL), CQ_OK);
	run(&own);
	assert_true(loop_now_ms() - began < 2000);
	assert_int_equal(own.ticks, 20);
	assert_int_equal(own.echoes, 20);
	assert_true(work.yields > 1000);
	assert_int_equal(cq_poll_detach(&own.set), CQ_OK);
	end_others(&own);
}

static void a_deadline_is_met(void **state)
{
	loop_work work;
	others own;
	int64_t number;
	loop_begin(&work, state);
	begin_others(&own, &work, 1);
	assert_int_equal(cq_poll_attach(work.engine, &own.set), CQ_OK);
	const int64_t began = loop_now_ms();
	cq_operation *operation = loop_submit_endless(&work, &number);
	run(&own);
	assert_in_range(loop_now_ms() - began, 30, 2000);
	assert_int_equal(cq_operation_status(operation), CQ_TIMEOUT);
	cq_operation_release(&operation);
	assert_int_equal(cq_poll_detach(&own.set), CQ_OK);
	end_others(&own);
}

static void detaching_leaves_nothing(void **state)
{
	loop_work work;
	others own;
	loop_begin(&work, state);
	begin_others(&own, &work, 3);
	assert_int_equal(cq_poll_attach(NULL, &own.set), CQ_MISUSE);
	assert_int_equal(cq_poll_attach(work.engine, NULL), CQ_MISUSE);
	/* What the engine opens the first time it waits, it keeps. */
	assert_int_equal(cq_poll_attach(work.engine, &own.set), CQ_OK);
	loop_submit(&work);
	run(&own);
	const int before = loop_descriptors();
	for (int round = 0; round < 5; round++) {
		/* Under way: what is left is the engine's, which goes on without the loop. */
		work.called_back = 0;
		loop_submit(&work);
		(void)turn(&own);
		assert_int_equal(cq_poll_detach(&own.set), CQ_OK);
		run(&own);
		while (cq_engine_pending(work.engine) != 0)
			assert_int_equal(cq_engine_drive(work.engine, -1), CQ_OK);
		assert_int_equal(work.called_back, LOOP_STATEMENTS);
		assert_int_equal(loop_descriptors(), before);
		assert_int_equal(cq_poll_attach(work.engine, &own.set), CQ_OK);
		/* A second one takes the place of the first. */
		assert_int_equal(cq_poll_attach(work.engine, &own.set), CQ_OK);
	}
	assert_int_equal(cq_poll_detach(&own.set), CQ_OK);
	end_others(&own);
}

static void close_engine(void *user, cq_operation *operation, cq_status status)
{
	loop_work *const work = user;
	assert_int_equal(status, CQ_OK);
	work->called_back++;
	cq_operation_release(&operation);
	cq_engine_close(&work->engine);
}

static void closing_the_engine_detaches(void **state)
{
	loop_work work;
	others own;
	loop_begin(&work, state);
	begin_others(&own, &work, 3);
	assert_int_equal(cq_engine_open(&work.engine, database_url(), NULL, NULL), CQ_OK);
	assert_int_equal(cq_connect(work.engine, &work.db), CQ_OK);
	assert_int_equal(cq_poll_attach(work.engine, &own.set), CQ_OK);
	cq_connection *const db = work.db;
	MUST(cq_submit_scalar(db, &work.counts[0], &work.operations[0], SQL(SELECT(COUNT(notes.id)), FROM(notes))));
	MUST(cq_operation_on_done(work.operations[0], close_engine, &work));
	run(&own);
	assert_null(work.engine);
	assert_int_equal(work.called_back, 1);
	assert_int_equal(own.echoes, 3);
	end_others(&own);
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
#define TEST(name) cmocka_unit_test_setup_teardown(name, loop_open, shop_close)
	const struct CMUnitTest tests[] = {
		TEST(too_little_room_is_told),
		TEST(all_goes_on_in_one_loop),
		TEST(nobody_is_starved),
		TEST(a_deadline_is_met),
		TEST(detaching_leaves_nothing),
		TEST(closing_the_engine_detaches),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
