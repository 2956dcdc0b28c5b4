/* task/scheduler.c: which task runs next, and what the loop sees of it: one deferred thing, and three functions to wait with.
 *
 * It knows nothing of what tasks do. task.c spawns and ends them; the loop's turn runs them.
 */
#include "task/scheduler.h"

#include "base/alloc.h"

#include <stdlib.h>

enum {
	LEAST_SHARE = 32,      /* runs between two looks at the clock */
	LONGEST_TURN_NS = 50000
};

/* ---- choosing ------------------------------------------------------------------------------------------------------ */

void cq__scheduler_ready(cq__scheduler *scheduler, cq_task *task)
{
	task->state = CQ__TASK_READY;
	cq__list_push_back(&scheduler->ready, &task->link);
	scheduler->ready_count++;
	if (scheduler->running == NULL)
		cq__loop_defer(scheduler->loop, &scheduler->turn);
}

/* The next task, which is the running one from now on; NULL: it is the loop's turn. */
static cq_task *choose(cq__scheduler *scheduler)
{
	cq_task *task = NULL;
	if (scheduler->ready_count != 0 && scheduler->share != 0) {
		scheduler->share--;
		scheduler->ready_count--;
		task = CQ__LIST_ENTRY(cq__list_pop_front(&scheduler->ready), cq_task, link);
		task->state = CQ__TASK_RUNNING;
	}
	scheduler->running = task;
	return task;
}

void cq__scheduler_switch(cq__scheduler *scheduler, cq_task *task)
{
	cq_task *const next = choose(scheduler);
	if (next != task)
		cq__context_switch(&task->stack->context, next != NULL ? &next->stack->context : &scheduler->outside, false);
}

void cq__scheduler_leave(cq__scheduler *scheduler, cq_task *task, cq__stack *stack)
{
	cq__list_push_back(&scheduler->left, &stack->link);
	/* From here on it may be gone. */
	(void)task;
	cq_task *const next = choose(scheduler);
	cq__context_switch(&stack->context, next != NULL ? &next->stack->context : &scheduler->outside, true);
	abort();
}

/* ---- the loop's side ----------------------------------------------------------------------------------------------- */

static void give_back_left(cq__scheduler *scheduler)
{
	cq__list_link *link;
	while ((link = cq__list_pop_front(&scheduler->left)) != NULL) {
		cq__stack *const stack = CQ__LIST_ENTRY(link, cq__stack, link);
		cq__context_release(&stack->context);
		cq__stack_give(&scheduler->stacks, stack);
	}
}

static void run_turn(cq__deferred *deferred)
{
	cq__scheduler *const scheduler = deferred->user;
	/* A turn on a task's own stack would lose the way back to the loop's. */
	if (scheduler->running != NULL) {
		cq__loop_defer(scheduler->loop, deferred);
		return;
	}
	const cq__deadline end = cq__monotonic_ns() + LONGEST_TURN_NS;
	/* Whoever turns the loop may wait for what a task has done now, its end or anything else. */
	cq__loop_stir(scheduler->loop);
	do {
		scheduler->share = scheduler->ready_count > LEAST_SHARE ? scheduler->ready_count : LEAST_SHARE;
		cq_task *const first = choose(scheduler);
		if (first != NULL)
			cq__context_switch(&scheduler->outside, &first->stack->context, false);
		give_back_left(scheduler);
	} while (scheduler->ready_count != 0 && !cq__deadline_passed(end));
	if (scheduler->ready_count != 0)
		cq__loop_defer(scheduler->loop, &scheduler->turn);
}

static void *current(cq__fibres *fibres)
{
	return ((cq__scheduler *)fibres)->running;
}

static bool suspend(cq__fibres *fibres, bool shielded)
{
	cq__scheduler *const scheduler = (cq__scheduler *)fibres;
	cq_task *const task = scheduler->running;
	if (!shielded && cq__task_is_stopped(task))
		return false;
	task->state = CQ__TASK_WAITING;
	task->interruptible = !shielded && task->shields == 0;
	cq__scheduler_switch(scheduler, task);
	return shielded || !cq__task_is_stopped(task);
}

static bool stopped(cq__fibres *fibres)
{
	return cq__task_is_stopped(((cq__scheduler *)fibres)->running);
}

static void resume(cq__fibres *fibres, void *task)
{
	cq_task *const resumed = task;
	if (resumed->state == CQ__TASK_WAITING)
		cq__scheduler_ready((cq__scheduler *)fibres, resumed);
}

/* ---- making and releasing ------------------------------------------------------------------------------------------ */

cq__scheduler *cq__scheduler_of(const cq__loop *loop)
{
	return (cq__scheduler *)loop->fibres;
}

cq_status cq__scheduler_have(cq__loop *loop, cq__scheduler **out, cq__error *error)
{
	*out = cq__scheduler_of(loop);
	if (*out != NULL)
		return CQ_OK;
	if (!cq__switch_supported())
		return cq__error_set(error, CQ_UNSUPPORTED, "this build of cquel has no tasks (CQUEL_TASKS=OFF)");
	cq__scheduler *const scheduler = cq__zalloc(sizeof *scheduler);
	if (scheduler == NULL)
		return cq__error_set(error, CQ_NO_MEMORY, NULL);
	scheduler->fibres = (cq__fibres){ current, suspend, resume, stopped };
	scheduler->loop = loop;
	scheduler->turn = (cq__deferred){ .run = run_turn, .user = scheduler };
	cq__list_init(&scheduler->ready);
	cq__list_init(&scheduler->alive);
	cq__list_init(&scheduler->left);
	cq__stacks_init(&scheduler->stacks);
	loop->fibres = &scheduler->fibres;
	*out = scheduler;
	return CQ_OK;
}

void cq__scheduler_release(cq__loop *loop)
{
	cq__scheduler *const scheduler = cq__scheduler_of(loop);
	if (scheduler == NULL)
		return;
	loop->fibres = NULL;
	cq__loop_undefer(loop, &scheduler->turn);
	give_back_left(scheduler);
	cq__stacks_release(&scheduler->stacks);
	cq__free(scheduler);
}
