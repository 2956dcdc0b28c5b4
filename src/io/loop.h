/* io/loop.h: which descriptors and moments are waited for, what is to be done next, and the one hook to whoever waits.
 *
 * It knows nothing of connections or operations: it has watches, timers and deferred things. An engine owns one loop or shares
 * another's. Either the built-in poll(2) loop (poll_loop.c) or the program's own event loop, through the hook, waits.
 *
 * One turn: what was deferred before it, then poll(2), then the watches that are ready or late, then the timers.
 */
#ifndef CQ__IO_LOOP_H
#define CQ__IO_LOOP_H

#include "base/clock.h"
#include "base/error.h"
#include "base/list.h"
#include "io/wakeup.h"

enum { CQ__LOOP_READ = 1, CQ__LOOP_WRITE = 2 };

typedef struct cq__watch cq__watch;
typedef struct cq__loop cq__loop;

/* The descriptor is ready (mask CQ__LOOP_…), or the deadline passed (mask 0). It may change or remove any watch, also
 * its own, and free what it stands in. A deadline that passed is gone: a new one is asked for with cq__loop_want. */
typedef void cq__watch_ready(cq__watch *watch, int mask);

/* A descriptor with an optional deadline. */
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
	cq__timer *before, *child, *sibling; /* of the heap (timer.c): setting one never allocates */
};

/* Something to do at the next turn of the loop, before it sleeps: what was queued is sent, ready tasks run. All zero is one
 * that is not deferred. */
typedef struct cq__deferred cq__deferred;
struct cq__deferred {
	cq__list_link link;
	void (*run)(cq__deferred *deferred); /* it is not deferred any more when it runs; may defer itself for the turn behind */
	void *user;
	unsigned turn;                       /* in which it was deferred */
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
	cq__deadline firing;            /* the moment whose timers fire now; 0: none do */
	cq__list deferred;              /* the latest last */
	unsigned turn;                  /* how many times deferred things have run */
	bool owed;                      /* the hook's next turn has something to do that is no watch, timer or deferred thing */
	unsigned stirs;                 /* how many times something happened that somebody may be waiting for */
	cq__watch own;                  /* tells the hook when timers and deferred things are due; descriptor -1 until the first hook */
	cq__wakeup own_wakeup;          /* never signalled: outside loops know a deadline by its descriptor */
	struct cq__fibres *fibres;      /* of io/waiter.h: the tasks that can wait here, NULL: there are none */
};

void cq__loop_init(cq__loop *loop);

/* Tells the hook mask 0 for what is left. The watches are their owners'. */
void cq__loop_release(cq__loop *loop);

/* Another hook, or NULL for the built-in loop: the old one is told mask 0 for each watch, the new one what is wanted.
 * CQ_SYSTEM when there is no descriptor for the loop's own deadlines: nothing has changed then. Without a hook always CQ_OK. */
CQ_CHECKED cq_status cq__loop_set_hook(cq__loop *loop, cq__loop_want_function *want, void *user, cq__error *error);

/* A watch that wants nothing yet. */
void cq__watch_init(cq__watch *watch, int descriptor, cq__watch_ready *ready, void *user);

/* What the watch wants from now on; the hook hears of it only when it differs. Mask 0 and deadline 0 take it out. */
void cq__loop_want(cq__loop *loop, cq__watch *watch, int mask, cq__deadline deadline);

/* Takes a watch out; before its descriptor is closed. Legal on one that is not in. */
static inline void cq__loop_forget(cq__loop *loop, cq__watch *watch)
{
	cq__loop_want(loop, watch, 0, 0);
}

/* Tells the hook again of each deadline: its timer may have been early, or a deadline that has passed stayed the same. After each
 * turn that the outside loop asked for. */
void cq__loop_remind(cq__loop *loop);

/* For the outside loop: a descriptor is ready (mask), or its deadline passed (mask 0), be it the loop's own. One that is not
 * watched any more is ignored. True when a watch was called. */
bool cq__loop_ready(cq__loop *loop, int descriptor, int mask);

/* Calls the watches and fires the timers whose deadline has passed; how many. What is set meanwhile waits for the next call,
 * late as it may be. */
int cq__loop_expire(cq__loop *loop);

/* The earliest moment at which there is something to do, 0 for none: a deadline of a watch, a timer's, or at once when
 * something is deferred. */
cq__deadline cq__loop_deadline(const cq__loop *loop);

/* Whether anything is watched, set or deferred: else nothing can happen any more. */
bool cq__loop_waits(const cq__loop *loop);

/* ---- timer.c ------------------------------------------------------------------------------------------------------ */

/* Sets a timer, or moves it; deadline 0 stops it. Legal on one that is not set. Never fails. Whatever frees a timer that may
 * be set stops it first. */
void cq__timer_set(cq__loop *loop, cq__timer *timer, cq__deadline deadline);
static inline void cq__timer_stop(cq__loop *loop, cq__timer *timer)
{
	cq__timer_set(loop, timer, 0);
}

/* Whether it is set. */
static inline bool cq__timer_is_set(const cq__timer *timer)
{
	return timer->deadline != 0;
}

/* Fires those that are due at `now`; how many. */
int cq__timers_fire(cq__loop *loop, cq__deadline now);

/* ---- deferred.c ---------------------------------------------------------------------------------------------------- */

/* Defers; nothing when it is deferred already. The hook is told that something is due at once. */
void cq__loop_defer(cq__loop *loop, cq__deferred *deferred);

/* Takes it back; legal on one that is not deferred. */
void cq__loop_undefer(cq__loop *loop, cq__deferred *deferred);

static inline bool cq__is_deferred(const cq__deferred *deferred)
{
	return cq__list_linked(&deferred->link);
}

/* Runs what was deferred before this call, in order; how many. */
int cq__loop_run_deferred(cq__loop *loop);

/* ---- turning ------------------------------------------------------------------------------------------------------- */

/* Something has happened that a caller of cq__loop_poll may be waiting for: the turn under way does not sleep any more. Whatever
 * completes something tells so; cq__waiter_wake does. */
static inline void cq__loop_stir(cq__loop *loop)
{
	loop->stirs++;
}

/* Tells the hook when the loop's own things are due; after each change of them. Of loop.c. */
void cq__loop_tell_own(cq__loop *loop);

/* Whether callbacks wait for the next turn of whoever has the hook: it is told that something is due at once. */
static inline void cq__loop_owe(cq__loop *loop, bool owed)
{
	if (loop->owed == owed)
		return;
	loop->owed = owed;
	cq__loop_tell_own(loop);
}

/* The built-in loop: one turn. Waits until a descriptor is ready, a deadline or `until` (0: no limit) passed, unless what was
 * deferred stirred the loop, and calls what is concerned; *called (may be NULL) is the number of watches, timers and deferred
 * things. With nothing to wait for and no limit it is CQ_MISUSE, for it would never return. CQ_NO_MEMORY, CQ_SYSTEM. */
CQ_CHECKED cq_status cq__loop_poll(cq__loop *loop, cq__deadline until, int *called, cq__error *error);

/* Of poll_loop.c: the set must be made anew before the next wait; a watch that goes is not called any more. */
void cq__poll_set_changed(cq__loop *loop, cq__watch *gone);
void cq__poll_set_release(cq__loop *loop);

#endif
