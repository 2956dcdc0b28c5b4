/* io/worker_batch.c: one list of jobs on its way from the queue through run() to the finished ones.
 *
 * It knows nothing of what a job is. worker.c begins and ends a batch; run() takes jobs from it.
 */
#include "io/worker_lists.h"

/* How long finished jobs may be kept for company, and how long the owner goes on after it has what it waited for. */
#define KEEP_NS 1000000u

void cq__worker_signal(cq__worker *worker)
{
	if (worker->signalled)
		return;
	worker->signalled = true;
	cq__wakeup_signal(&worker->wakeup);
}

void cq__batch_begin(cq__batch *batch, cq__worker *worker)
{
	*batch = (cq__batch){ .worker = worker, .started_ns = cq__monotonic_ns() };
	batch->todo = worker->queued;
	worker->queued.first = NULL;
	for (cq__job *job = batch->todo.first; job != NULL; job = job->next)
		job->state = CQ__JOB_TAKEN;
}

/* Under the lock. */
static void hand_back(cq__batch *batch)
{
	cq__worker *const worker = batch->worker;
	if (batch->finished.first == NULL)
		return;
	const cq__job *const awaited = atomic_load_explicit(&worker->awaited, memory_order_relaxed);
	bool others = worker->finished.first != NULL;
	for (cq__job *job = batch->finished.first; job != NULL; job = job->next) {
		job->state = CQ__JOB_FINISHED;
		others = others || (job != awaited && job != batch->awaited);
	}
	cq__job_list_append(&worker->finished, &batch->finished);
	/* What the owner does with the jobs' common property after it has seen 0 comes after all that was done here. */
	atomic_fetch_sub_explicit(&worker->pending, batch->finished_count, memory_order_release);
	batch->finished_count = 0;
	if (others)
		cq__worker_signal(worker);
}

static void put_back(cq__batch *batch)
{
	cq__worker *const worker = batch->worker;
	for (cq__job *job = batch->todo.first; job != NULL; job = job->next)
		job->state = CQ__JOB_QUEUED;
	cq__job_list_append(&batch->todo, &worker->queued);
	if (batch->todo.first != NULL)
		worker->queued = batch->todo;
	batch->todo.first = NULL;
}

static void wake_owner(cq__worker *worker)
{
	if (atomic_load_explicit(&worker->awaited, memory_order_relaxed) != NULL)
		pthread_cond_signal(&worker->done);
}

void cq__batch_end(cq__batch *batch)
{
	put_back(batch);
	hand_back(batch);
	if (!batch->by_owner)
		wake_owner(batch->worker);
}

cq__job *cq__batch_next(cq__batch *batch)
{
	if (batch->awaited_finished && cq__monotonic_ns() - batch->started_ns > KEEP_NS)
		return NULL;
	if (atomic_load_explicit(&batch->worker->stopping, memory_order_relaxed))
		return NULL;
	return cq__job_list_pop(&batch->todo);
}

void cq__batch_finished(cq__batch *batch, cq__job *job)
{
	cq__worker *const worker = batch->worker;
	cq__job_list_push(&batch->finished, job);
	batch->finished_count++;
	if (batch->by_owner) {
		if (job == batch->awaited)
			batch->awaited_finished = true;
		return;
	}
	if (batch->todo.first == NULL)
		return;
	const uint64_t now = cq__monotonic_ns();
	if (job != atomic_load_explicit(&worker->awaited, memory_order_relaxed) && now - batch->started_ns <= KEEP_NS)
		return;
	batch->started_ns = now;
	pthread_mutex_lock(&worker->mutex);
	hand_back(batch);
	wake_owner(worker);
	pthread_mutex_unlock(&worker->mutex);
}

void cq__batch_put_back(cq__batch *batch)
{
	if (batch->todo.first == NULL && batch->finished.first == NULL)
		return;
	cq__worker *const worker = batch->worker;
	pthread_mutex_lock(&worker->mutex);
	put_back(batch);
	if (!batch->by_owner)
		hand_back(batch);
	/* The owner may be waiting, without a limit, for a job that can now be withdrawn. */
	wake_owner(worker);
	pthread_mutex_unlock(&worker->mutex);
}
