/* tests/async/loop_libevent_test.c: an engine in a libevent base, beside timers and sockets of that base.
 */
#include "async/loop_kit.h"
#include "support/database.h"

#include <cquel/loop/libevent.h>

/* The program's own part of the base. */
typedef struct others {
	struct event_base *base;
	struct event *timer, *socket;
	int ends[2];
	int ticks, echoes, wanted;
	loop_work *work;
} others;

static void tick(evutil_socket_t fd, short what, void *user)
{
	others *const own = user;
	assert_int_equal(fd, -1);
	assert_true((what & EV_TIMEOUT) != 0);
	assert_int_equal(write(own->ends[1], "x", 1), 1);
	if (++own->ticks < own->wanted)
		return;
	(void)event_del(own->timer);
	own->work->enough = true;
}

static void echo(evutil_socket_t fd, short what, void *user)
{
	others *const own = user;
	char byte;
	assert_true((what & EV_READ) != 0);
	assert_int_equal(read(fd, &byte, 1), 1);
	if (++own->echoes == own->wanted)
		(void)event_del(own->socket);
}

static void begin_others(others *own, loop_work *work, int wanted)
{
	const struct timeval often = { 0, 2000 };
	memset(own, 0, sizeof *own);
	own->work = work;
	own->wanted = wanted;
	assert_non_null(own->base = event_base_new());
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, own->ends), 0);
	assert_non_null(own->timer = event_new(own->base, -1, EV_PERSIST, tick, own));
	assert_non_null(own->socket = event_new(own->base, own->ends[0], EV_READ | EV_PERSIST, echo, own));
	assert_int_equal(event_add(own->timer, &often), 0);
	assert_int_equal(event_add(own->socket, NULL), 0);
}

/* Runs the base until nothing is left in it. */
static void run(others *own)
{
	assert_in_range(event_base_dispatch(own->base), 0, 1);
	assert_int_equal(event_base_get_num_events(own->base, EVENT_BASE_COUNT_ADDED | EVENT_BASE_COUNT_ACTIVE), 0);
}

static void end_others(others *own)
{
	event_free(own->timer);
	event_free(own->socket);
	event_base_free(own->base);
	(void)close(own->ends[0]);
	(void)close(own->ends[1]);
}

static void all_goes_on_in_one_loop(void **state)
{
	loop_work work;
	others own;
	loop_begin(&work, state);
	begin_others(&own, &work, 10);
	assert_int_equal(cq_libevent_attach(work.engine, own.base), CQ_OK);
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
	assert_int_equal(cq_libevent_detach(work.engine), CQ_OK);
	end_others(&own);
}

static void nobody_is_starved(void **state)
{
	loop_work work;
	others own;
	loop_begin(&work, state);
	begin_others(&own, &work, 20);
	assert_int_equal(cq_libevent_attach(work.engine, own.base), CQ_OK);
	const int64_t began = loop_now_ms();
	assert_int_equal(cq_spawn(work.engine, NULL, loop_hog, &work, NULL), CQ_OK);
	run(&own);
	assert_true(loop_now_ms() - began < 2000);
	assert_int_equal(own.ticks, 20);
	assert_int_equal(own.echoes, 20);
	assert_true(work.yields > 1000);
	assert_int_equal(cq_libevent_detach(work.engine), CQ_OK);
	end_others(&own);
}

static void a_deadline_is_met(void **state)
{
	loop_work work;
	others own;
	int64_t number;
	loop_begin(&work, state);
	begin_others(&own, &work, 1);
	assert_int_equal(cq_libevent_attach(work.engine, own.base), CQ_OK);
	const int64_t began = loop_now_ms();
	cq_operation *operation = loop_submit_endless(&work, &number);
	run(&own);
	assert_in_range(loop_now_ms() - began, 30, 2000);
	assert_int_equal(cq_operation_status(operation), CQ_TIMEOUT);
	cq_operation_release(&operation);
	assert_int_equal(cq_libevent_detach(work.engine), CQ_OK);
	end_others(&own);
}

static void detaching_leaves_nothing(void **state)
{
	loop_work work;
	others own;
	loop_begin(&work, state);
	begin_others(&own, &work, 3);
	assert_int_equal(cq_libevent_attach(NULL, own.base), CQ_MISUSE);
	assert_int_equal(cq_libevent_attach(work.engine, NULL), CQ_MISUSE);
	/* What the base and the engine open the first time they wait, they keep. */
	assert_int_equal(cq_libevent_attach(work.engine, own.base), CQ_OK);
	loop_submit(&work);
	run(&own);
	const int before = loop_descriptors();
	for (int round = 0; round < 5; round++) {
		/* Under way: what is left is the engine's, which goes on without the loop. */
		work.called_back = 0;
		loop_submit(&work);
		(void)event_base_loop(own.base, EVLOOP_NONBLOCK);
		assert_int_equal(cq_libevent_detach(work.engine), CQ_OK);
		run(&own);
		while (cq_engine_pending(work.engine) != 0)
			assert_int_equal(cq_engine_drive(work.engine, -1), CQ_OK);
		assert_int_equal(work.called_back, LOOP_STATEMENTS);
		assert_int_equal(loop_descriptors(), before);
		assert_int_equal(cq_libevent_attach(work.engine, own.base), CQ_OK);
		/* A second one takes the place of the first. */
		assert_int_equal(cq_libevent_attach(work.engine, own.base), CQ_OK);
	}
	assert_int_equal(cq_libevent_detach(work.engine), CQ_OK);
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
	assert_int_equal(cq_libevent_attach(work.engine, own.base), CQ_OK);
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
		TEST(all_goes_on_in_one_loop),
		TEST(nobody_is_starved),
		TEST(a_deadline_is_met),
		TEST(detaching_leaves_nothing),
		TEST(closing_the_engine_detaches),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
