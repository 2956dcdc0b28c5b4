/* io/worker.h: a thread that carries out jobs in order, and the owner's right to carry them out itself.
 *
 * It knows nothing of what a job is. Drivers for libraries that block embed one: what the jobs work on (a database
 * handle) belongs to whichever of the two threads carries out a list of jobs at the moment, never to both.
 *
 * The owner is the one thread that makes the calls below. The worker takes the whole queue under one lock, works through
 * it, hands all that is finished back under one lock and makes the descriptor readable once. When the owner would only
 * sit and wait it takes the queue in the worker's place, unless the worker is at work.
 */
#ifndef CQ__IO_WORKER_H
#define CQ__IO_WORKER_H

#include "base/clock.h"
#include "io/wakeup.h"

#include <pthread.h>
#include <stdatomic.h>

/* Where a job is. QUEUED ones can be taken back; TAKEN ones are in the hands of who carries them out; FINISHED ones wait
 * to be delivered. NEW and DELIVERED ones are in no list. */
typedef enum cq__job_state {
	CQ__JOB_NEW,
	CQ__JOB_QUEUED,
	CQ__JOB_TAKEN,
	CQ__JOB_FINISHED,
	CQ__JOB_DELIVERED
} cq__job_state;

/* Stands inside what is to be done. All zero is a new one. */
typedef struct cq__job {
	struct cq__job *next, *previous; /* previous: of any but the first of its list */
	int state; /* cq__job_state; under the worker's lock once it was submitted */
} cq__job;

/* The element that a job stands in. */
#define CQ__JOB_ENTRY(job, type, member) ((type *)(void *)((char *)(job) - offsetof(type, member)))

typedef struct cq__job_list {
	cq__job *first;
	cq__job *last;
} cq__job_list;

typedef struct cq__worker cq__worker;

/* One list of jobs on its way through run(). */
typedef struct cq__batch {
	cq__worker *worker;
	cq__job_list todo;
	cq__job_list finished;
	unsigned finished_count;
	bool by_owner;          /* the owner carries it out */
	bool awaited_finished;  /* by_owner: what it waits for is done */
	const cq__job *awaited; /* by_owner: what it waits for */
	uint64_t started_ns;    /* or when finished jobs were handed back last */
} cq__batch;

/* Carries out a list: takes jobs with cq__batch_next until there is none, and gives each to cq__batch_finished. */
typedef void cq__worker_run(void *user, cq__batch *batch);

struct cq__worker {
	cq__worker_run *run;
	void *user;
	pthread_mutex_t mutex;
	pthread_cond_t work;        /* the worker waits for jobs */
	pthread_cond_t done;        /* the owner waits for a job */
	pthread_t thread;
	cq__job_list queued;
	cq__job_list finished;      /* for the owner to take */
	cq__wakeup wakeup;
	atomic_uint pending;        /* submitted and not handed back yet: 0 means that the owner is alone */
	_Atomic(cq__job *) awaited; /* the owner sits and waits for it */
	atomic_bool stopping;
	bool thread_started;
	bool idle;                  /* the worker waits and nobody has called it yet */
	bool working;               /* the worker carries out a list */
	bool owner_working;
	bool owner_took;            /* the owner, not the worker, carried out the last list */
	unsigned owner_turns;       /* how many lists the owner has carried out */
	bool signalled;             /* the descriptor is readable */
};

/* Opens the descriptor; the thread starts with the first submitted job. CQ_SYSTEM; nothing is left open then. */
CQ_CHECKED cq_status cq__worker_init(cq__worker *worker, cq__worker_run *run, void *user, cq__error *error);

/* Waits until the worker has finished the job it is at and stops it. Jobs that are queued stay queued and unfinished ones
 * of its list go back there: the owner looks at `queued` and `finished` before it calls cq__worker_release. */
void cq__worker_stop(cq__worker *worker);

/* Frees all but the jobs; after cq__worker_stop. */
void cq__worker_release(cq__worker *worker);

/* Whether nothing is queued, under way or unhanded: then what the jobs work on is the owner's until it submits again. */
static inline bool cq__worker_alone(cq__worker *worker)
{
	return atomic_load_explicit(&worker->pending, memory_order_acquire) == 0;
}

/* Queues a job and wakes the worker. Never waits for it. CQ_SYSTEM when the thread cannot be started: the job is not
 * queued then. */
CQ_CHECKED cq_status cq__worker_submit(cq__worker *worker, cq__job *job, cq__error *error);

/* Queues a job for the cq__worker_wait that follows at once; wakes nobody. */
void cq__worker_queue(cq__worker *worker, cq__job *job);

/* Sits out a job that was submitted: carries out the queue itself when the worker is not at work. True: it is finished
 * (or was so before) and in no list any more. False: its deadline passed while it was still queued; it is in no list and not carried out.
 * The deadline of a job that is under way is the business of run(). */
CQ_CHECKED bool cq__worker_wait(cq__worker *worker, cq__job *job, cq__deadline deadline);

/* Takes a queued job back; false when it is under way or finished. */
CQ_CHECKED bool cq__worker_withdraw(cq__worker *worker, cq__job *job);

/* Puts a withdrawn (or refused) job among the finished ones, so that it is delivered like them. */
void cq__worker_deliver(cq__worker *worker, cq__job *job);

/* Takes the first finished job, NULL when there is none; makes the descriptor unreadable before the last one. */
cq__job *cq__worker_take_finished(cq__worker *worker);

/* ---- inside run() ------------------------------------------------------------------------------------------------ */

/* The next job. NULL at the end, when the worker is to stop, or when the owner has what it waited for and enough time
 * has gone. */
cq__job *cq__batch_next(cq__batch *batch);

/* The job that cq__batch_next would give, without taking it. */
static inline cq__job *cq__batch_peek(const cq__batch *batch)
{
	return batch->todo.first;
}

/* The job is done. It may be handed back to the owner at once when the owner waits for it or this batch takes long, but
 * never the last of the list: that one goes when run() returns. */
void cq__batch_finished(cq__batch *batch, cq__job *job);

/* For a job that takes long: hands back what was finished before it, and puts what is left of the list back in the
 * queue, in order, where it can be withdrawn. */
void cq__batch_put_back(cq__batch *batch);

#endif
