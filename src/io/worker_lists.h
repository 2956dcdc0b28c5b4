/* io/worker_lists.h: what worker.c and worker_batch.c share: the lists of jobs, the start and the end of a batch.
 *
 * It knows nothing of what a job is. Nobody else includes it.
 */
#ifndef CQ__IO_WORKER_LISTS_H
#define CQ__IO_WORKER_LISTS_H

#include "io/worker.h"

static inline void cq__job_list_push(cq__job_list *list, cq__job *job)
{
	job->next = NULL;
	if (list->first == NULL)
		list->first = job;
	else
		list->last->next = job;
	job->previous = list->last;
	list->last = job;
}

static inline cq__job *cq__job_list_pop(cq__job_list *list)
{
	cq__job *const job = list->first;
	if (job != NULL)
		list->first = job->next;
	return job;
}

/* All of `from` behind `to`. */
static inline void cq__job_list_append(cq__job_list *to, cq__job_list *from)
{
	if (from->first == NULL)
		return;
	if (to->first == NULL)
		to->first = from->first;
	else
		to->last->next = from->first;
	from->first->previous = to->last;
	to->last = from->last;
	from->first = NULL;
}

/* The job must be in the list. */
static inline void cq__job_list_remove(cq__job_list *list, cq__job *job)
{
	if (list->first == job)
		list->first = job->next;
	else
		job->previous->next = job->next;
	if (job->next != NULL)
		job->next->previous = job->previous;
	else
		list->last = job->previous;
	job->next = job->previous = NULL;
}

/* Makes the descriptor readable, once. Under the lock. */
void cq__worker_signal(cq__worker *worker);

/* Takes the whole queue. Under the lock. */
void cq__batch_begin(cq__batch *batch, cq__worker *worker);

/* Hands over what is finished and puts back what is not. Under the lock. */
void cq__batch_end(cq__batch *batch);

#endif
