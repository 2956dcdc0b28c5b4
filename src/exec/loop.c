/* exec/loop.c: the engine's event loop: what to wait for, and the callbacks, which run nowhere else.
 * It knows nothing of what drivers watch there.
 * Programs call it, and operation.c while it awaits.
 */
#include "exec/operation.h"

#include "io/waiter.h"
#include "exec/run.h"

/* ---- the program's own loop --------------------------------------------------------------------------------------- */

/* user: the engine whose loop it is. */
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
	/* An adapter drives the engine that it was given, which must not be gone before its loop is. */
	if (engine->home != engine)
		return cq__error_set(&engine->error, CQ_MISUSE, "an engine that was opened beside another shares its loop: attach that one");
	cq__hook_end(engine);
	if (hook == NULL)
		return CQ_OK;
	engine->hook = *hook;
	const cq_status status = cq__loop_set_hook(engine->loop, tell_hook, engine, &engine->error);
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
	const cq_status status = cq__loop_set_hook(engine->loop, NULL, NULL, NULL);
	(void)status;
	engine->hook = (cq_loop_hook){ 0 };
	if (old.detached != NULL)
		old.detached(old.user);
}

/* Whoever drives the loop's engine drives those that were opened beside it, and has to know of what they wait for. */
size_t cq_engine_pending(const cq_engine *engine)
{
	if (engine == NULL || !cq__engine_entered(engine))
		return 0;
	size_t pending = engine->pending;
	if (engine->home != engine)
		return pending;
	for (const cq__list_link *link = engine->companions.head.next; link != &engine->companions.head; link = link->next)
		pending += CQ__LIST_ENTRY(link, const cq_engine, beside)->pending;
	return pending;
}

bool cq_engine_waits(const cq_engine *engine)
{
	return cq_engine_pending(engine) != 0 || (engine != NULL && cq__engine_entered(engine) && cq__loop_waits(engine->loop));
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
		called = true;
		cq__engine_set_in_callback(engine, true);
		/* It may free the operation, its connection, and close the engine. */
		callback(operation->user, operation, operation->status);
		cq__engine_set_in_callback(engine, false);
	}
	if (!engine->closed && !cq__list_empty(&engine->told))
		called = cq__listeners_call_back(engine) || called;
	return called;
}

/* Those of all engines that share the loop; none of them is freed while it is driven. */
static bool call_back_all(cq_engine *home)
{
	bool called = call_back(home);
	CQ__LIST_EACH(link, &home->companions)
		called = call_back(CQ__LIST_ENTRY(link, cq_engine, beside)) || called;
	return called;
}

static bool is_busy(const cq_engine *engine)
{
	return !engine->closed && (engine->pending != 0 || engine->listening != 0);
}

/* Whether anybody waits for something of the loop; else it is only looked at. */
static bool any_busy(const cq_engine *home)
{
	if (is_busy(home))
		return true;
	for (const cq__list_link *link = home->companions.head.next; link != &home->companions.head; link = link->next)
		if (is_busy(CQ__LIST_ENTRY(link, const cq_engine, beside)))
			return true;
	return false;
}

static bool owes(const cq_engine *engine)
{
	return !engine->closed && (!cq__list_empty(&engine->ready) || !cq__list_empty(&engine->told));
}

static bool any_owes(const cq_engine *home)
{
	if (owes(home))
		return true;
	for (const cq__list_link *link = home->companions.head.next; link != &home->companions.head; link = link->next)
		if (owes(CQ__LIST_ENTRY(link, const cq_engine, beside)))
			return true;
	return false;
}

void cq__engine_owe(cq_engine *engine)
{
	cq__loop_stir(engine->loop);
	/* A drive calls back before it ends. */
	if (engine->home->driving == 0)
		cq__loop_owe(engine->loop, true);
}

void cq__engine_set_in_callback(cq_engine *engine, bool in_callback)
{
	cq_engine *const home = engine->home;
	home->in_callback = in_callback;
	CQ__LIST_EACH(link, &home->companions)
		CQ__LIST_ENTRY(link, cq_engine, beside)->in_callback = in_callback;
}

static cq_status turn(cq_engine *engine, int timeout_ms)
{
	cq_engine *const home = engine->home;
	/* What stands ready must not wait for a descriptor. */
	if (call_back_all(home) || !any_busy(home))
		timeout_ms = 0;
	if (engine->closed)
		return CQ_OK;
	/* Something is waited for that nothing can bring any more. */
	if (!cq__loop_waits(engine->loop))
		return timeout_ms >= 0 ? CQ_OK : cq__error_set(&engine->error, CQ_MISUSE,
			"there is nothing that could end the wait: tasks wait for each other, or for a connection that whoever waits here has");
	const cq__deadline until = timeout_ms < 0 ? 0 : timeout_ms == 0 ? 1 : cq__deadline_after_ms(timeout_ms);
	const cq_status status = cq__loop_poll(engine->loop, until, NULL, &engine->error);
	if (status == CQ_OK)
		(void)call_back_all(home);
	return status;
}

cq_status cq_engine_drive(cq_engine *engine, int timeout_ms)
{
	if (engine == NULL || !cq__engine_entered(engine))
		return CQ_MISUSE;
	/* Each of the refusals below replaces what was told before. */
	cq__error_clear(&engine->error);
	if (engine->in_callback)
		return cq__error_set(&engine->error, CQ_MISUSE, "a callback must not drive the loop that called it");
	if (cq__inside_task(engine->loop))
		return cq__error_set(&engine->error, CQ_MISUSE, "a task must not drive the loop that runs it: it awaits");
	cq_engine *const home = engine->home;
	home->driving++;
	const cq_status status = turn(engine, timeout_ms);
	if (--home->driving != 0)
		return status;
	cq__loop_owe(home->loop, any_owes(home));
	cq__loop_remind(home->loop);
	cq__engine_settle(home);
	return status;
}
