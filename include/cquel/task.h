/* cquel/task.h: tasks: straight-line code that awaits, many at once in one thread.
 *
 * It knows nothing of statements: inside a task every call that would wait (cquel/execute.h, transaction.h, cq_await ...) lets
 * other tasks run meanwhile, and is written as anywhere else.
 *
 * A task runs on a small stack of its own, in the thread of its engine, whenever that thread turns the engine's event loop: in
 * cq_engine_drive, in what awaits outside of tasks, or in the program's own event loop (cq_engine_attach). Between two waits
 * it is alone. A build with CQUEL_TASKS=OFF has no tasks: cq_spawn gives CQ_UNSUPPORTED.
 */
#ifndef CQUEL_TASK_H
#define CQUEL_TASK_H

#include <cquel/engine.h>

/** A task; see cq_spawn. */
typedef struct cq_task cq_task;

/** What a task does; its status is the task's. It returns in the ordinary way: longjmp and the like must not leave it. */
typedef cq_status cq_task_function(cq_engine *engine, void *argument);

/** Options of a task. Start from CQ_TASK_OPTIONS_INIT. */
typedef struct cq_task_options {
	size_t stack_bytes; /* 0: 256 KiB, of which only what is touched takes memory. Running over the end is a SIGSEGV */
	const char *name;   /* for messages; NULL: none. Not copied */
} cq_task_options;

#define CQ_TASK_OPTIONS_INIT { 0 }

/** How cq_gather treats a failure. */
typedef enum cq_gather_mode {
	CQ_GATHER_ALL,   /* all run to their end, whatever fails */
	CQ_GATHER_CANCEL /* the first failure cancels the others */
} cq_gather_mode;

CQ_BEGIN_DECLS

/* ---- beginning -------------------------------------------------------------------------------------------------------- */

/** Begins a task. It first runs in a later turn of the event loop, never inside this call; callbacks and tasks may spawn.
 *
 *  out       the task; NULL on failure. Let go of it with cq_task_release or cq_task_detach. out may be NULL: nobody waits for
 *            the task, and a failure of it is only logged, as a CQ_LOG_WARNING.
 *  argument  given to the function; the caller's, who sees to it that it lives as long as the task does.
 *  options   NULL for CQ_TASK_OPTIONS_INIT
 *
 *  CQ_MISUSE (no engine or function, an engine that closes, another thread), CQ_NO_MEMORY, CQ_UNSUPPORTED;
 *  cq_engine_error(engine) describes them.
 *
 *  Example:
 *      static cq_status greet(cq_engine *engine, void *argument)
 *      {
 *          cq_connection *db;
 *          CQ_TRY(cq_current(engine, &db));
 *          return cq_insert(db, User, argument);
 *      }
 *      ...
 *      CQ_TRY(cq_spawn(engine, &task, greet, &ann, NULL));
 *      status = cq_task_await(task);
 *      cq_task_release(&task); */
CQ_API CQ_CHECKED cq_status cq_spawn(cq_engine *engine, cq_task **out, cq_task_function *function, void *argument,
	const cq_task_options *options);

/* ---- waiting for tasks ------------------------------------------------------------------------------------------------ */

/** Waits until a task has ended; its status. Outside of tasks it drives the event loop meanwhile. CQ_MISUSE inside a callback,
 *  for a task that waits, at last, for the one that would await it, itself included, by cq_task_await or cq_gather, and outside
 *  of tasks when nothing is left that could end the wait.
 *  CQ_CANCELLED also when the waiting task is cancelled (cq_task_is_done tells): the awaited one goes on. */
CQ_API CQ_CHECKED cq_status cq_task_await(cq_task *task);

/** The same for at most timeout_ms milliseconds. CQ_TIMEOUT: it has not ended, and goes on. */
CQ_API CQ_CHECKED cq_status cq_task_await_until(cq_task *task, int64_t timeout_ms);

/** Waits until all of them have ended (NULLs are skipped), whatever happens: nothing goes on behind it.
 *
 *  CQ_GATHER_ALL     the status of the first in the array that failed, or CQ_OK
 *  CQ_GATHER_CANCEL  the status of the one that failed first, or CQ_OK
 *
 *  When the gathering task is cancelled, or its time is over, all of them are cancelled, and it gives CQ_CANCELLED when they
 *  have ended. CQ_MISUSE inside a callback, for tasks of different event loops and for the running task itself; CQ_NO_MEMORY. */
CQ_API CQ_CHECKED cq_status cq_gather(size_t count, cq_task *const *tasks, cq_gather_mode mode);

/** Whether it has ended. Drives nothing. */
CQ_API bool cq_task_is_done(const cq_task *task);

/** Its status when it has ended; CQ_OK before. */
CQ_API cq_status cq_task_status(cq_task *task);

/** The name it was given, "" for none; never NULL. */
CQ_API const char *cq_task_name(const cq_task *task);

/* ---- stopping and letting go ------------------------------------------------------------------------------------------ */

/** Cancels a task, for good: each wait of it from now on gives CQ_CANCELLED, also the one that it is in, so that its function
 *  cleans up and returns; what undoes or closes (rolling back, releasing, disconnecting) still waits as ever. One that has not begun
 *  begins nevertheless, for it may own its argument. Does not wait; callbacks may call it; a task may cancel itself. */
CQ_API void cq_task_cancel(cq_task *task);

/** Lets go of a task: one that has not ended is cancelled and waited for, so that what its argument points to may go
 *  then. In a callback, which cannot wait, and for the running task itself it is cq_task_detach, after cancelling the former.
 *  Sets *task to NULL; *task may be NULL. Legal when its engine was closed. */
CQ_API void cq_task_release(cq_task **task);

/** Lets go of a task, which goes on by itself. Sets *task to NULL; *task may be NULL. */
CQ_API void cq_task_detach(cq_task **task);

/* ---- inside a task ---------------------------------------------------------------------------------------------------- */

/** The running task of the engine, NULL outside of tasks. Not a handle: nothing is to be released. */
CQ_API cq_task *cq_task_current(cq_engine *engine);

/** The running task's own database handle of this engine (cq_connect_shared), made at its first use and disconnected when the task
 *  ends. Outside of tasks the engine's own, disconnected when the engine closes. Whoever asks may disconnect it earlier: the
 *  next call makes another one.
 *
 *  out  the handle; NULL on failure
 *  Errors of cq_connect_shared.
 *
 *  A macro over cq_current_at: messages name the place of the first call. */
CQ_API CQ_CHECKED cq_status cq_current(cq_engine *engine, cq_connection **out);
CQ_API CQ_CHECKED cq_status cq_current_at(cq_engine *engine, cq_connection **out, const char *file, int line);
#define cq_current(engine, out) cq_current_at((engine), (out), __FILE__, __LINE__)

/** Waits so many milliseconds; 0 or less: cq_task_yield. Outside of tasks it drives the event loop meanwhile. CQ_CANCELLED,
 *  CQ_MISUSE inside a callback. */
CQ_API CQ_CHECKED cq_status cq_task_sleep(cq_engine *engine, int64_t milliseconds);

/** Lets all other tasks that are ready, and sooner or later the event loop, run first. CQ_CANCELLED, CQ_MISUSE inside a
 *  callback. */
CQ_API CQ_CHECKED cq_status cq_task_yield(cq_engine *engine);

/** Runs function(engine, argument) in the running task for at most so many milliseconds: when they are over, its waits give
 *  CQ_CANCELLED, and when it then returns that, the call gives CQ_TIMEOUT. Otherwise the function's status. Timeouts nest; a
 *  task that was cancelled itself gives CQ_CANCELLED. CQ_MISUSE outside of tasks.
 *
 *  Example:
 *      status = cq_with_timeout(engine, 500, fetch_page, &page);
 *      if (status == CQ_TIMEOUT)
 *          use_what_we_had(); */
CQ_API CQ_CHECKED cq_status cq_with_timeout(cq_engine *engine, int64_t timeout_ms, cq_task_function *function, void *argument);

/** Runs function(engine, argument) in the running task and keeps cancellations and timeouts away from its waits: for clean-up that
 *  sends statements. They count again when it has returned. The function's status; outside of tasks it is just called.
 *
 *  Example:
 *      if (status == CQ_CANCELLED)
 *          (void)cq_shielded(engine, mark_job_as_free, job); */
CQ_API CQ_CHECKED cq_status cq_shielded(cq_engine *engine, cq_task_function *function, void *argument);

CQ_END_DECLS

#endif
