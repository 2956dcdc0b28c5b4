/* task/scheduler.h: tasks of one loop: which runs now, which runs next, who waits.
 *
 * It knows nothing of engines and statements. src/exec/tasks.c spawns; io/waiter.h suspends and resumes through cq__fibres.
 */
#ifndef CQ__TASK_SCHEDULER_H
#define CQ__TASK_SCHEDULER_H

#include "base/error.h"
#include "io/waiter.h"
#include "task/stack.h"

#include <cquel/task.h>

#include <pthread.h>

/* What runs the tasks of a loop; made with the first one. */
typedef struct cq__scheduler {
	cq__fibres fibres;      /* what the loop sees */
	cq__loop *loop;
	cq__context outside;    /* the loop's own flow of control, while a task runs */
	cq_task *running;       /* NULL: the loop's own flow does */
	cq__list ready;         /* in the order in which they run */
	size_t ready_count;
	size_t share;           /* how many runs are left before the loop has its turn */
	cq__deferred turn;
	cq__list alive;         /* all that have not ended */
	uint64_t looks;         /* cq__task_look was called so often */
	cq__list left;          /* stacks of ended tasks, not given back yet: one cannot give back what it stands on */
	cq__stacks stacks;
} cq__scheduler;

typedef enum cq__task_state { CQ__TASK_READY, CQ__TASK_RUNNING, CQ__TASK_WAITING, CQ__TASK_ENDED } cq__task_state;

/* Something that belongs to a task, found by its key, and ends with it. Stands in what it is about. */
typedef struct cq__task_local cq__task_local;
struct cq__task_local {
	cq__list_link link;
	const void *key;
	void (*end)(cq__task_local *local); /* runs in the task, whose waits are shielded then */
};

/* Who wants to hear that a task has ended. */
typedef struct cq__joiner cq__joiner;
struct cq__joiner {
	cq__list_link link;
	void (*ended)(cq__joiner *joiner, cq_status status);
	void *user;
	cq_task *waits;              /* the task that waits for that; NULL: somebody outside of tasks */
};

/* What a task does. */
typedef struct cq__task_order {
	cq_task_function *function;
	cq_engine *owner;            /* whose tasks it counts among; only handed on */
	void *argument;
	void (*ended)(cq_task *task); /* called once, in the task, when its function has returned and its locals have ended */
	size_t stack_bytes;          /* 0: as many as is usual */
	const char *name;            /* NULL: none; lives as long as the task */
} cq__task_order;

struct cq_task {
	cq__list_link link;          /* in ready */
	cq__list_link among;         /* in alive */
	cq__scheduler *scheduler;    /* NULL when it has ended */
	cq__stack *stack;            /* likewise */
	cq__task_order order;
	cq__list joiners;
	cq__list locals;
	uint64_t looked;             /* scheduler->looks when it was last found by one */
	cq_task *next_found;         /* behind it, by that look */
	pthread_t thread;
	unsigned process;
	uint32_t references;
	uint32_t shields;            /* inside so many of cq_shielded */
	uint32_t expired;            /* so many of the timeouts that it is inside of have passed */
	cq__task_state state;
	cq_status status;            /* when it has ended */
	bool cancelled;              /* and stays it */
	bool interruptible;          /* while it waits: cancelling ends the wait */
	bool heeded;                 /* somebody has asked how it ended */
};

/* ---- scheduler.c -------------------------------------------------------------------------------------------------- */

/* The scheduler of a loop, or NULL when nothing was spawned in it. */
cq__scheduler *cq__scheduler_of(const cq__loop *loop);

/* The scheduler of a loop, made when there is none. CQ_UNSUPPORTED, CQ_NO_MEMORY. */
CQ_CHECKED cq_status cq__scheduler_have(cq__loop *loop, cq__scheduler **out, cq__error *error);

/* Takes it out of the loop; no task is alive. Legal when there is none. */
void cq__scheduler_release(cq__loop *loop);

/* The running task of a loop, or NULL. */
static inline cq_task *cq__task_running(const cq__loop *loop)
{
	const cq__scheduler *const scheduler = cq__scheduler_of(loop);
	return scheduler != NULL ? scheduler->running : NULL;
}

/* Appends a task to those that run next. */
void cq__scheduler_ready(cq__scheduler *scheduler, cq_task *task);

/* The running task stops: the next ready one goes on, or the loop. Returns when the task is run again. */
void cq__scheduler_switch(cq__scheduler *scheduler, cq_task *task);

/* The same for one that has ended; its stack is given back. */
_Noreturn void cq__scheduler_leave(cq__scheduler *scheduler, cq_task *task, cq__stack *stack);

/* ---- task.c ------------------------------------------------------------------------------------------------------- */

/* Begins a task; it runs in a turn of the loop, never inside this call. CQ_NO_MEMORY, CQ_UNSUPPORTED.
 * *out: a reference of the caller's. */
CQ_CHECKED cq_status cq__task_spawn(cq__loop *loop, const cq__task_order *order, cq_task **out, cq__error *error);

/* Lets go of a reference. */
void cq__task_release(cq_task *task);

/* Whether the caller is the task's thread and process. */
bool cq__task_entered(const cq_task *task);

/* Whether waits that are not shielded give CQ_CANCELLED. */
static inline bool cq__task_is_stopped(const cq_task *task)
{
	return (task->cancelled || task->expired != 0) && task->shields == 0;
}

/* From now on its waits give CQ_CANCELLED, the one it is in too. */
void cq__task_cancel(cq_task *task);

/* The running task lets all others that are ready run first. CQ_CANCELLED. */
cq_status cq__task_yield(cq_task *task);

/* Hears of a task's end, once; not of one that has ended. cq__list_remove(&joiner->link) takes it back. */
void cq__task_on_end(cq_task *task, cq__joiner *joiner);

/* Waits, inside another task, until a task has ended. CQ_TIMEOUT, CQ_CANCELLED (of the waiting one). */
CQ_CHECKED cq_status cq__task_join(cq_task *task, cq__deadline until, bool shielded, cq__error *error);

/* Finds all tasks that wait, at last, for a running one, joining or gathering, and itself. Whoever of them it waited for, the wait
 * would never end: cq__task_awaits tells, until the next look. */
void cq__task_look(cq_task *running);
static inline bool cq__task_awaits(const cq_task *task, const cq_task *running)
{
	return task->scheduler == running->scheduler && task->looked == running->looked;
}

/* Runs a function inside the running task: until a deadline, or with its waits shielded. */
cq_status cq__task_run_within(cq_task *task, cq__deadline until, cq_engine *engine, cq_task_function *function,
	void *argument);
cq_status cq__task_run_shielded(cq_task *task, cq_engine *engine, cq_task_function *function, void *argument);

/* The local of that key, or NULL. */
cq__task_local *cq__task_local_find(const cq_task *task, const void *key);
void cq__task_local_add(cq_task *task, cq__task_local *local);

#endif
