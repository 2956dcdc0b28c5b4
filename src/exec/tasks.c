/* exec/tasks.c: what a program calls about tasks: who may, and how it is waited for outside of them.
 *
 * It knows nothing of how tasks switch and are cancelled (src/task), and nothing of statements.
 */
#include "exec/tasks.h"

#include "task/gather.h"

#include <time.h>

enum { MOST_STACK = 1 << 30 };

/* ---- entering ------------------------------------------------------------------------------------------------------ */

static bool entered(const cq_task *task)
{
	return task != NULL && cq__task_entered(task);
}

static bool ended(const cq_task *task)
{
	return task->state == CQ__TASK_ENDED;
}

/* Who calls, when a call waits: a task, or with CQ_OK and NULL whoever may turn the loop. */
static cq_status enter_wait(cq_engine *engine, const char *call, cq_task **running)
{
	cq__error_clear(&engine->error);
	*running = cq__task_running(engine->loop);
	if (*running == NULL && engine->in_callback)
		return cq__error_set(&engine->error, CQ_MISUSE, "%s waits, and a callback must not wait", call);
	return CQ_OK;
}

/* ---- beginning ------------------------------------------------------------------------------------------------------ */

static void task_ended(cq_task *task)
{
	cq_engine *const engine = task->order.owner;
	engine->pending--;
	/* Only the task itself holds it: nobody will ask. */
	if (task->status != CQ_OK && task->status != CQ_CANCELLED && task->references == 1 && !task->heeded)
		cq__log_message(&engine->log, CQ_LOG_WARNING, "task \"%s\", for which nobody waits, failed: %s", cq_task_name(task),
			cq_status_name(task->status));
}

cq_status cq_spawn(cq_engine *engine, cq_task **out, cq_task_function *function, void *argument,
	const cq_task_options *options)
{
	static const cq_task_options standard = CQ_TASK_OPTIONS_INIT;
	if (out != NULL)
		*out = NULL;
	if (engine == NULL || !cq__engine_entered(engine) || engine->closed)
		return CQ_MISUSE;
	if (options == NULL)
		options = &standard;
	cq__error_clear(&engine->error);
	if (engine->ending)
		return cq__error_set(&engine->error, CQ_MISUSE, "cq_spawn: the engine is being closed, and its tasks end");
	if (function == NULL || options->stack_bytes > MOST_STACK)
		return cq__error_set(&engine->error, CQ_MISUSE, "cq_spawn: there is no function, or the stack is larger than 1 GiB");
	const cq__task_order order = {
		.function = function,
		.owner = engine,
		.argument = argument,
		.ended = task_ended,
		.stack_bytes = options->stack_bytes,
		.name = options->name,
	};
	cq_task *task;
	CQ_TRY(cq__task_spawn(engine->loop, &order, &task, &engine->error));
	engine->pending++;
	if (out != NULL)
		*out = task;
	else
		cq__task_release(task);
	return CQ_OK;
}

/* ---- waiting -------------------------------------------------------------------------------------------------------- */

/* Outside of tasks: turns the loop until the task has ended. Its engine may be closed meanwhile, which ends it. */
static cq_status drive_until_end(cq_task *task, cq__deadline until)
{
	while (!ended(task)) {
		const int left = until == 0 ? -1 : cq__deadline_poll_ms(until);
		CQ_TRY(cq_engine_drive(task->order.owner, left));
		if (!ended(task) && left == 0)
			return CQ_TIMEOUT;
	}
	return CQ_OK;
}

static cq_status refuse_circle(const cq_task *running, const char *call)
{
	return cq__error_set(&running->order.owner->error, CQ_MISUSE, "%s: task \"%s\" would wait for itself and never end", call,
		cq_task_name(running));
}

static cq_status wait_for_end(cq_task *task, cq__deadline until, bool shielded, const char *call)
{
	cq_engine *const engine = task->order.owner;
	cq_task *running;
	CQ_TRY(enter_wait(engine, call, &running));
	if (running == NULL)
		return drive_until_end(task, until);
	/* The awaited one's engine may be closed meanwhile, the waiting one's not. */
	cq__error *const error = &running->order.owner->error;
	cq__task_look(running);
	if (cq__task_awaits(task, running))
		return refuse_circle(running, call);
	return cq__task_join(task, until, shielded, error);
}

static cq_status await(cq_task *task, cq__deadline until, const char *call)
{
	if (!entered(task))
		return CQ_MISUSE;
	task->heeded = true;
	if (ended(task))
		return task->status;
	task->references++;
	cq_status status = wait_for_end(task, until, false, call);
	if (status == CQ_OK)
		status = task->status;
	cq__task_release(task);
	return status;
}

cq_status cq_task_await(cq_task *task)
{
	return await(task, 0, "cq_task_await");
}

cq_status cq_task_await_until(cq_task *task, int64_t timeout_ms)
{
	return await(task, timeout_ms > 0 ? cq__deadline_after_ms(timeout_ms) : cq__monotonic_ns(), "cq_task_await_until");
}

/* The first that has not ended, or NULL. */
static cq_task *first_alive(size_t count, cq_task *const *tasks)
{
	for (size_t i = 0; i < count; i++)
		if (tasks[i] != NULL && !ended(tasks[i]))
			return tasks[i];
	return NULL;
}

static cq_status gather(cq__gathering *gathering, const cq_task *running)
{
	cq_status own = CQ_OK;
	while (!cq__gathering_is_done(gathering)) {
		if (running == NULL) {
			CQ_TRY(cq_engine_drive(first_alive(gathering->count, gathering->tasks)->order.owner, -1));
			continue;
		}
		const cq_status status = cq__gathering_wait(gathering, &running->order.owner->error);
		if (status == CQ_CANCELLED) {
			own = status;
			cq__gathering_cancel(gathering);
		} else {
			CQ_TRY(status);
		}
	}
	return own;
}

cq_status cq_gather(size_t count, cq_task *const *tasks, cq_gather_mode mode)
{
	if (tasks == NULL && count != 0)
		return CQ_MISUSE;
	for (size_t i = 0; i < count; i++)
		if (tasks[i] != NULL && !entered(tasks[i]))
			return CQ_MISUSE;
	cq_task *const alive = first_alive(count, tasks);
	cq_task *running = NULL;
	cq_engine *const engine = alive != NULL ? alive->order.owner : NULL;
	cq__error *const error = engine != NULL ? &engine->error : NULL;
	if (alive != NULL)
		CQ_TRY(enter_wait(engine, "cq_gather", &running));
	if (running != NULL)
		cq__task_look(running);
	for (size_t i = 0; alive != NULL && i < count; i++) {
		if (tasks[i] == NULL || ended(tasks[i]))
			continue;
		if (tasks[i]->scheduler != alive->scheduler)
			return cq__error_set(error, CQ_MISUSE, "cq_gather: a task is of another event loop");
		if (running != NULL && cq__task_awaits(tasks[i], running))
			return refuse_circle(running, "cq_gather");
	}
	cq__gathering gathering;
	CQ_TRY(cq__gathering_begin(&gathering, alive != NULL ? alive->scheduler->loop : NULL, running, count, tasks,
		mode == CQ_GATHER_CANCEL, error));
	const cq_status own = gather(&gathering, running);
	const cq_status status = cq__gathering_end(&gathering);
	return own != CQ_OK ? own : status;
}

/* ---- looking, stopping, letting go ---------------------------------------------------------------------------------- */

bool cq_task_is_done(const cq_task *task)
{
	return entered(task) && ended(task);
}

cq_status cq_task_status(cq_task *task)
{
	if (!entered(task))
		return CQ_MISUSE;
	if (ended(task))
		task->heeded = true;
	return task->status;
}

const char *cq_task_name(const cq_task *task)
{
	return task != NULL && task->order.name != NULL ? task->order.name : "";
}

void cq_task_cancel(cq_task *task)
{
	if (entered(task))
		cq__task_cancel(task);
}

void cq_task_detach(cq_task **task)
{
	if (task == NULL || *task == NULL)
		return;
	cq_task *const detached = *task;
	*task = NULL;
	if (cq__task_entered(detached))
		cq__task_release(detached);
}

/* When that fails, it ends by itself. */
static void let_end(cq_task *task)
{
	const cq_status status = wait_for_end(task, 0, true, "cq_task_release");
	(void)status;
}

void cq_task_release(cq_task **task)
{
	if (task == NULL || *task == NULL)
		return;
	cq_task *const released = *task;
	*task = NULL;
	if (!cq__task_entered(released))
		return;
	if (!ended(released) && released->state != CQ__TASK_RUNNING) {
		released->heeded = true;
		cq__task_cancel(released);
		/* Where nobody can wait it ends by itself. */
		if (!cq__engine_calls_back(released->order.owner))
			let_end(released);
	}
	cq__task_release(released);
}

/* ---- inside a task --------------------------------------------------------------------------------------------------- */

cq_task *cq_task_current(cq_engine *engine)
{
	return engine != NULL && cq__engine_entered(engine) ? cq__task_running(engine->loop) : NULL;
}

/* Outside of tasks. Callbacks of operations are called meanwhile, when there are any. */
static cq_status drive_until(cq_engine *engine, cq__deadline until)
{
	int left;
	while ((left = cq__deadline_poll_ms(until)) != 0) {
		if (engine->pending != 0 || engine->listening != 0) {
			CQ_TRY(cq_engine_drive(engine, left));
			continue;
		}
		cq__waiter never = { 0 };
		const cq_status status = cq__waiter_wait(engine->loop, &never, until, false, NULL);
		return status == CQ_TIMEOUT ? CQ_OK : status;
	}
	return CQ_OK;
}

cq_status cq_task_sleep(cq_engine *engine, int64_t milliseconds)
{
	if (milliseconds <= 0)
		return cq_task_yield(engine);
	cq_task *running;
	if (engine == NULL || !cq__engine_entered(engine))
		return CQ_MISUSE;
	CQ_TRY(enter_wait(engine, "cq_task_sleep", &running));
	const cq__deadline until = cq__deadline_after_ms(milliseconds);
	if (running == NULL)
		return drive_until(engine, until);
	cq__waiter never = { 0 };
	const cq_status status = cq__waiter_wait(engine->loop, &never, until, false, NULL);
	return status == CQ_TIMEOUT ? CQ_OK : status;
}

cq_status cq_task_yield(cq_engine *engine)
{
	cq_task *running;
	if (engine == NULL || !cq__engine_entered(engine))
		return CQ_MISUSE;
	CQ_TRY(enter_wait(engine, "cq_task_yield", &running));
	return running != NULL ? cq__task_yield(running) : cq_engine_drive(engine, 0);
}

cq_status cq_with_timeout(cq_engine *engine, int64_t timeout_ms, cq_task_function *function, void *argument)
{
	if (engine == NULL || !cq__engine_entered(engine))
		return CQ_MISUSE;
	cq_task *const running = cq__task_running(engine->loop);
	if (running == NULL || function == NULL)
		return cq__error_set(&engine->error, CQ_MISUSE,
			"cq_with_timeout: there is no function, or no task runs; elsewhere cq_connection_set_timeout and cq_await_until limit time");
	return cq__task_run_within(running, timeout_ms > 0 ? cq__deadline_after_ms(timeout_ms) : cq__monotonic_ns(), engine,
		function, argument);
}

cq_status cq_shielded(cq_engine *engine, cq_task_function *function, void *argument)
{
	if (function == NULL)
		return cq__engine_null(engine, "cq_shielded", "the function");
	if (engine == NULL || !cq__engine_entered(engine))
		return CQ_MISUSE;
	cq_task *const running = cq__task_running(engine->loop);
	return running != NULL ? cq__task_run_shielded(running, engine, function, argument) : function(engine, argument);
}

/* ---- an engine that closes ------------------------------------------------------------------------------------------- */

bool cq__tasks_forbid_close(const cq_engine *engine)
{
	const cq_task *const running = cq__task_running(engine->loop);
	return running != NULL && running->order.owner == engine;
}

/* One of the engine's tasks, or NULL. */
static cq_task *any_task(const cq_engine *engine)
{
	const cq__scheduler *const scheduler = cq__scheduler_of(engine->loop);
	if (scheduler == NULL)
		return NULL;
	CQ__LIST_EACH(link, &scheduler->alive) {
		cq_task *const task = CQ__LIST_ENTRY(link, cq_task, among);
		if (task->order.owner == engine)
			return task;
	}
	return NULL;
}

/* Another engine's task closes this one: it waits for each. Anybody else turns the loop; what fails there has to be tried again, for
 * nothing can be closed under a task. */
static void run_to_end(cq_engine *engine)
{
	cq_task *task;
	while ((task = any_task(engine)) != NULL) {
		const bool inside = cq__task_running(engine->loop) != NULL;
		const cq_status status = inside ? cq__task_join(task, 0, true, NULL) : cq__loop_poll(engine->loop, 0, NULL, NULL);
		if (status != CQ_OK)
			(void)nanosleep(&(struct timespec){ .tv_nsec = 1000000 }, NULL);
	}
}

void cq__tasks_end(cq_engine *engine)
{
	const cq__scheduler *const scheduler = cq__scheduler_of(engine->loop);
	const bool in_callback = engine->in_callback;
	engine->ending = true;
	/* Tasks that end may wait, also where a callback closes the engine. */
	engine->in_callback = false;
	if (scheduler != NULL)
		CQ__LIST_EACH(link, &scheduler->alive) {
			cq_task *const task = CQ__LIST_ENTRY(link, cq_task, among);
			if (task->order.owner == engine)
				cq__task_cancel(task);
		}
	run_to_end(engine);
	cq__current_end(engine);
	engine->in_callback = in_callback;
}

void cq__tasks_release(cq_engine *engine)
{
	cq__scheduler_release(engine->loop);
}
