/* exec/await.c: the one place where the executor waits for a request.
 * It knows nothing of how tasks switch, nor of what a request asks for. See exec/await.h.
 */
#include "exec/await.h"

/* A request that a task waits for. */
typedef struct sitting {
	cq__waiter waiter;
	cq__loop *loop;
	cq__error error;
} sitting;

void cq__keep_compiled(cq_connection *db, unsigned place, cq__compiled *compiled)
{
	if (compiled != NULL)
		compiled->references++;
	if (db->held[place] != NULL)
		cq__compiled_release(db->held[place]);
	db->held[place] = compiled;
}

static void wake(cq__request *request)
{
	sitting *const self = request->owner;
	cq__waiter_wake(self->loop, &self->waiter);
}

void cq__sit_down(cq_connection *db, struct cq__sitter *sitter)
{
	sitter->outer = db->sitter;
	db->sitter = sitter;
	db->taken = true;
}

void cq__get_up(cq_connection *db, const struct cq__sitter *sitter)
{
	struct cq__sitter **place = &db->sitter;
	while (*place != sitter)
		place = &(*place)->outer;
	*place = sitter->outer;
	db->taken = db->sitter != NULL;
}

cq_status cq__suspend_in(cq_connection *db, cq__waiter *waiter, cq__deadline until, bool shielded, struct cq__sitter *sitter)
{
	cq__sit_down(db, sitter);
	const cq_status status = cq__waiter_wait(db->engine->loop, waiter, until, shielded, NULL);
	cq__get_up(db, sitter);
	return status;
}

bool cq__take_for_good(cq_connection *db)
{
	static struct cq__sitter last = { .text = "cq_disconnect" };
	if (db->taken)
		return cq__refuse_second(db, "cq_disconnect") == CQ_OK;
	cq__keep_compiled(db, CQ__KEEP_STATEMENT, NULL);
	cq__keep_compiled(db, CQ__KEEP_ROWS, NULL);
	db->sitter = &last;
	db->taken = true;
	return true;
}

/* Nobody waits for it any more than it takes to stop it, and why it was stopped is what is told. */
static void stop(cq_connection *db, cq__request *request, sitting *self, cq_status why, struct cq__sitter *sitter)
{
	db->driver->cancel(db->driven, request);
	while (!self->waiter.done)
		(void)cq__suspend_in(db, &self->waiter, 0, true, sitter);
	if (request->status != CQ_CANCELLED || why == CQ_CANCELLED)
		return;
	cq__error_clear(&self->error);
	request->status = cq__error_set(&self->error, why, NULL);
}

static const char *text_of(const cq__request *request)
{
	return request->text != NULL ? request->text->sql : "";
}

static void sit_out_in_task(cq_connection *db, cq__request *request, const cq_site *site)
{
	cq__loop *const loop = db->engine->loop;
	struct cq__sitter sitter = { .site = site, .text = text_of(request) };
	sitting self = { .loop = loop };
	/* The handle's record serves what others do with the handle meanwhile without waiting. */
	cq__error *const error = request->error;
	request->error = &self.error;
	request->completed = wake;
	request->owner = &self;
	if (!db->shielded && loop->fibres->stopped(loop->fibres)) {
		request->status = cq__error_set(&self.error, CQ_CANCELLED, "the task was cancelled before this began");
	} else {
		db->driver->submit(db->driven, request);
		const cq_status status =
			cq__suspend_in(db, &self.waiter, (cq__deadline)request->deadline_ns, db->shielded, &sitter);
		if (status != CQ_OK)
			stop(db, request, &self, status, &sitter);
	}
	request->completed = NULL;
	request->owner = NULL;
	request->error = error;
	if (error != NULL && !cq__error_is_set(error))
		(void)cq__error_move(error, &self.error);
	cq__error_release(&self.error);
}

void cq__sit_out_among_tasks(cq_connection *db, cq__request *request, const cq_site *site, cq__compiled *compiled)
{
	if (!cq__inside_task(db->engine->loop)) {
		/* The driver may turn the loop, and tasks run. */
		struct cq__sitter sitter = { .site = site, .text = text_of(request) };
		cq__sit_down(db, &sitter);
		db->driver->run(db->driven, request);
		cq__get_up(db, &sitter);
		return;
	}
	if (compiled != NULL)
		cq__keep_compiled(db, CQ__KEEP_STATEMENT, compiled);
	sit_out_in_task(db, request, site);
}

cq_status cq__refuse_second(cq_connection *db, const char *call)
{
	const struct cq__sitter *const sitter = db->sitter;
	cq__error refused = { 0 };
	if (sitter->site != NULL)
		cq__error_set(&refused, CQ_MISUSE, "%s: a task waits on this handle already, at %s:%d; each task needs a handle of its own",
			call, sitter->site->file, sitter->site->line);
	else
		cq__error_set(&refused, CQ_MISUSE, "%s: a task waits on this handle already, for %s; each task needs a handle of its own",
			call, sitter->text);
	return cq__connection_refused(db, &refused);
}
