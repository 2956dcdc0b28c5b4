/* session/factory.c: options that many sessions are opened with, and the session that a task has of them.
 * It knows nothing of what sessions do. Programs call it.
 */
#include "session/open.h"

#include "base/alloc.h"
#include "task/scheduler.h"

/* For programs that do not take the macro. */
#undef cq_session_new

struct cq_session_factory {
	cq_engine *engine;        /* NULL: it was closed */
	pthread_t owner;
	unsigned process;
	cq__guest guest;
	cq_session_options options;
	cq__arena *memory;
	cq__list currents;        /* current_session, of the tasks */
	cq_session *outside;      /* of all that is outside of tasks, or NULL */
};

/* A task's session. */
typedef struct current_session {
	cq__task_local local;
	cq__list_link link;       /* in factory->currents; outside it once the factory is closed */
	cq_session *session;
} current_session;

/* ---- factories ------------------------------------------------------------------------------------------------------ */

static bool entered(const cq_session_factory *factory)
{
	return factory != NULL && pthread_equal(factory->owner, pthread_self()) && factory->process == cq__process_now();
}

/* The sessions hear of it themselves. */
static void engine_closes(cq__guest *guest)
{
	CQ__LIST_ENTRY(guest, cq_session_factory, guest)->engine = NULL;
}

static cq_status make(cq_engine *engine, const cq_session_options *options, cq_session_factory *factory, cq__error *error)
{
	CQ_TRY(cq__session_options_check(engine, options, error));
	/* It would grow with every session, and no piece of work could give it back. */
	if (options->arena != NULL)
		return cq__error_set(error, CQ_MISUSE,
			"cq_session_factory_open: an arena is for one piece of work: it is given to cq_session_open, and not to a factory");
	if ((factory->memory = cq__arena_create(CQ__ARENA_SMALL)) == NULL)
		return cq__error_set(error, CQ_NO_MEMORY, NULL);
	return cq__session_options_copy(&factory->options, options, factory->memory, error);
}

cq_status cq_session_factory_open(cq_engine *engine, const cq_session_options *options, cq_session_factory **out)
{
	static const cq_session_options standard = CQ_SESSION_OPTIONS_INIT;
	if (out == NULL)
		return cq__engine_null(engine, "cq_session_factory_open", "out");
	*out = NULL;
	if (engine == NULL || !cq__engine_entered(engine) || engine->closed)
		return CQ_MISUSE;
	cq__error_clear(&engine->error);
	cq_session_factory *const factory = cq__zalloc(sizeof *factory);
	if (factory == NULL)
		return cq__error_set(&engine->error, CQ_NO_MEMORY, NULL);
	const cq_status status = make(engine, options != NULL ? options : &standard, factory, &engine->error);
	if (status != CQ_OK) {
		cq__arena_destroy(factory->memory);
		cq__free(factory);
		return status;
	}
	factory->engine = engine;
	factory->owner = engine->owner;
	factory->process = engine->process;
	factory->guest.closing = engine_closes;
	cq__list_init(&factory->currents);
	cq__list_push_back(&engine->guests, &factory->guest.link);
	*out = factory;
	return CQ_OK;
}

/* One that a call is under way in is closed by nobody: its task still holds it. */
static void close_session(cq_session **session)
{
	if (*session == NULL)
		return;
	(*session)->of_factory = false;
	cq_session_close(session);
	*session = NULL;
}

void cq_session_factory_close(cq_session_factory **factory)
{
	if (factory == NULL || *factory == NULL)
		return;
	cq_session_factory *const closing = *factory;
	*factory = NULL;
	if (!entered(closing))
		return;
	CQ__LIST_EACH(link, &closing->currents) {
		current_session *const current = CQ__LIST_ENTRY(link, current_session, link);
		cq__list_remove(link);
		/* Another factory may get the same address. */
		current->local.key = current;
		if (current->session->busy_call == NULL)
			close_session(&current->session);
	}
	close_session(&closing->outside);
	if (closing->engine != NULL)
		cq__list_remove(&closing->guest.link);
	cq__arena_destroy(closing->memory);
	cq__free(closing);
}

/* ---- sessions of one ------------------------------------------------------------------------------------------------ */

cq_status cq_session_new_at(cq_session_factory *factory, cq_session **out, const char *file, int line)
{
	if (out != NULL)
		*out = NULL;
	if (!entered(factory) || factory->engine == NULL)
		return CQ_MISUSE;
	return cq_session_open_at(factory->engine, &factory->options, out, file, line);
}

cq_status cq_session_new(cq_session_factory *factory, cq_session **out)
{
	return cq_session_new_at(factory, out, NULL, 0);
}

static void end_local(cq__task_local *local)
{
	current_session *const current = CQ__LIST_ENTRY(local, current_session, local);
	cq__list_remove(&current->link);
	close_session(&current->session);
	cq__free(current);
}

static cq_status make_current(cq_session_factory *factory, cq_task *task, cq_session **out)
{
	current_session *const current = cq__zalloc(sizeof *current);
	if (current == NULL) {
		cq__error_clear(&factory->engine->error);
		return cq__error_set(&factory->engine->error, CQ_NO_MEMORY, NULL);
	}
	const cq_status status = cq_session_new_at(factory, &current->session, NULL, 0);
	if (status != CQ_OK) {
		cq__free(current);
		return status;
	}
	current->session->of_factory = true;
	current->local = (cq__task_local){ .key = factory, .end = end_local };
	cq__list_push_back(&factory->currents, &current->link);
	cq__task_local_add(task, &current->local);
	*out = current->session;
	return CQ_OK;
}

cq_status cq_session_current(cq_session_factory *factory, cq_session **out)
{
	if (out != NULL)
		*out = NULL;
	if (!entered(factory) || factory->engine == NULL)
		return CQ_MISUSE;
	if (out == NULL)
		return cq__engine_null(factory->engine, "cq_session_current", "out");
	cq_task *const running = cq__task_running(factory->engine->loop);
	if (running != NULL) {
		cq__task_local *const found = cq__task_local_find(running, factory);
		if (found == NULL)
			return make_current(factory, running, out);
		*out = CQ__LIST_ENTRY(found, current_session, local)->session;
		return CQ_OK;
	}
	if (factory->outside == NULL) {
		CQ_TRY(cq_session_new_at(factory, &factory->outside, NULL, 0));
		factory->outside->of_factory = true;
	}
	*out = factory->outside;
	return CQ_OK;
}
