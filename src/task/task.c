/* task/task.c: one task: begun, cancelled, ended, joined, and run under a deadline or a shield.
 *
 * It knows nothing of how tasks switch (scheduler.c) and of whose they are. src/exec/tasks.c calls it.
 */
#include "base/alloc.h"
#include "io/process.h"
#include "task/scheduler.h"

/* ---- from its first to its last moment ----------------------------------------------------------------------------- */

static void tell_end(cq_task *task)
{
	cq__list_link *link;
	while ((link = cq__list_pop_front(&task->joiners)) != NULL) {
		cq__joiner *const joiner = CQ__LIST_ENTRY(link, cq__joiner, link);
		joiner->ended(joiner, task->status);
	}
}

static void run(void *argument)
{
	cq_task *const task = argument;
	cq__scheduler *const scheduler = task->scheduler;
	cq__stack *const stack = task->stack;
	const cq_status status = task->order.function(task->order.owner, task->order.argument);
	cq__list_link *link;
	task->shields++;
	while ((link = cq__list_pop_front(&task->locals)) != NULL) {
		cq__task_local *const local = CQ__LIST_ENTRY(link, cq__task_local, link);
		local->end(local);
	}
	task->status = status;
	task->order.ended(task);
	task->state = CQ__TASK_ENDED;
	task->scheduler = NULL;
	task->stack = NULL;
	cq__list_remove(&task->among);
	tell_end(task);
	cq__task_release(task);
	cq__scheduler_leave(scheduler, task, stack);
}

cq_status cq__task_spawn(cq__loop *loop, const cq__task_order *order, cq_task **out, cq__error *error)
{
	cq__scheduler *scheduler;
	CQ_TRY(cq__scheduler_have(loop, &scheduler, error));
	cq_task *const task = cq__zalloc(sizeof *task);
	cq__stack *const stack = task != NULL ? cq__stack_take(&scheduler->stacks, order->stack_bytes) : NULL;
	if (stack == NULL) {
		cq__free(task);
		return cq__error_set(error, CQ_NO_MEMORY, NULL);
	}
	task->scheduler = scheduler;
	task->stack = stack;
	task->order = *order;
	task->thread = pthread_self();
	task->process = cq__process_now();
	task->references = 2;
	cq__list_init(&task->joiners);
	cq__list_init(&task->locals);
	cq__context_make(&stack->context, stack->low, stack->bytes, run, task);
	cq__list_push_back(&scheduler->alive, &task->among);
	cq__scheduler_ready(scheduler, task);
	*out = task;
	return CQ_OK;
}

void cq__task_release(cq_task *task)
{
	if (--task->references == 0)
		cq__free(task);
}

bool cq__task_entered(const cq_task *task)
{
	return pthread_equal(task->thread, pthread_self()) && task->process == cq__process_now();
}

/* ---- cancelling ---------------------------------------------------------------------------------------------------- */

/* Looks again whether the wait that it is in must end: `cancelled` or `expired` has changed. */
static void interrupt(cq_task *task)
{
	if (task->state == CQ__TASK_WAITING && task->interruptible)
		cq__scheduler_ready(task->scheduler, task);
}

void cq__task_cancel(cq_task *task)
{
	if (task->state == CQ__TASK_ENDED || task->cancelled)
		return;
	task->cancelled = true;
	interrupt(task);
}

/* A deadline of the task, for as long as a function runs. */
typedef struct deadline {
	cq__timer timer;
	cq_task *task;
	bool passed;
} deadline;

static void pass(cq__timer *timer)
{
	deadline *const limit = timer->user;
	limit->passed = true;
	limit->task->expired++;
	interrupt(limit->task);
}

cq_status cq__task_run_within(cq_task *task, cq__deadline until, cq_engine *engine, cq_task_function *function,
	void *argument)
{
	cq__loop *const loop = task->scheduler->loop;
	deadline limit = { .timer = { .fire = pass, .user = &limit }, .task = task };
	cq__timer_set(loop, &limit.timer, until);
	const cq_status status = function(engine, argument);
	cq__timer_stop(loop, &limit.timer);
	if (!limit.passed)
		return status;
	task->expired--;
	/* What stops the task from further out is not this deadline. */
	return status == CQ_CANCELLED && !task->cancelled && task->expired == 0 ? CQ_TIMEOUT : status;
}

cq_status cq__task_run_shielded(cq_task *task, cq_engine *engine, cq_task_function *function, void *argument)
{
	task->shields++;
	const cq_status status = function(engine, argument);
	task->shields--;
	return status;
}

/* ---- letting others run -------------------------------------------------------------------------------------------- */

cq_status cq__task_yield(cq_task *task)
{
	if (cq__task_is_stopped(task))
		return CQ_CANCELLED;
	cq__scheduler_ready(task->scheduler, task);
	cq__scheduler_switch(task->scheduler, task);
	return cq__task_is_stopped(task) ? CQ_CANCELLED : CQ_OK;
}

/* ---- joining ------------------------------------------------------------------------------------------------------- */

void cq__task_on_end(cq_task *task, cq__joiner *joiner)
{
	cq__list_push_back(&task->joiners, &joiner->link);
}

/* One task that waits for one other. */
typedef struct wait_for_end {
	cq__joiner joiner;
	cq__waiter waiter;
	cq__loop *loop;
} wait_for_end;

static void wake(cq__joiner *joiner, cq_status status)
{
	wait_for_end *const wait = joiner->user;
	(void)status;
	cq__waiter_wake(wait->loop, &wait->waiter);
}

cq_status cq__task_join(cq_task *task, cq__deadline until, bool shielded, cq__error *error)
{
	if (task->state == CQ__TASK_ENDED)
		return CQ_OK;
	cq__loop *const loop = task->scheduler->loop;
	cq_task *const self = task->scheduler->running;
	wait_for_end wait = { .joiner = { .ended = wake, .user = &wait, .waits = self }, .loop = loop };
	cq__task_on_end(task, &wait.joiner);
	const cq_status status = cq__waiter_wait(loop, &wait.waiter, until, shielded, error);
	cq__list_remove(&wait.joiner.link);
	return status;
}

/* From the running one up: seldom does anybody wait for it, however many it waits for itself. */
void cq__task_look(cq_task *running)
{
	const uint64_t look = ++running->scheduler->looks;
	cq_task *last = running;
	running->looked = look;
	running->next_found = NULL;
	for (const cq_task *found = running; found != NULL; found = found->next_found)
		CQ__LIST_EACH(link, &found->joiners) {
			cq_task *const waits = CQ__LIST_ENTRY(link, cq__joiner, link)->waits;
			if (waits == NULL || waits->looked == look)
				continue;
			waits->looked = look;
			waits->next_found = NULL;
			last = last->next_found = waits;
		}
}

/* ---- what belongs to a task ---------------------------------------------------------------------------------------- */

cq__task_local *cq__task_local_find(const cq_task *task, const void *key)
{
	CQ__LIST_EACH(link, &task->locals) {
		cq__task_local *const local = CQ__LIST_ENTRY(link, cq__task_local, link);
		if (local->key == key)
			return local;
	}
	return NULL;
}

void cq__task_local_add(cq_task *task, cq__task_local *local)
{
	cq__list_push_back(&task->locals, &local->link);
}
