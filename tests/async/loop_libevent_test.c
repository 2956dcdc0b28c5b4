/* tests/async/loop_libevent_test.c: an engine in a libevent base, beside timers and sockets of that base.
 */
#include "async/loop_cases.h"

#define calloc loop_calloc
#define realloc loop_realloc
#include <cquel/loop/libevent.h>
#undef calloc
#undef realloc

static struct event *timer, *watched;

static void on_tick(evutil_socket_t fd, short what, void *user)
{
	assert_int_equal(fd, -1);
	assert_true((what & EV_TIMEOUT) != 0);
	if (tick(user))
		(void)event_del(timer);
}

static void on_echo(evutil_socket_t fd, short what, void *user)
{
	(void)fd;
	assert_true((what & EV_READ) != 0);
	if (echo(user))
		(void)event_del(watched);
}

static void *begin(others *own)
{
	const struct timeval often = { 0, 2000 };
	struct event_base *const base = event_base_new();
	assert_non_null(base);
	assert_non_null(timer = event_new(base, -1, EV_PERSIST, on_tick, own));
	assert_non_null(watched = event_new(base, own->ends[0], EV_READ | EV_PERSIST, on_echo, own));
	assert_int_equal(event_add(timer, &often), 0);
	assert_int_equal(event_add(watched, NULL), 0);
	return base;
}

static void turn(others *own)
{
	(void)event_base_loop(own->loop, EVLOOP_NONBLOCK);
}

static void run(others *own)
{
	assert_in_range(event_base_dispatch(own->loop), 0, 1);
	assert_int_equal(event_base_get_num_events(own->loop, EVENT_BASE_COUNT_ADDED | EVENT_BASE_COUNT_ACTIVE), 0);
}

static void end(others *own)
{
	event_free(timer);
	event_free(watched);
	event_base_free(own->loop);
}

static cq_status attach(cq_engine *engine, void *loop)
{
	return cq_libevent_attach(engine, loop);
}

static cq_status detach(cq_engine *engine, void *loop)
{
	(void)loop;
	return cq_libevent_detach(engine);
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
