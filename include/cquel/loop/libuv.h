/* cquel/loop/libuv.h: an engine in a libuv loop: cq_libuv_attach, and everything else goes by itself.
 *
 * It knows nothing of what the engine waits for; docs/event-loops.md explains the pattern. The program includes it where it
 * attaches, and links libuv; cquel itself does not.
 */
#ifndef CQUEL_LOOP_LIBUV_H
#define CQUEL_LOOP_LIBUV_H

#include <cquel/op.h>

#include <stdlib.h>
#include <uv.h>

/* One descriptor that is watched. */
typedef struct cq_libuv_watch {
	uv_poll_t poll;
	struct cq_libuv *adapter;
	struct cq_libuv_watch *next;
	unsigned mask;         /* 0: only the deadline is waited for, and there is no poll handle */
	uint64_t deadline_ns;  /* of uv_hrtime, 0: none */
	int fd;
	int unseen;            /* libuv does not watch it: it is looked at instead */
} cq_libuv_watch;

/* An attached engine; goes when the hook is let go and libuv has closed the last handle. */
typedef struct cq_libuv {
	cq_engine *engine;     /* NULL: detached */
	cq_libuv_watch *watches;
	uv_timer_t timer;      /* the earliest deadline */
	uv_idle_t idle;        /* for what is due at once: other handles have their turn between two calls */
	unsigned handles;      /* not closed yet */
	int lost;              /* there was no memory for a watch: until nothing is watched or waited for any more */
} cq_libuv;

static inline void cq_libuv_closed(cq_libuv *adapter)
{
	if (--adapter->handles == 0)
		free(adapter);
}

static inline void cq_libuv_watch_closed(uv_handle_t *handle)
{
	cq_libuv_watch *const watch = (cq_libuv_watch *)handle->data;
	cq_libuv_closed(watch->adapter);
	free(watch);
}

static inline void cq_libuv_own_closed(uv_handle_t *handle)
{
	cq_libuv_closed((cq_libuv *)handle->data);
}

/* Whether there is something that cannot be watched, and so is looked at every 10 milliseconds. */
static inline int cq_libuv_is_blind(const cq_libuv *adapter)
{
	int blind = adapter->lost;
	for (const cq_libuv_watch *watch = adapter->watches; watch != NULL; watch = watch->next)
		blind = blind || watch->unseen;
	return blind;
}

static inline void cq_libuv_late(uv_timer_t *timer);

static inline void cq_libuv_drive(cq_libuv *adapter)
{
	/* What fails here is what cq_engine_error tells, and is tried again. */
	if (adapter->engine == NULL || cq_engine_drive(adapter->engine, 0) != CQ_OK)
		(void)0;
	if (adapter->engine == NULL)
		return;
	if (adapter->watches == NULL && !cq_engine_waits(adapter->engine))
		adapter->lost = 0;
	const int waits = uv_is_active((const uv_handle_t *)&adapter->timer) || uv_is_active((const uv_handle_t *)&adapter->idle);
	if (!waits && cq_libuv_is_blind(adapter))
		uv_timer_start(&adapter->timer, cq_libuv_late, 10, 0);
}

static inline void cq_libuv_ready(uv_poll_t *poll, int status, int events)
{
	(void)status;
	(void)events;
	cq_libuv_drive(((cq_libuv_watch *)poll->data)->adapter);
}

static inline void cq_libuv_late(uv_timer_t *timer)
{
	cq_libuv_drive((cq_libuv *)timer->data);
}

static inline void cq_libuv_due(uv_idle_t *idle)
{
	uv_idle_stop(idle);
	cq_libuv_drive((cq_libuv *)idle->data);
}

/* Waits for the earliest deadline. */
static inline void cq_libuv_set_timer(cq_libuv *adapter)
{
	uint64_t earliest = 0, now = uv_hrtime();
	for (const cq_libuv_watch *watch = adapter->watches; watch != NULL; watch = watch->next)
		if (watch->deadline_ns != 0 && (earliest == 0 || watch->deadline_ns < earliest))
			earliest = watch->deadline_ns;
	if (cq_libuv_is_blind(adapter) && (earliest == 0 || earliest > now + 10000000))
		earliest = now + 10000000;
	uv_idle_stop(&adapter->idle);
	uv_timer_stop(&adapter->timer);
	if (earliest != 0 && earliest <= now) {
		uv_idle_start(&adapter->idle, cq_libuv_due);
	} else if (earliest != 0) {
		/* The loop's own clock stands still while callbacks run. */
		uv_update_time(adapter->timer.loop);
		uv_timer_start(&adapter->timer, cq_libuv_late, (earliest - now + 999999) / 1000000, 0);
	}
}

/* The poll handle lives as long as the descriptor is watched: its number may be another's afterwards. */
static inline void cq_libuv_unwatch(cq_libuv_watch **place)
{
	cq_libuv_watch *const watch = *place;
	*place = watch->next;
	if (watch->mask == 0) {
		free(watch);
		return;
	}
	uv_close((uv_handle_t *)&watch->poll, cq_libuv_watch_closed);
}

static inline int cq_libuv_start(cq_libuv *adapter, cq_libuv_watch *watch, unsigned mask)
{
	if (watch->mask == 0) {
		if (uv_poll_init(adapter->timer.loop, &watch->poll, watch->fd) != 0)
			return -1;
		watch->poll.data = watch;
		adapter->handles++;
	}
	watch->mask = mask;
	return uv_poll_start(&watch->poll, ((mask & CQ_WANT_READ) != 0 ? UV_READABLE : 0) | ((mask & CQ_WANT_WRITE) != 0 ? UV_WRITABLE : 0),
		cq_libuv_ready);
}

static inline void cq_libuv_want(void *user, int fd, unsigned mask, int deadline_ms)
{
	cq_libuv *const adapter = (cq_libuv *)user;
	cq_libuv_watch **place = &adapter->watches;
	while (*place != NULL && (*place)->fd != fd)
		place = &(*place)->next;
	cq_libuv_watch *watch = *place;
	/* A handle that is to wait only for a deadline any more is closed. */
	if (watch != NULL && mask == 0 && (watch->mask != 0 || deadline_ms < 0)) {
		cq_libuv_unwatch(place);
		watch = NULL;
	}
	if (watch == NULL && (mask != 0 || deadline_ms >= 0)) {
		watch = (cq_libuv_watch *)calloc(1, sizeof *watch);
		if (watch == NULL) {
			adapter->lost = 1;
		} else {
			watch->adapter = adapter;
			watch->fd = fd;
			watch->next = adapter->watches;
			adapter->watches = watch;
		}
	}
	if (watch != NULL && (mask == 0 || mask != watch->mask || watch->unseen))
		watch->unseen = mask != 0 && cq_libuv_start(adapter, watch, mask) != 0;
	if (watch != NULL)
		watch->deadline_ns = deadline_ms >= 0 ? uv_hrtime() + (uint64_t)deadline_ms * 1000000 : 0;
	cq_libuv_set_timer(adapter);
}

static inline void cq_libuv_let_go(void *user)
{
	cq_libuv *const adapter = (cq_libuv *)user;
	adapter->engine = NULL;
	while (adapter->watches != NULL)
		cq_libuv_unwatch(&adapter->watches);
	uv_close((uv_handle_t *)&adapter->timer, cq_libuv_own_closed);
	uv_close((uv_handle_t *)&adapter->idle, cq_libuv_own_closed);
}

/** Lets a libuv loop wait for an engine: operations complete, callbacks are called and tasks run in uv_run, between whatever else
 *  is in the loop. It keeps uv_run going as long as the engine waits for something, and no longer.
 *
 *  Closing the engine detaches. The loop must be run once more behind that, or behind cq_libuv_detach, before uv_loop_close: libuv
 *  tells only there that the handles are closed.
 *  Thread: the engine's, in which the loop must run. CQ_MISUSE, CQ_NO_MEMORY, CQ_SYSTEM.
 *
 *  Example:
 *      CQ_TRY(cq_libuv_attach(engine, uv_default_loop()));
 *      uv_run(uv_default_loop(), UV_RUN_DEFAULT); */
static inline CQ_CHECKED cq_status cq_libuv_attach(cq_engine *engine, uv_loop_t *loop)
{
	if (engine == NULL || loop == NULL)
		return CQ_MISUSE;
	cq_libuv *const adapter = (cq_libuv *)calloc(1, sizeof *adapter);
	if (adapter == NULL)
		return CQ_NO_MEMORY;
	/* Neither fails. */
	uv_timer_init(loop, &adapter->timer);
	uv_idle_init(loop, &adapter->idle);
	adapter->timer.data = adapter->idle.data = adapter;
	adapter->handles = 2;
	adapter->engine = engine;
	cq_loop_hook hook;
	hook.want = cq_libuv_want;
	hook.user = adapter;
	hook.detached = cq_libuv_let_go;
	const cq_status status = cq_engine_attach(engine, &hook);
	if (status != CQ_OK)
		cq_libuv_let_go(adapter);
	return status;
}

/** Takes the engine out of its loop. CQ_MISUSE inside a callback. */
static inline CQ_CHECKED cq_status cq_libuv_detach(cq_engine *engine)
{
	return cq_engine_attach(engine, NULL);
}

#endif
