/* tests/async/loop_libuv_test.c: an engine in a libuv loop, beside timers and sockets of that loop.
 */
#include "async/loop_cases.h"

#define calloc loop_calloc
#define realloc loop_realloc
#include <cquel/loop/libuv.h>
#undef calloc
#undef realloc

static uv_loop_t uv;
static uv_timer_t timer;
static uv_poll_t watched;

static void on_tick(uv_timer_t *handle)
{
	if (tick(handle->data))
		uv_timer_stop(handle);
}

static void on_echo(uv_poll_t *handle, int status, int events)
{
	assert_int_equal(status, 0);
	assert_true((events & UV_READABLE) != 0);
	if (echo(handle->data))
		uv_poll_stop(handle);
}

static void *begin(others *own)
{
	assert_int_equal(uv_loop_init(&uv), 0);
	assert_int_equal(uv_timer_init(&uv, &timer), 0);
	assert_int_equal(uv_poll_init(&uv, &watched, own->ends[0]), 0);
	timer.data = watched.data = own;
	assert_int_equal(uv_timer_start(&timer, on_tick, 1, 2), 0);
	assert_int_equal(uv_poll_start(&watched, UV_READABLE, on_echo), 0);
	return &uv;
}

static void turn(others *own)
{
	(void)uv_run(own->loop, UV_RUN_NOWAIT);
}

static void run(others *own)
{
	assert_int_equal(uv_run(own->loop, UV_RUN_DEFAULT), 0);
}

static void end(others *own)
{
	uv_close((uv_handle_t *)&timer, NULL);
	uv_close((uv_handle_t *)&watched, NULL);
	run(own);
	assert_int_equal(uv_loop_close(own->loop), 0);
}

static cq_status attach(cq_engine *engine, void *loop)
{
	return cq_libuv_attach(engine, loop);
}

static cq_status detach(cq_engine *engine, void *loop)
{
	(void)loop;
	return cq_libuv_detach(engine);
}

static const loop_adapter tested = { begin, turn, run, end, attach, detach };

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = { LOOP_CASES };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
