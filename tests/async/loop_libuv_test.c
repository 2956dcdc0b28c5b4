/* tests/async/loop_libuv_test.c: an engine in a libuv loop, beside timers and sockets of that loop.
 */
#include "async/loop_kit.h"
#include "support/database.h"

#include <cquel/loop/libuv.h>

/* The program's own part of the loop. */
typedef struct others {
	uv_loop_t loop;
	uv_timer_t timer;
	uv_poll_t socket;
	int ends[2];
	int ticks, echoes, wanted;
	loop_work *work;
} others;

static void tick(uv_timer_t *timer)
{
	others *const own = timer->data;
	assert_int_equal(write(own->ends[1], "x", 1), 1);
	if (++own->ticks < own->wanted)
		return;
	uv_timer_stop(timer);
	own->work->enough = true;
}

static void echo(uv_poll_t *poll, int status, int events)
{
	others *const own = poll->data;
	char byte;
	assert_int_equal(status, 0);
	assert_true((events & UV_READABLE) != 0);
	assert_int_equal(read(own->ends[0], &byte, 1), 1);
	if (++own->echoes == own->wanted)
		uv_poll_stop(poll);
}

static void begin_others(others *own, loop_work *work, int wanted)
{
	memset(own, 0, sizeof *own);
	own->work = work;
	own->wanted = wanted;
	assert_int_equal(uv_loop_init(&own->loop), 0);
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, own->ends), 0);
	assert_int_equal(uv_timer_init(&own->loop, &own->timer), 0);
	assert_int_equal(uv_poll_init(&own->loop, &own->socket, own->ends[0]), 0);
	own->timer.data = own->socket.data = own;
	assert_int_equal(uv_timer_start(&own->timer, tick, 1, 2), 0);
	assert_int_equal(uv_poll_start(&own->socket, UV_READABLE, echo), 0);
}

static void end_others(others *own)
{
	uv_close((uv_handle_t *)&own->timer, NULL);
	uv_close((uv_handle_t *)&own->socket, NULL);
	assert_int_equal(uv_run(&own->loop, UV_RUN_DEFAULT), 0);
	assert_int_equal(uv_loop_close(&own->loop), 0);
	(void)close(own->ends[0]);
	(void)close(own->ends[1]);
}

static void all_goes_on_in_one_loop(void **state)
{
	loop_work work;
	others own;
	loop_begin(&work, state);
	begin_others(&own, &work, 10);
	assert_int_equal(cq_libuv_attach(work.engine, &own.loop), CQ_OK);
	loop_submit(&work);
	cq_task *task;
	assert_int_equal(cq_spawn(work.engine, &task, loop_task, &work, NULL), CQ_OK);
	/* It ends by itself, when the engine waits for nothing and the rest has stopped. */
	assert_int_equal(uv_run(&own.loop, UV_RUN_DEFAULT), 0);
	assert_int_equal(work.called_back, LOOP_STATEMENTS);
	assert_int_equal(work.slept, 5);
	assert_in_range(work.took_ms, 20, 2000);
	assert_int_equal(own.ticks, 10);
	assert_int_equal(own.echoes, 10);
	assert_int_equal(cq_engine_pending(work.engine), 0);
	assert_int_equal(cq_task_status(task), CQ_OK);
	cq_task_release(&task);
	assert_int_equal(cq_libuv_detach(work.engine), CQ_OK);
	end_others(&own);
}

static void nobody_is_starved(void **state)
{
	loop_work work;
	others own;
	loop_begin(&work, state);
	begin_others(&own, &work, 20);
	assert_int_equal(cq_libuv_attach(work.engine, &own.loop), CQ_OK);
	const int64_t began = loop_now_ms();
	assert_int_equal(cq_spawn(work.engine, NULL, loop_hog, &work, NULL), CQ_OK);
	assert_int_equal(uv_run(&own.loop, UV_RUN_DEFAULT), 0);
	assert_true(loop_now_ms() - began < 2000);
	assert_int_equal(own.ticks, 20);
	assert_int_equal(own.echoes, 20);
	assert_true(work.yields > 1000);
	assert_int_equal(cq_libuv_detach(work.engine), CQ_OK);
	end_others(&own);
}

static void a_deadline_is_met(void **state)
{
	loop_work work;
	others own;
	int64_t number;
	loop_begin(&work, state);
	begin_others(&own, &work, 1);
	assert_int_equal(cq_libuv_attach(work.engine, &own.loop), CQ_OK);
	const int64_t began = loop_now_ms();
	cq_operation *operation = loop_submit_endless(&work, &number);
	assert_int_equal(uv_run(&own.loop, UV_RUN_DEFAULT), 0);
	assert_in_range(loop_now_ms() - began, 30, 2000);
	assert_int_equal(cq_operation_status(operation), CQ_TIMEOUT);
	cq_operation_release(&operation);
	assert_int_equal(cq_libuv_detach(work.engine), CQ_OK);
	end_others(&own);
}

static void detaching_leaves_nothing(void **state)
{
	loop_work work;
	others own;
	loop_begin(&work, state);
	begin_others(&own, &work, 3);
	assert_int_equal(cq_libuv_attach(NULL, &own.loop), CQ_MISUSE);
	assert_int_equal(cq_libuv_attach(work.engine, NULL), CQ_MISUSE);
	/* What the loop and the engine open the first time they wait, they keep. */
	assert_int_equal(cq_libuv_attach(work.engine, &own.loop), CQ_OK);
	loop_submit(&work);
	assert_int_equal(uv_run(&own.loop, UV_RUN_DEFAULT), 0);
	const int before = loop_descriptors();
	for (int round = 0; round < 5; round++) {
		/* Under way: what is left is the engine's, which goes on without the loop. */
		work.called_back = 0;
		loop_submit(&work);
		(void)uv_run(&own.loop, UV_RUN_NOWAIT);
		assert_int_equal(cq_libuv_detach(work.engine), CQ_OK);
		assert_int_equal(uv_run(&own.loop, UV_RUN_DEFAULT), 0);
		while (cq_engine_pending(work.engine) != 0)
			assert_int_equal(cq_engine_drive(work.engine, -1), CQ_OK);
		assert_int_equal(work.called_back, LOOP_STATEMENTS);
		assert_int_equal(loop_descriptors(), before);
		assert_int_equal(cq_libuv_attach(work.engine, &own.loop), CQ_OK);
		/* A second one takes the place of the first. */
		assert_int_equal(cq_libuv_attach(work.engine, &own.loop), CQ_OK);
	}
	assert_int_equal(cq_libuv_detach(work.engine), CQ_OK);
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
	assert_int_equal(cq_libuv_attach(work.engine, &own.loop), CQ_OK);
	cq_connection *const db = work.db;
	MUST(cq_submit_scalar(db, &work.counts[0], &work.operations[0], SQL(SELECT(COUNT(notes.id)), FROM(notes))));
	MUST(cq_operation_on_done(work.operations[0], close_engine, &work));
	assert_int_equal(uv_run(&own.loop, UV_RUN_DEFAULT), 0);
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
