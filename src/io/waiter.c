/* io/waiter.c: waiting for something that completes in the loop: a task is suspended, everybody else turns the loop.
 *
 * It knows nothing of what is waited for. The executor and the pool call it.
 */
#include "io/waiter.h"

/* The time limit of a task that waits. */
typedef struct time_limit {
	cq__timer timer;
	cq__loop *loop;
	cq__waiter *waiter;
	bool passed;
} time_limit;

/* Whoever comes first, wake or time limit, resumes the task; the other finds nobody to resume. */
static void resume(cq__loop *loop, cq__waiter *waiter)
{
	void *const task = waiter->task;
	waiter->task = NULL;
	if (task != NULL)
		loop->fibres->resume(loop->fibres, task);
}

static void pass(cq__timer *timer)
{
	time_limit *const limit = timer->user;
	limit->passed = true;
	resume(limit->loop, limit->waiter);
}

static cq_status suspend(cq__loop *loop, cq__waiter *waiter, cq__deadline until, bool shielded)
{
	time_limit limit = { .timer = { .fire = pass, .user = &limit }, .loop = loop, .waiter = waiter };
	bool cancelled = false;
	if (until != 0)
		cq__timer_set(loop, &limit.timer, until);
	while (!waiter->done && !limit.passed && !cancelled) {
		waiter->task = loop->fibres->current(loop->fibres);
		cancelled = !loop->fibres->suspend(loop->fibres, shielded);
	}
	waiter->task = NULL;
	cq__timer_stop(loop, &limit.timer);
	/* What is done is not lost, whatever else happened meanwhile. */
	if (waiter->done)
		return CQ_OK;
	return cancelled ? CQ_CANCELLED : CQ_TIMEOUT;
}

cq_status cq__waiter_wait(cq__loop *loop, cq__waiter *waiter, cq__deadline until, bool shielded, cq__error *error)
{
	if (waiter->done)
		return CQ_OK;
	if (cq__inside_task(loop)) {
		const cq_status status = suspend(loop, waiter, until, shielded);
		return status == CQ_OK ? CQ_OK : cq__error_set(error, status, NULL);
	}
	waiter->task = NULL;
	do {
		if (cq__deadline_passed(until))
			return cq__error_set(error, CQ_TIMEOUT, NULL);
		CQ_TRY(cq__loop_poll(loop, until, NULL, error));
	} while (!waiter->done);
	return CQ_OK;
}

void cq__waiter_wake(cq__loop *loop, cq__waiter *waiter)
{
	waiter->done = true;
	cq__loop_stir(loop);
	resume(loop, waiter);
}
