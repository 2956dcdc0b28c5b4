/* task/gather.h: several tasks that are waited for together.
 *
 * It knows nothing of who waits: inside a task cq__gathering_wait does, elsewhere the caller turns the loop. src/exec/tasks.c
 * calls it.
 */
#ifndef CQ__TASK_GATHER_H
#define CQ__TASK_GATHER_H

#include "task/scheduler.h"

/* A gathering under way. It stands still from begin to end. */
typedef struct cq__gathering {
	size_t count;
	cq_task *const *tasks;
	cq__joiner *joiners;   /* one each */
	size_t left;           /* not ended yet */
	cq_status first;       /* failure, in time; CQ_OK: none yet */
	bool cancels;          /* a failure cancels the rest */
	bool cancelled;        /* all of them were cancelled */
	cq__loop *loop;
	cq__waiter waiter;
} cq__gathering;

/* Begins to listen; holds each task. NULLs are skipped. self: the task that waits, or NULL. CQ_NO_MEMORY. */
CQ_CHECKED cq_status cq__gathering_begin(cq__gathering *gathering, cq__loop *loop, cq_task *self, size_t count,
	cq_task *const *tasks, bool cancels, cq__error *error);

/* Cancels all that have not ended. */
void cq__gathering_cancel(cq__gathering *gathering);

/* Whether all have ended; cancels the rest when that is due. */
bool cq__gathering_is_done(cq__gathering *gathering);

/* Waits, inside a task, until something has changed. CQ_CANCELLED when that task is cancelled; not any more when all of the
 * gathered ones are. */
CQ_CHECKED cq_status cq__gathering_wait(cq__gathering *gathering, cq__error *error);

/* Stops listening. The first failure: in time when that cancels the rest, else in the order of the array. */
cq_status cq__gathering_end(cq__gathering *gathering);

#endif
