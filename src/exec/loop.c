/* exec/loop.c: the engine's event loop: what to wait for, and the callbacks, which run nowhere else.
 * It knows nothing of drivers' threads: their descriptors become readable, and that is all.
 * Programs call it, and operation.c while it awaits.
 */
#include "exec/operation.h"

#include "io/waiter.h"
#include "exec/run.h"

/* ---- what to wait for --------------------------------------------------------------------------------------------- */

void cq__connection_watch(cq_connection *db)
{
	const int mask = db->pending != 0 ? CQ__LOOP_READ : 0;
	/* What is left of it would only wake the loop for nothing. */
	if (mask == 0)
		db->earliest = 0;
	cq__loop_want(&db->engine->loop, &db->watch, mask, db->earliest);
}

/* Stops the operations whose deadline has passed; they complete like any other. The driver itself only looks at what it
 * carries out. */
static void stop_late(cq_connection *db)
{
	db->earliest = 0;
	CQ__LIST_EACH(link, &db->operations) {
		cq_operation *const operation = CQ__LIST_ENTRY(link, cq_operation, link);
		const cq__deadline deadline = (cq__deadline)operation->request.deadline_ns;
		if (operation->done || operation->timed_out)
			continue;
		if (!cq__deadline_passed(deadline)) {
			db->earliest = cq__deadline_earlier(db->earliest, deadline);
			continue;
		}
		operation->timed_out = true;
		db->driver->cancel(db->driven, &operation->request);
	}
}

void cq__connection_ready(cq__watch *watch, int mask)
{
	cq_connection *const db = watch->user;
	if (mask == 0)
		stop_late(db);
	db->driver->drive(db->driven);
	cq__connection_watch(db);
}

/* ---- the program's own loop --------------------------------------------------------------------------------------- */

static void tell_hook(void *user, int descriptor, int mask, cq__deadline deadline)
{
	const cq_engine *const engine = user;
	const unsigned wanted = ((mask & CQ__LOOP_READ) != 0 ? CQ_WANT_READ : 0) | ((mask & CQ__LOOP_WRITE) != 0 ? CQ_WANT_WRITE : 0);
	engine->hook.want(engine->hook.user, descriptor, wanted, cq__deadline_poll_ms(deadline));
}

cq_status cq_engine_attach(cq_engine *engine, const cq_loop_hook *hook)
{
	if (engine == NULL || !cq__engine_entered(engine) || engine->in_callback || (hook != NULL && hook->want == NULL))
		return CQ_MISUSE;
	cq__error_clear(&engine->error);
	cq__hook_end(engine);
	if (hook == NULL)
		return CQ_OK;
	engine->hook = *hook;
	const cq_status status = cq__loop_set_hook(&engine->loop, tell_hook, engine, &engine->error);
	if (status != CQ_OK)
		engine->hook = (cq_loop_hook){ 0 };
	return status;
}

void cq__hook_end(cq_engine *engine)
{
	const cq_loop_hook old = engine->hook;
	if (old.want == NULL)
		return;
	/* The old hook hears of each descriptor once more, so it must still be there. Without a new one nothing fails. */
	const cq_status status = cq__loop_set_hook(&engine->loop, NULL, NULL, NULL);
	(void)status;
	engine->hook = (cq_loop_hook){ 0 };
	if (old.detached != NULL)
		old.detached(old.user);
}

size_t cq_engine_pending(const cq_engine *engine)
{
	return engine != NULL && cq__engine_entered(engine) ? engine->pending : 0;
}

/* ---- driving ------------------------------------------------------------------------------------------------------ */

/* Calls the callbacks of what is done now; what they complete waits for the next turn. True when one was called. */
static bool call_back(cq_engine *engine)
{
	size_t count = 0;
	CQ__LIST_EACH(link, &engine->ready)
		count++;
	bool called = false;
	while (count-- != 0 && !engine->closed && !cq__list_empty(&engine->ready)) {
		cq_operation *const operation = CQ__LIST_ENTRY(cq__list_pop_front(&engine->ready), cq_operation, ready);
		engine->pending--;
		engine->callbacks--;
		cq_operation_callback *const callback = operation->callback;
		operation->callback = cq__called_back;
		engine->in_callback = called = true;
		/* It may free the operation, its connection, and close the engine. */
		callback(operation->user, operation, operation->status);
		engine->in_callback = false;
	}
	if (!engine->closed && !cq__list_empty(&engine->told))
		called = cq__listeners_call_back(engine) || called;
	return called;
}

static cq_status turn(cq_engine *engine, int timeout_ms)
{
	cq__error_clear(&engine->error);
	/* What stands ready must not wait for a descriptor. */
	if (call_back(engine))
		timeout_ms = 0;
	if (engine->closed || (engine->pending == 0 && engine->listening == 0))
		return CQ_OK;
	const cq__deadline until = timeout_ms < 0 ? 0 : timeout_ms == 0 ? 1 : cq__deadline_after_ms(timeout_ms);
	const cq_status status = cq__loop_poll(&engine->loop, until, NULL, &engine->error);
	if (status == CQ_OK)
		(void)call_back(engine);
	return status;
}

cq_status cq_engine_drive(cq_engine *engine, int timeout_ms)
{
	if (engine == NULL || !cq__engine_entered(engine))
		return CQ_MISUSE;
	if (engine->in_callback)
		return cq__error_set(&engine->error, CQ_MISUSE, "a callback must not drive the loop that called it");
	if (cq__inside_task(&engine->loop))
		return cq__error_set(&engine->error, CQ_MISUSE, "a task must not drive the loop that runs it: it awaits");
	engine->driving++;
	const cq_status status = turn(engine, timeout_ms);
	engine->driving--;
	if (!engine->closed)
		cq__loop_remind(&engine->loop);
	cq__engine_settle(engine);
	return status;
}
