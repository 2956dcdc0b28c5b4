/* io/waiter.h: waiting for something that completes in the loop: a task is suspended, everybody else turns the loop.
 *
 * It knows nothing of what is waited for, nor of how tasks switch: src/task puts its functions into the loop. Everything in
 * the library that waits in the thread of an engine waits here.
 */
#ifndef CQ__IO_WAITER_H
#define CQ__IO_WAITER_H

#include "io/loop.h"

/* One wait. All zero is a new one; it stands on the stack of who waits, or in what completes. */
typedef struct cq__waiter {
	bool done;    /* set by cq__waiter_wake */
	void *task;   /* that is suspended until then, or NULL */
} cq__waiter;

/* What tasks are to the loop; src/task fills it when the first one is spawned. */
typedef struct cq__fibres {
	/* The task that runs now in this loop, or NULL outside of tasks. */
	void *(*current)(struct cq__fibres *fibres);
	/* Suspends the running task until it is resumed. False: at once, for the task is cancelled and `shielded` is not set. */
	bool (*suspend)(struct cq__fibres *fibres, bool shielded);
	/* Makes a task ready; it runs in a turn of the loop, never inside this call. One that is ready already stays so. */
	void (*resume)(struct cq__fibres *fibres, void *task);
	/* Whether the running task is cancelled: then whatever is not shielded is not even begun. */
	bool (*stopped)(struct cq__fibres *fibres);
} cq__fibres;

/* Whether the caller runs in a task of this loop: then it must not turn the loop. */
static inline bool cq__inside_task(const cq__loop *loop)
{
	return loop->fibres != NULL && loop->fibres->current(loop->fibres) != NULL;
}

/* Waits until waiter->done; at once when it is. `shielded`: what undoes or cleans up goes on in a cancelled task.
 * Outside of tasks it turns the loop, with whatever is ready in it; callbacks of operations wait for the next drive.
 * CQ_TIMEOUT when `until` (0: none) passed first, CQ_CANCELLED when the task is cancelled, CQ_SYSTEM and CQ_NO_MEMORY of
 * poll; then whatever would have woken it must be told, for the waiter goes. */
CQ_CHECKED cq_status cq__waiter_wait(cq__loop *loop, cq__waiter *waiter, cq__deadline until, bool shielded, cq__error *error);

/* Ends the wait. May be called before it begins. */
void cq__waiter_wake(cq__loop *loop, cq__waiter *waiter);

#endif
