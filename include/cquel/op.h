/* cquel/op.h: operations: statements under way, many at once, awaited together or told by callback; and the event loop.
 *
 * It knows nothing of which loop the program has: cq_engine_attach names the descriptors to watch, cq_engine_drive does what
 * is ready. Programs without a loop of their own await, or call cq_engine_drive with a time to wait.
 */
#ifndef CQUEL_OP_H
#define CQUEL_OP_H

#include <cquel/result.h>

#include <stdbool.h>

/** One statement under way. */
typedef struct cq_operation cq_operation;

/** Told when an operation is done. Runs inside cq_engine_drive (or an await that drives), never inside a submit. It may
 *  submit, and release or close anything, `operation`, its connection and its engine too; awaiting here is CQ_MISUSE. */
typedef void cq_operation_callback(void *user, cq_operation *operation, cq_status status);

CQ_BEGIN_DECLS

/* ---- starting --------------------------------------------------------------------------------------------------------- */

/** Starts what cq_run_all does and returns at once (cq_submit_all). Operations of one connection run in the order they
 *  were submitted.
 *
 *  Every value is copied, texts, bytes and arrays too. The outputs must live until the operation is done or released; they
 *  are emptied now and written when it completes, in a drive or an await, never from another thread.
 *  out  the operation; NULL on failure. Release it with cq_operation_release.
 *  CQ_RULE and the like as cq_run_all; what the database says comes with the completion. */
CQ_API CQ_CHECKED cq_status cq_run_submit_all(cq_connection *db, cq_statement *statement, const cq_target *target,
	void *out_rows, cq_operation **out);

/** The same for cq_run_one; row is a T **. */
CQ_API CQ_CHECKED cq_status cq_run_submit_one(cq_connection *db, cq_statement *statement, const cq_target *target,
	cq_want want, void *row, cq_operation **out);

/** The same for cq_run_scalar. */
CQ_API CQ_CHECKED cq_status cq_run_submit_scalar(cq_connection *db, cq_statement *statement, const cq_target *target,
	cq_want want, void *value, cq_operation **out);

/** The same for cq_run_execute; changes may be NULL. INSERT_INTO(table, VALUES(...)) is several statements in a transaction
 *  of its own and gives CQ_UNSUPPORTED here: run it with cq_execute. */
CQ_API CQ_CHECKED cq_status cq_run_submit_execute(cq_connection *db, int64_t *changes, cq_statement *statement,
	cq_operation **out);

/* ---- waiting ---------------------------------------------------------------------------------------------------------- */

/** Waits until an operation is done; its status. Immediate when it is. The caller's thread does the work itself when
 *  nothing else is under way. CQ_MISUSE inside a callback. A failure is also what cq_last_error then describes. A callback
 *  may release what is awaited: the wait ends with CQ_CANCELLED.
 *
 *  In a task (cquel/task.h) others run meanwhile. CQ_CANCELLED also when the waiting task is cancelled (cq_operation_is_done
 *  tells): the operation goes on until it is released.
 *
 *  Example:
 *      cq_operation *first, *second;
 *      CQ_TRY(cq_submit_all(db, User, &users, &first, SQL(SELECT_ALL(users), FROM(users))));
 *      CQ_TRY(cq_submit_scalar(other, &n, &second, SQL(SELECT(COUNT(posts.id)), FROM(posts))));
 *      status = cq_await_all(2, (cq_operation *[]){ first, second });
 *      cq_operation_release(&first);
 *      cq_operation_release(&second); */
CQ_API CQ_CHECKED cq_status cq_await(cq_operation *operation);

/** The same for at most timeout_ms milliseconds (0: looks once). CQ_TIMEOUT: it is not done, and goes on. */
CQ_API CQ_CHECKED cq_status cq_await_until(cq_operation *operation, int64_t timeout_ms);

/** Waits for all of them (NULLs are skipped); the status of the first in the array that failed, or CQ_OK. CQ_MISUSE, and no
 *  wait, when the array is NULL and count is not 0, or when one of them belongs to another thread. */
CQ_API CQ_CHECKED cq_status cq_await_all(size_t count, cq_operation *const *operations);

/** Attaches the callback; one an operation. When it is done already, the next drive calls it. CQ_MISUSE when it has one. */
CQ_API CQ_CHECKED cq_status cq_operation_on_done(cq_operation *operation, cq_operation_callback *callback, void *user);

/* ---- looking, stopping, letting go ------------------------------------------------------------------------------------ */

/** Whether it is done. Drives nothing. */
CQ_API bool cq_operation_is_done(const cq_operation *operation);

/** Its status when it is done; CQ_OK before. */
CQ_API cq_status cq_operation_status(const cq_operation *operation);

/** Describes its failure; never NULL, code CQ_OK when there is none. Owned by the operation. */
CQ_API const cq_error *cq_operation_error(const cq_operation *operation);

/** Asks it to stop; it completes with CQ_CANCELLED, or as it would have if that came too late. Does not wait. */
CQ_API void cq_operation_cancel(cq_operation *operation);

/** Lets go of it: one that is not done is cancelled and waited for, its outputs are left empty, its callback is not called.
 *  A result that was written is the caller's and stays. Sets *operation to NULL; *operation may be NULL. */
CQ_API void cq_operation_release(cq_operation **operation);

/* ---- the event loop --------------------------------------------------------------------------------------------------- */

/* What to watch a descriptor for. */
enum { CQ_WANT_READ = 1, CQ_WANT_WRITE = 2 };

/** What an engine asks of the program's event loop. */
typedef struct cq_loop_hook {
	/** From now on watch fd for mask (CQ_WANT_READ, CQ_WANT_WRITE; 0: do not watch it) and call cq_engine_drive(engine, 0) when
	 *  it is ready or deadline_ms milliseconds from now have passed (0: as soon as this call has returned, but never inside it; -1: no
	 *  deadline). This replaces what was wanted of fd before. mask 0 and -1: forget it; that comes before a descriptor is
	 *  closed. Called for changes, and for each deadline again at the end of a drive, so that a timer which was early does no
	 *  harm. It must not call the engine. */
	void (*want)(void *user, int fd, unsigned mask, int deadline_ms);
	void *user;
	/** The engine lets go of this hook, for it was detached, replaced, or the engine closes: nothing of it is called any more. Every
	 *  descriptor was forgotten before. May be NULL. */
	void (*detached)(void *user);
} cq_loop_hook;

/** Attaches an engine to an event loop; the hook is copied and told of the present descriptors at once. NULL detaches: each
 *  descriptor gets mask 0. CQ_MISUSE inside a callback, and for an engine that was opened beside another, whose loop is the
 *  other's. Ready adapters: cquel/loop/libuv.h, libevent.h, poll.h. */
CQ_API CQ_CHECKED cq_status cq_engine_attach(cq_engine *engine, const cq_loop_hook *hook);

/** Does what is ready: completes operations and calls their callbacks. When nothing is and operations are under way, waits
 *  up to timeout_ms milliseconds (0: not at all, -1: without limit) with poll(2), the built-in loop.
 *
 *  CQ_OK also when nothing happened; CQ_MISUSE inside a callback or a task, and without limit when nothing is left that could end the
 *  wait; CQ_SYSTEM when poll fails.
 *
 *  Example: while (cq_engine_pending(engine) != 0) CQ_TRY(cq_engine_drive(engine, -1)); */
CQ_API CQ_CHECKED cq_status cq_engine_drive(cq_engine *engine, int timeout_ms);

/** How many operations are not done, or done with a callback that was not called yet, and how many tasks (cquel/task.h) have not
 *  ended; also those of the engines that were opened beside this one, which a drive of it drives. */
CQ_API size_t cq_engine_pending(const cq_engine *engine);

/** Whether there is something that an event loop has to look at or to be in time for: what is pending, and also what is left of
 *  operations that are over, as the rest of an answer that nobody wants any more. False for NULL. For adapters, which have to know when
 *  nothing can be missed. */
CQ_API bool cq_engine_waits(const cq_engine *engine);

CQ_END_DECLS

#endif
