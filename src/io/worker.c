/* io/worker.c: a thread that carries out jobs in order, and the owner's right to carry them out itself.
 *
 * It knows nothing of what a job is. Drivers for libraries that block embed one. worker_batch.c is what run() sees.
 */
#include "io/worker.h"
#include "io/worker_lists.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <time.h>

static bool init_conditions(cq__worker *worker)
{
	pthread_condattr_t attributes;
	if (pthread_condattr_init(&attributes) != 0)
		return false;
	bool ready = true;
#if !defined(__APPLE__)
	ready = pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC) == 0;
#endif
	ready = ready && pthread_cond_init(&worker->work, &attributes) == 0;
	if (ready && pthread_cond_init(&worker->done, &attributes) != 0) {
		pthread_cond_destroy(&worker->work);
		ready = false;
	}
	pthread_condattr_destroy(&attributes);
	return ready;
}

cq_status cq__worker_init(cq__worker *worker, cq__worker_run *run, void *user, cq__error *error)
{
	memset(worker, 0, sizeof *worker);
	worker->run = run;
	worker->user = user;
	CQ_TRY(cq__wakeup_open(&worker->wakeup, error));
	if (pthread_mutex_init(&worker->mutex, NULL) == 0) {
		if (init_conditions(worker))
			return CQ_OK;
		pthread_mutex_destroy(&worker->mutex);
	}
	cq__wakeup_close(&worker->wakeup);
	return cq__error_set(error, CQ_SYSTEM, "a lock for the worker thread cannot be made");
}

void cq__worker_release(cq__worker *worker)
{
	pthread_cond_destroy(&worker->done);
	pthread_cond_destroy(&worker->work);
	pthread_mutex_destroy(&worker->mutex);
	cq__wakeup_close(&worker->wakeup);
}

static bool stopping(cq__worker *worker)
{
	return atomic_load_explicit(&worker->stopping, memory_order_relaxed);
}

/* False when the deadline passed. Under the lock. */
static bool wait_until(cq__worker *worker, pthread_cond_t *condition, cq__deadline deadline)
{
#if defined(__APPLE__)
	const uint64_t now = cq__monotonic_ns();
	const uint64_t left = deadline > now ? deadline - now : 0;
	const struct timespec time = { (time_t)(left / 1000000000), (long)(left % 1000000000) };
	return pthread_cond_timedwait_relative_np(condition, &worker->mutex, &time) != ETIMEDOUT;
#else
	const struct timespec time = { (time_t)(deadline / 1000000000), (long)(deadline % 1000000000) };
	return pthread_cond_timedwait(condition, &worker->mutex, &time) != ETIMEDOUT;
#endif
}

/* Whoever submits one job most often submits more: a moment's patience makes one list of them. Ends as soon as nothing was
 * added in between. Under the lock, which is let go meanwhile. */
static void gather(cq__worker *worker)
{
	enum { PATIENCE_NS = 2000, ENOUGH = 64 };
	unsigned seen = 0;
	unsigned pending = atomic_load_explicit(&worker->pending, memory_order_relaxed);
	pthread_mutex_unlock(&worker->mutex);
	while (pending != seen && pending < ENOUGH) {
		seen = pending;
		const uint64_t until = cq__monotonic_ns() + PATIENCE_NS;
		do
			(void)sched_yield();
		while (cq__monotonic_ns() < until);
		pending = atomic_load_explicit(&worker->pending, memory_order_relaxed);
	}
	pthread_mutex_lock(&worker->mutex);
}

static bool has_work(const cq__worker *worker)
{
	return worker->queued.first != NULL && !worker->owner_working;
}

/* Returns with something to do, or when the thread is to stop. Under the lock.
 *
 * An owner who took the last list himself, because he sat down to wait for it, will most likely take the next one too. To be
 * called each time would only cost him: so the worker looks by itself every now and then, and takes what has been lying
 * there for a whole pause. When the owner has done nothing for some pauses the worker sleeps until it is called. */
static void wait_for_work(cq__worker *worker)
{
	enum { PAUSE_NS = 200000, QUIET_PAUSES = 10 };
	for (unsigned quiet = 0; !stopping(worker);) {
		const bool work = has_work(worker);
		if (work && !worker->owner_took)
			return;
		if (!work && (!worker->owner_took || quiet == QUIET_PAUSES)) {
			worker->idle = true;
			pthread_cond_wait(&worker->work, &worker->mutex);
			worker->idle = false;
			quiet = 0;
			if (has_work(worker) && !worker->owner_took)
				gather(worker);
			continue;
		}
		const unsigned turns = worker->owner_turns;
		(void)wait_until(worker, &worker->work, cq__monotonic_ns() + PAUSE_NS);
		quiet = turns == worker->owner_turns ? quiet + 1 : 0;
		if (work && quiet != 0 && has_work(worker))
			return;
	}
}

static void *thread_main(void *argument)
{
	cq__worker *const worker = argument;
	pthread_mutex_lock(&worker->mutex);
	for (;;) {
		wait_for_work(worker);
		if (stopping(worker))
			break;
		worker->owner_took = false;
		cq__batch batch;
		cq__batch_begin(&batch, worker);
		worker->working = true;
		pthread_mutex_unlock(&worker->mutex);

		worker->run(worker->user, &batch);

		pthread_mutex_lock(&worker->mutex);
		worker->working = false;
		cq__batch_end(&batch);
	}
	pthread_mutex_unlock(&worker->mutex);
	return NULL;
}

/* The program's signal handlers belong on the program's threads. */
static cq_status start_thread(cq__worker *worker, cq__error *error)
{
	sigset_t all, before;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	const int failure = pthread_create(&worker->thread, NULL, thread_main, worker);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (failure != 0) {
		const cq_status status = cq__error_set(error, CQ_SYSTEM, "the worker thread cannot be started: %s",
			strerror(failure));
		cq__error_set_native(error, failure);
		return status;
	}
	worker->thread_started = true;
	return CQ_OK;
}

void cq__worker_stop(cq__worker *worker)
{
	if (!worker->thread_started)
		return;
	pthread_mutex_lock(&worker->mutex);
	atomic_store_explicit(&worker->stopping, true, memory_order_relaxed);
	pthread_cond_signal(&worker->work);
	pthread_mutex_unlock(&worker->mutex);
	pthread_join(worker->thread, NULL);
	worker->thread_started = false;
}

/* Wakes the worker unless somebody has done so already or it will look at the queue anyway. Under the lock. */
static void call_worker(cq__worker *worker)
{
	if (!worker->idle || worker->owner_working)
		return;
	worker->idle = false;
	pthread_cond_signal(&worker->work);
}

void cq__worker_queue(cq__worker *worker, cq__job *job)
{
	pthread_mutex_lock(&worker->mutex);
	job->state = CQ__JOB_QUEUED;
	cq__job_list_push(&worker->queued, job);
	atomic_fetch_add_explicit(&worker->pending, 1, memory_order_relaxed);
	pthread_mutex_unlock(&worker->mutex);
}

cq_status cq__worker_submit(cq__worker *worker, cq__job *job, cq__error *error)
{
	if (!worker->thread_started)
		CQ_TRY(start_thread(worker, error));
	pthread_mutex_lock(&worker->mutex);
	job->state = CQ__JOB_QUEUED;
	cq__job_list_push(&worker->queued, job);
	atomic_fetch_add_explicit(&worker->pending, 1, memory_order_relaxed);
	call_worker(worker);
	pthread_mutex_unlock(&worker->mutex);
	return CQ_OK;
}

/* False when the deadline passed. Under the lock. */
static bool wait_for_worker(cq__worker *worker, cq__deadline deadline)
{
	if (deadline != 0)
		return wait_until(worker, &worker->done, deadline);
	pthread_cond_wait(&worker->done, &worker->mutex);
	return true;
}

/* Carries out the queue in the owner's thread up to the job it waits for. Under the lock, which is let go meanwhile. */
static void work_as_owner(cq__worker *worker, cq__job *awaited)
{
	cq__batch batch;
	cq__batch_begin(&batch, worker);
	batch.by_owner = true;
	batch.awaited = awaited;
	worker->owner_working = true;
	worker->owner_took = true;
	worker->owner_turns++;
	pthread_mutex_unlock(&worker->mutex);

	worker->run(worker->user, &batch);

	pthread_mutex_lock(&worker->mutex);
	worker->owner_working = false;
	cq__batch_end(&batch);
	if (worker->queued.first != NULL)
		call_worker(worker);
}

bool cq__worker_wait(cq__worker *worker, cq__job *job, cq__deadline deadline)
{
	bool finished = true;
	pthread_mutex_lock(&worker->mutex);
	while (job->state == CQ__JOB_QUEUED || job->state == CQ__JOB_TAKEN) {
		if (!worker->working) {
			work_as_owner(worker, job);
			continue;
		}
		atomic_store_explicit(&worker->awaited, job, memory_order_relaxed);
		const bool in_time = wait_for_worker(worker, job->state == CQ__JOB_QUEUED ? deadline : 0);
		atomic_store_explicit(&worker->awaited, NULL, memory_order_relaxed);
		if (!in_time && job->state == CQ__JOB_QUEUED) {
			cq__job_list_remove(&worker->queued, job);
			atomic_fetch_sub_explicit(&worker->pending, 1, memory_order_relaxed);
			job->state = CQ__JOB_NEW;
			finished = false;
			break;
		}
	}
	if (job->state == CQ__JOB_FINISHED) {
		cq__job_list_remove(&worker->finished, job);
		job->state = CQ__JOB_DELIVERED;
	}
	pthread_mutex_unlock(&worker->mutex);
	return finished;
}

bool cq__worker_withdraw(cq__worker *worker, cq__job *job)
{
	pthread_mutex_lock(&worker->mutex);
	const bool queued = job->state == CQ__JOB_QUEUED;
	if (queued) {
		cq__job_list_remove(&worker->queued, job);
		atomic_fetch_sub_explicit(&worker->pending, 1, memory_order_relaxed);
		job->state = CQ__JOB_NEW;
	}
	pthread_mutex_unlock(&worker->mutex);
	return queued;
}

void cq__worker_deliver(cq__worker *worker, cq__job *job)
{
	pthread_mutex_lock(&worker->mutex);
	job->state = CQ__JOB_FINISHED;
	cq__job_list_push(&worker->finished, job);
	cq__worker_signal(worker);
	pthread_mutex_unlock(&worker->mutex);
}

cq__job *cq__worker_take_finished(cq__worker *worker)
{
	pthread_mutex_lock(&worker->mutex);
	cq__job *const job = worker->finished.first;
	if (job != NULL) {
		cq__job_list_remove(&worker->finished, job);
		job->state = CQ__JOB_DELIVERED;
	}
	if (worker->finished.first == NULL && worker->signalled) {
		worker->signalled = false;
		cq__wakeup_clear(&worker->wakeup);
	}
	pthread_mutex_unlock(&worker->mutex);
	return job;
}
