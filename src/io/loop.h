/* io/loop.h: which descriptors and deadlines are waited for, and the one hook to whoever waits.
 *
 * It knows nothing of connections or operations: it has watches. An engine owns one loop; its connections put a watch
 * each in it. Either the built-in poll(2) loop (poll_loop.c) or the program's own event loop, through the hook, waits.
 */
#ifndef CQ__IO_LOOP_H
#define CQ__IO_LOOP_H

#include "base/clock.h"
#include "base/error.h"
#include "base/list.h"

enum { CQ__LOOP_READ = 1, CQ__LOOP_WRITE = 2 };

typedef struct cq__watch cq__watch;
typedef struct cq__loop cq__loop;

/* The descriptor is ready (mask CQ__LOOP_…), or the deadline passed (mask 0). It may change or remove any watch, also
 * its own, and free what it stands in. A deadline that passed is gone: a new one is asked for with cq__loop_want. */
typedef void cq__watch_ready(cq__watch *watch, int mask);

/* A descriptor with an optional deadline; every deadline belongs to a descriptor. */
struct cq__watch {
	cq__list_link link;
	int descriptor;
	int mask;              /* what is wanted now; only cq__loop_want changes it */
	cq__deadline deadline;
	cq__watch_ready *ready;
	void *user;
	size_t poll_index;     /* of the poll loop: its place there + 1, 0 for none */
};

/* A moment at which something is called. Stands inside what waits for it; all zero is one that is not set. */
typedef struct cq__timer cq__timer;
struct cq__timer {
	cq__deadline deadline;
	void (*fire)(cq__timer *timer); /* it is not set any more when it fires; may free what it stands in, and set any timer */
	void *user;
	cq__timer *parent, *child, *sibling; /* of the heap: setting one never allocates */
};

/* Something to do at the next turn of the loop, before it sleeps: what was queued is sent, ready tasks run. All zero is one
 * that is not deferred. */
typedef struct cq__deferred cq__deferred;
struct cq__deferred {
	cq__list_link link;
	void (*run)(cq__deferred *deferred); /* it is not deferred any more when it runs; may defer itself for the turn behind */
	void *user;
};

/* Tells the outside loop what to wait for. Only changes are told; mask 0 and deadline 0 mean: forget it, and that comes
 * before the descriptor is closed or changes. */
typedef void cq__loop_want_function(void *user, int descriptor, int mask, cq__deadline deadline);

struct cq__loop {
	cq__list watches;               /* those with a mask or a deadline */
	cq__loop_want_function *want;   /* NULL: the built-in loop waits */
	void *user;
	size_t watch_count;
	struct cq__poll_set *poll_set;  /* of the built-in loop, made when it first waits */
	cq__timer *timers;              /* the heap's root: the earliest */
	cq__list deferred;
	cq__watch own;                  /* its descriptor carries the timers' deadline to the hook; opened when the first hook is set */
	struct cq__fibres *fibres;      /* of io/waiter.h: the tasks that can wait here, NULL: there are none */
};

void cq__loop_init(cq__loop *loop);

/* Tells the hook mask 0 for what is left. The watches are their owners'. */
void cq__loop_release(cq__loop *loop);

/* Another hook, or NULL for the built-in loop: the old one is told mask 0 for each watch, the new one what is wanted. */
void cq__loop_set_hook(cq__loop *loop, cq__loop_want_function *want, void *user);

/* A watch that wants nothing yet. */
void cq__watch_init(cq__watch *watch, int descriptor, cq__watch_ready *ready, void *user);

/* What the watch wants from now on; the hook hears of it only when it differs. Mask 0 and deadline 0 take it out. */
void cq__loop_want(cq__loop *loop, cq__watch *watch, int mask, cq__deadline deadline);

/* Takes a watch out; before its descriptor is closed. Legal on one that is not in. */
static inline void cq__loop_forget(cq__loop *loop, cq__watch *watch)
{
	cq__loop_want(loop, watch, 0, 0);
}

/* For the outside loop: a descriptor is ready (mask), or its deadline passed (mask 0). One that is not watched any more
 * is ignored. True when a watch was called. */
bool cq__loop_ready(cq__loop *loop, int descriptor, int mask);

/* Calls the watches whose deadline has passed; how many. */
int cq__loop_expire(cq__loop *loop);

/* The earliest deadline of all watches, 0 for none. */
cq__deadline cq__loop_deadline(const cq__loop *loop);

/* Sets a timer, or moves it; deadline 0 stops it. Legal on one that is not set. Never fails. */
void cq__timer_set(cq__loop *loop, cq__timer *timer, cq__deadline deadline);
static inline void cq__timer_stop(cq__loop *loop, cq__timer *timer)
{
	cq__timer_set(loop, timer, 0);
}

/* Defers; nothing when it is deferred already. The hook is told that something is due at once. */
void cq__loop_defer(cq__loop *loop, cq__deferred *deferred);
void cq__loop_undefer(cq__loop *loop, cq__deferred *deferred);

/* The built-in loop: waits until a descriptor is ready, a deadline or `until` (0: no limit) passed, and calls the
 * watches concerned; *called (may be NULL) is their number. Without any watch and limit it is CQ_MISUSE, for it would
 * never return. CQ_NO_MEMORY, CQ_SYSTEM. */
CQ_CHECKED cq_status cq__loop_poll(cq__loop *loop, cq__deadline until, int *called, cq__error *error);

/* Of poll_loop.c: the set must be made anew before the next wait; a watch that goes is not called any more. */
void cq__poll_set_changed(cq__loop *loop, cq__watch *gone);
void cq__poll_set_release(cq__loop *loop);

#endif
