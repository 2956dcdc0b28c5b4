/* cquel/loop/libevent.h: an engine in a libevent base: cq_libevent_attach, and everything else goes by itself.
 *
 * It knows nothing of what the engine waits for; docs/event-loops.md explains the pattern. The program includes it where it
 * attaches, and links libevent (libevent_core is enough); cquel itself does not.
 */
#ifndef CQUEL_LOOP_LIBEVENT_H
#define CQUEL_LOOP_LIBEVENT_H

#include <cquel/op.h>

#include <event2/event.h>
#include <stdlib.h>

/* One descriptor that is watched. */
typedef struct cq_libevent_watch {
	struct event *event;
	struct cq_libevent *adapter;
	struct cq_libevent_watch *next;
	int fd;
	int unseen;                 /* libevent does not watch it: it is looked at instead */
} cq_libevent_watch;

/* An attached engine; goes when the hook is let go. */
typedef struct cq_libevent {
	cq_engine *engine;          /* NULL: detached */
	struct event_base *base;
	cq_libevent_watch *watches;
	struct event *blind;        /* looks every 10 milliseconds while something cannot be watched */
	int lost;                   /* there was no memory for a watch: until nothing is watched or waited for any more */
	unsigned driving;           /* depth: the last one to leave frees a detached adapter */
} cq_libevent;

static inline void cq_libevent_free(cq_libevent *adapter)
{
	if (adapter->engine != NULL || adapter->driving != 0)
		return;
	event_free(adapter->blind);
	free(adapter);
}

/* Looks no longer than there is something that cannot be watched. */
static inline void cq_libevent_see(cq_libevent *adapter)
{
	if (adapter->watches == NULL && !cq_engine_waits(adapter->engine))
		adapter->lost = 0;
	int blind = adapter->lost;
	for (const cq_libevent_watch *watch = adapter->watches; watch != NULL; watch = watch->next)
		blind = blind || watch->unseen;
	if (!blind)
		(void)event_del(adapter->blind);
}

static inline void cq_libevent_drive(cq_libevent *adapter)
{
	adapter->driving++;
	/* What fails here is what cq_engine_error tells, and is tried again. */
	if (adapter->engine == NULL || cq_engine_drive(adapter->engine, 0) != CQ_OK)
		(void)0;
	if (adapter->engine != NULL)
		cq_libevent_see(adapter);
	adapter->driving--;
	cq_libevent_free(adapter);
}

static inline void cq_libevent_ready(evutil_socket_t fd, short what, void *user)
{
	(void)fd;
	(void)what;
	/* The watch may be gone when this returns. */
	cq_libevent_drive((cq_libevent *)user);
}

/* What cannot be watched is looked at. */
static inline void cq_libevent_be_blind(cq_libevent *adapter)
{
	struct timeval often;
	often.tv_sec = 0;
	often.tv_usec = 10000;
	(void)event_add(adapter->blind, &often);
}

static inline void cq_libevent_unwatch(cq_libevent_watch **place)
{
	cq_libevent_watch *const watch = *place;
	*place = watch->next;
	if (watch->event != NULL)
		event_free(watch->event);
	free(watch);
}

static inline void cq_libevent_want(void *user, int fd, unsigned mask, int deadline_ms)
{
	cq_libevent *const adapter = (cq_libevent *)user;
	cq_libevent_watch **place = &adapter->watches;
	while (*place != NULL && (*place)->fd != fd)
		place = &(*place)->next;
	if (mask == 0 && deadline_ms < 0) {
		if (*place != NULL)
			cq_libevent_unwatch(place);
		return;
	}
	if (*place == NULL) {
		*place = (cq_libevent_watch *)calloc(1, sizeof **place);
		if (*place == NULL) {
			adapter->lost = 1;
			cq_libevent_be_blind(adapter);
			return;
		}
		(*place)->adapter = adapter;
		(*place)->fd = fd;
	}
	cq_libevent_watch *const watch = *place;
	const short what = (short)(EV_PERSIST | ((mask & CQ_WANT_READ) != 0 ? EV_READ : 0) | ((mask & CQ_WANT_WRITE) != 0 ? EV_WRITE : 0));
	struct timeval after;
	after.tv_sec = deadline_ms / 1000;
	after.tv_usec = deadline_ms % 1000 * 1000;
	/* What an event waits for cannot be changed: a new one takes its place. */
	if (watch->event != NULL && event_get_events(watch->event) != what) {
		event_free(watch->event);
		watch->event = NULL;
	}
	if (watch->event == NULL)
		watch->event = event_new(adapter->base, mask != 0 ? fd : -1, what, cq_libevent_ready, adapter);
	/* event_add leaves an old time limit in place when it is given none. */
	if (watch->event != NULL && deadline_ms < 0)
		(void)event_remove_timer(watch->event);
	watch->unseen = watch->event == NULL || event_add(watch->event, deadline_ms >= 0 ? &after : NULL) != 0;
	if (watch->unseen)
		cq_libevent_be_blind(adapter);
}

static inline void cq_libevent_let_go(void *user)
{
	cq_libevent *const adapter = (cq_libevent *)user;
	adapter->engine = NULL;
	while (adapter->watches != NULL)
		cq_libevent_unwatch(&adapter->watches);
	(void)event_del(adapter->blind);
	cq_libevent_free(adapter);
}

/** Lets a libevent base wait for an engine: operations complete, callbacks are called and tasks run in event_base_loop, between
 *  whatever else is in the base. It keeps event_base_dispatch going as long as the engine waits for something, and no longer.
 *
 *  Closing the engine detaches; that, or cq_libevent_detach, comes before event_base_free.
 *  Thread: the engine's, in which the base must run. CQ_MISUSE, CQ_NO_MEMORY, CQ_SYSTEM.
 *
 *  Example:
 *      CQ_TRY(cq_libevent_attach(engine, base));
 *      event_base_dispatch(base); */
static inline CQ_CHECKED cq_status cq_libevent_attach(cq_engine *engine, struct event_base *base)
{
	if (engine == NULL || base == NULL)
		return CQ_MISUSE;
	cq_libevent *const adapter = (cq_libevent *)calloc(1, sizeof *adapter);
	if (adapter == NULL)
		return CQ_NO_MEMORY;
	adapter->blind = event_new(base, -1, EV_PERSIST, cq_libevent_ready, adapter);
	if (adapter->blind == NULL) {
		free(adapter);
		return CQ_NO_MEMORY;
	}
	adapter->engine = engine;
	adapter->base = base;
	cq_loop_hook hook;
	hook.want = cq_libevent_want;
	hook.user = adapter;
	hook.detached = cq_libevent_let_go;
	const cq_status status = cq_engine_attach(engine, &hook);
	if (status != CQ_OK)
		cq_libevent_let_go(adapter);
	return status;
}

/** Takes the engine out of its base. CQ_MISUSE inside a callback. */
static inline CQ_CHECKED cq_status cq_libevent_detach(cq_engine *engine)
{
	return cq_engine_attach(engine, NULL);
}

#endif
