/* session/session.c: sessions are opened, with copies of their options, and closed.
 * It knows nothing of objects, nor of transactions. Programs call it.
 */
#include "session/open.h"

#include "base/alloc.h"
#include "session/arena.h"
#include "session/enter.h"
#include "session/entry.h"
#include "session/level.h"
#include "session/link.h"
#include "session/model.h"

#include "exec/binding.h"
#include "meta/model.h"

#include <string.h>

/* For programs that do not take the macros. */
#undef cq_session_open
#undef cq_session_on

/* ---- options -------------------------------------------------------------------------------------------------------- */

static cq_status check_route(const cq_engine *engine, const cq_session_route *route, cq__error *error)
{
	if (route->table == NULL || cq__table_derived(route->table))
		return cq__error_set(error, CQ_MISUSE, "cq_session_open: a route's table is NULL, or a query of the statements that use it");
	if (route->engine == NULL || !cq__engine_entered(route->engine) || route->engine->closed || route->engine->loop != engine->loop)
		return cq__error_set(error, CQ_MISUSE,
			"cq_session_open: the engine of a route has another loop: open it with cq_engine_options.beside");
	if (route->engine != engine && route->engine->pool.settings.unkept)
		return cq__error_set(error, CQ_UNSUPPORTED,
			"cq_session_open: in memory each connection is a database of its own, so %s would not be found there", route->table->name);
	return CQ_OK;
}

cq_status cq__session_options_check(const cq_engine *engine, const cq_session_options *options, cq__error *error)
{
	if ((options->hooks == NULL && options->hook_count != 0) || (options->routes == NULL && options->route_count != 0))
		return cq__error_set(error, CQ_MISUSE, "cq_session_open: hooks or routes are counted, and NULL");
	if (options->arena != NULL && !cq__arena_is_given(options->arena))
		return cq__error_set(error, CQ_MISUSE, "cq_session_open: the arena is none that cq_arena_open gave");
	for (size_t i = 0; i < options->hook_count; i++)
		if (options->hooks[i].function == NULL || (unsigned)options->hooks[i].event >= CQ_EVENT_COUNT)
			return cq__error_set(error, CQ_MISUSE, "cq_session_open: a hook has no function, or is for no event");
	for (size_t i = 0; i < options->route_count; i++)
		CQ_TRY(check_route(engine, &options->routes[i], error));
	return CQ_OK;
}

cq_status cq__session_options_copy(cq_session_options *to, const cq_session_options *from, cq__arena *memory, cq__error *error)
{
	static const cq_session_options standard = CQ_SESSION_OPTIONS_INIT;
	*to = *from;
	if (to->batch == 0)
		to->batch = standard.batch;
	cq_hook *const hooks = cq__arena_alloc_array(memory, from->hook_count + 1, sizeof *hooks);
	cq_session_route *const routes = cq__arena_alloc_array(memory, from->route_count + 1, sizeof *routes);
	if (hooks == NULL || routes == NULL)
		return cq__error_set(error, CQ_NO_MEMORY, NULL);
	if (from->hook_count != 0)
		memcpy(hooks, from->hooks, from->hook_count * sizeof *hooks);
	if (from->route_count != 0)
		memcpy(routes, from->routes, from->route_count * sizeof *routes);
	to->hooks = hooks;
	to->routes = routes;
	return CQ_OK;
}

/* The handle's own way of statements over these tables. */
static cq_status make_routes(cq_session *session, cq__error *error)
{
	const cq_session_options *const options = &session->options;
	if (options->route_count == 0)
		return CQ_OK;
	cq__binding *const routes = cq__arena_alloc_array(session->memory, options->route_count, sizeof *routes);
	if (routes == NULL)
		return cq__error_set(error, CQ_NO_MEMORY, NULL);
	for (size_t i = 0; i < options->route_count; i++)
		routes[i] = (cq__binding){ cq__table_base(options->routes[i].table), options->routes[i].engine };
	session->db->routes = routes;
	session->db->route_count = options->route_count;
	return CQ_OK;
}

/* ---- opening -------------------------------------------------------------------------------------------------------- */

/* The handle is as it was before the session worked on it. */
static void leave_handle(cq_session *session)
{
	session->db->routes = NULL;
	session->db->route_count = 0;
	session->db->sessions--;
}

/* The engine closes, and takes the handle with it. */
static void engine_closes(cq__guest *guest)
{
	cq_session *const session = CQ__LIST_ENTRY(guest, cq_session, guest);
	if (session->began)
		session->began = false;
	leave_handle(session);
	if (session->owns_db) {
		cq__log_message(&session->engine->log, CQ_LOG_WARNING, "a session was not closed before its engine closed (%s:%d)",
			session->file != NULL ? session->file : "?", session->line);
		cq_disconnect(&session->db);
	}
	session->engine = NULL;
	session->db = NULL;
}

static void free_session(cq_session *session)
{
	cq__links_release(session);
	cq__entries_release(session);
	cq__adopted_free(session->adopted);
	cq__arena_destroy(session->journal_memory);
	if (session->objects != session->memory)
		cq__arena_leave(session->objects);
	cq__arena_destroy(session->memory);
	cq__error_release(&session->error);
	cq__error_release(&session->working);
	cq__free(session);
}

static cq_status make(cq_connection *db, const cq_session_options *options, const char *file, int line, cq__error *error, cq_session **out)
{
	static const cq_session_options standard = CQ_SESSION_OPTIONS_INIT;
	cq_engine *const engine = db->engine;
	if (options == NULL)
		options = &standard;
	CQ_TRY(cq__session_options_check(engine, options, error));
	cq_session *const session = cq__zalloc(sizeof *session);
	if (session == NULL)
		return cq__error_set(error, CQ_NO_MEMORY, NULL);
	session->engine = engine;
	session->owner = engine->owner;
	session->process = engine->process;
	session->db = db;
	session->file = file;
	session->line = line;
	session->memory = session->objects = cq__arena_create(CQ__ARENA_SMALL);
	if (options->arena != NULL)
		cq__arena_enter(session->objects = options->arena);
	session->journal_memory = cq__arena_create(CQ__ARENA_SMALL);
	cq_status status = session->memory != NULL && session->journal_memory != NULL ? CQ_OK : cq__error_set(error, CQ_NO_MEMORY, NULL);
	if (status == CQ_OK)
		status = cq__session_options_copy(&session->options, options, session->memory, error);
	if (status == CQ_OK)
		status = make_routes(session, error);
	if (status != CQ_OK) {
		free_session(session);
		return status;
	}
	db->sessions++;
	session->guest.closing = engine_closes;
	cq__list_push_back(&engine->guests, &session->guest.link);
	*out = session;
	return CQ_OK;
}

/* What cq_engine_error tells. */
static cq_status refuse(cq_engine *engine, cq_status status, cq__error *why)
{
	(void)cq__error_move(&engine->error, why);
	cq__log_message(&engine->log, CQ_LOG_ERROR, "%s: %s", cq_status_name(status), cq__error_get(&engine->error)->message);
	return status;
}

cq_status cq_session_open_at(cq_engine *engine, const cq_session_options *options, cq_session **out, const char *file, int line)
{
	cq_connection *db;
	cq__error why = { 0 };
	if (out == NULL)
		return cq__engine_null(engine, "cq_session_open", "out");
	*out = NULL;
	if (engine == NULL || !cq__engine_entered(engine) || engine->closed)
		return CQ_MISUSE;
	CQ_TRY(cq_connect_shared_at(engine, &db, file, line));
	const cq_status status = make(db, options, file, line, &why, out);
	if (status != CQ_OK) {
		cq_disconnect(&db);
		return refuse(engine, status, &why);
	}
	(*out)->owns_db = true;
	return CQ_OK;
}

cq_status cq_session_open(cq_engine *engine, const cq_session_options *options, cq_session **out)
{
	return cq_session_open_at(engine, options, out, NULL, 0);
}

cq_status cq_session_on_at(cq_connection *db, const cq_session_options *options, cq_session **out, const char *file, int line)
{
	cq__error why = { 0 };
	if (out == NULL)
		return cq__connection_refuse_statement(db, "cq_session_on", false);
	*out = NULL;
	CQ_TRY(cq__connection_enter_anywhere(db, "cq_session_on"));
	const cq_status status = make(db, options, file, line, &why, out);
	return status == CQ_OK ? CQ_OK : cq__connection_refused(db, &why);
}

cq_status cq_session_on(cq_connection *db, const cq_session_options *options, cq_session **out)
{
	return cq_session_on_at(db, options, out, NULL, 0);
}

/* ---- the handle ----------------------------------------------------------------------------------------------------- */

cq_status cq_session_run_schema(cq_session *session, const char *call,
	cq_status (*function)(cq_connection *db, const cq_table *const *tables, size_t count), const cq_table *const *tables, size_t count)
{
	CQ_TRY(cq__session_enter(session, call));
	const cq_status status = function(session->db, tables, count);
	return cq__session_leave(session, status == CQ_OK ? CQ_OK : cq__session_db_failed(session, status));
}

/* ---- closing -------------------------------------------------------------------------------------------------------- */

static cq_status refuse_to_close(cq_session *session, const char *why)
{
	cq__error told = { 0 };
	cq__error_set(&told, CQ_MISUSE, "cq_session_close: %s", why);
	cq__error_set_site(&told, session->busy_file, session->busy_line);
	cq__error_move(&session->error, &told);
	if (session->engine != NULL)
		cq__log_message(&session->engine->log, CQ_LOG_ERROR, "%s", cq__error_get(&session->error)->message);
	return CQ_MISUSE;
}

/* Whoever it belongs to; CQ_MISUSE while a call on it is under way: then it stays. */
static cq_status close_session(cq_session *session)
{
	if (session->busy_call != NULL)
		return refuse_to_close(session, "a call on the session is under way");
	session->busy_call = "cq_session_close";
	cq__levels_end(session);
	if (session->db != NULL) {
		leave_handle(session);
		cq__list_remove(&session->guest.link);
		if (session->owns_db)
			cq_disconnect(&session->db);
	}
	free_session(session);
	return CQ_OK;
}

void cq_session_close(cq_session **session)
{
	if (session == NULL || *session == NULL)
		return;
	cq_session *const closing = *session;
	if (!cq__session_enter_anywhere(closing)) {
		*session = NULL;
		return;
	}
	if (closing->of_factory)
		(void)refuse_to_close(closing, "what cq_session_current gives is closed when its task ends, or with its factory");
	else if (close_session(closing) == CQ_OK)
		*session = NULL;
}

void cq_session_scope_leave(cq_session **session)
{
	cq_session *const left = *session;
	if (left != NULL && cq__session_enter_anywhere(left) && left->engine != NULL && cq__error_is_set(&left->error))
		cq__error_copy(&left->engine->error, &left->error);
	cq_session_close(session);
}

/* ---- asking --------------------------------------------------------------------------------------------------------- */

cq_connection *cq_session_connection(cq_session *session)
{
	return cq__session_enter_anywhere(session) ? session->db : NULL;
}

const cq_error *cq_session_error(cq_session *session)
{
	return cq__session_enter_anywhere(session) ? cq__error_get(&session->error) : cq_last_error(NULL);
}
