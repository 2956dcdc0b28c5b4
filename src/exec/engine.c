/* exec/engine.c: opening and closing engines, who may enter engines and connections, and the latest failure.
 * It knows nothing of statements, nor of where connections come from (connect.c).
 * Programs call it; every executor enters and leaves a connection through it.
 */
#include "exec/engine.h"

#include "base/alloc.h"
#include "base/text.h"
#include "exec/await.h"
#include "exec/binding.h"
#include "exec/operation.h"
#include "exec/run.h"
#include "exec/tasks.h"

#include <cquel/driver/postgres.h>
#include <cquel/driver/sqlite.h>

#define STATIC_MISUSE(text) \
	{ .shown = { .code = CQ_MISUSE, .kind = CQ_CLASS_PROGRAMMING, .message = (text), .sqlstate = "", .constraint = "", .table = "", \
		.column = "", .rule = "", .sql = "", .file = "" } }

/* What is told to whoever must not touch anything. */
static const cq_error *refused_entry(const cq_engine *engine)
{
	static const cq__error missing = STATIC_MISUSE("there is no engine, connection or session here: it is NULL, or closed, or another thread's");
	static const cq__error foreign = STATIC_MISUSE("it belongs to another thread: an engine and all under it are those of the thread that opened it");
	static const cq__error forked = STATIC_MISUSE("it was opened before this process was forked: a child opens its own, and closes "
		"nothing of its parent's");
	if (engine == NULL)
		return &missing.shown;
	return engine->process != cq__process_now() ? &forked.shown : &foreign.shown;
}

const cq__driver *cq__driver_of(const char *scheme)
{
#ifdef CQ_WITH_SQLITE
	if (strcmp(scheme, "sqlite") == 0)
		return &cq__driver_sqlite;
#endif
#ifdef CQ_WITH_POSTGRES
	if (strcmp(scheme, "postgresql") == 0)
		return &cq__driver_postgres;
#endif
	(void)scheme;
	return NULL;
}

const cq__dialect *cq__dialect_named(const char *name)
{
	if (name == NULL)
		return NULL;
	if (cq__text_equal_ascii(name, "sqlite"))
		return &cq__dialect_sqlite;
	if (cq__text_equal_ascii(name, "mariadb"))
		return &cq__dialect_mariadb;
	return cq__text_equal_ascii(name, "postgresql") || cq__text_equal_ascii(name, "postgres") ? &cq__dialect_postgres : NULL;
}

/* ---- entering ----------------------------------------------------------------------------------------------------- */

cq_status cq__engine_null(cq_engine *engine, const char *call, const char *what)
{
	if (engine == NULL || !cq__engine_entered(engine) || engine->closed)
		return CQ_MISUSE;
	cq__error_clear(&engine->error);
	return cq__error_set(&engine->error, CQ_MISUSE, "%s: %s is NULL", call, what);
}

cq_status cq__connection_enter_anywhere(cq_connection *db, const char *call)
{
	(void)call;
	/* Another thread's connection is not touched, not even to say so. */
	return db == NULL || !cq__engine_entered(db->engine) ? CQ_MISUSE : CQ_OK;
}

cq_status cq__connection_refused(cq_connection *db, cq__error *refused)
{
	const cq_status status = cq__error_move(&db->error, refused);
	cq__connection_tell_main(db);
	cq__log_failure(&db->engine->log, status, cq__error_get(&db->error));
	return status;
}

cq_status cq__connection_refuse(cq_connection *db, const char *call)
{
	if (cq__connection_enter_anywhere(db, call) != CQ_OK)
		return CQ_MISUSE;
	if (!cq__engine_calls_back(db->engine))
		return db->taken ? cq__refuse_second(db, call) : CQ_OK;
	cq__error refused = { 0 };
	cq__error_set(&refused, CQ_MISUSE, "%s waits, and a callback must not wait: submit an operation there", call);
	return cq__connection_refused(db, &refused);
}

cq_status cq__connection_refuse_statement(cq_connection *db, const char *call, bool complete)
{
	if (cq__connection_enter_anywhere(db, call) != CQ_OK)
		return CQ_MISUSE;
	if (!complete && !db->taken)
		return cq__connection_fail(db, cq__error_set(&db->working, CQ_MISUSE,
			"%s: an argument is NULL that must not be", call));
	if (!db->lost || db->taken)
		return cq__connection_refuse(db, call);
	return cq__connection_fail(db, cq__error_set(&db->working, CQ_DATABASE,
		"the database has rolled the transaction back by itself, which must end before anything else is sent; the cause: %s",
		cq__error_get(&db->loss)->message));
}

/* SQLite only says that the database is locked. */
static void explain_snapshot(cq_connection *db)
{
	cq__error told = { 0 };
	const cq_error *const was = cq__error_get(&db->working);
	cq__error_set(&told, CQ_SNAPSHOT, "%s: an open stream of this connection holds an older state of the database; close it first",
		was->message);
	cq__error_set_sqlstate(&told, was->sqlstate);
	cq__error_set_sql(&told, was->sql);
	cq__error_set_site(&told, was->file, was->line);
	cq__error_set_native(&told, was->native);
	cq__error_move(&db->working, &told);
}

cq_status cq__connection_fail(cq_connection *db, cq_status status)
{
	if (!cq__error_is_set(&db->working))
		cq__error_set(&db->working, status, NULL);
	if (status == CQ_SNAPSHOT && !cq__list_empty(&db->streams) && !db->driver->in_transaction(db->driven))
		explain_snapshot(db);
	cq__connection_check_loss(db, &db->working);
	if (db->member != NULL)
		cq__member_doubt(db->member, status, db->levels != 0 && db->reading);
	cq__error_move(&db->error, &db->working);
	cq__connection_tell_main(db);
	if (status != CQ_NO_ROW && status != CQ_TOO_MANY_ROWS)
		cq__log_failure(&db->engine->log, status, cq__error_get(&db->error));
	return status;
}

/* ---- engines ------------------------------------------------------------------------------------------------------ */

/* The cache dropped a text: what the connections prepared of it goes too. */
static void forget_text(void *user, uint32_t text_id)
{
	cq_engine *const engine = user;
	cq__log_message(&engine->log, CQ_LOG_TRACE, "statement %u is dropped from the cache", text_id);
	cq__pool_forget(&engine->pool, text_id);
	for (size_t i = 0; i <= engine->readers.replicas; i++)
		cq__pool_forget(&engine->readers.list[i].pool, text_id);
}

static void free_engine(cq_engine *engine);

static cq_status make_engine(cq_engine **out, const cq_engine_options *options, const char *text, cq__error *error)
{
	cq_engine *const engine = cq__zalloc(sizeof *engine);
	if (engine == NULL)
		return cq__error_set(error, CQ_NO_MEMORY, NULL);
	cq_status status = cq__url_parse(&engine->url, text, error);
	if (status == CQ_OK && (engine->driver = cq__driver_of(engine->url.scheme)) == NULL)
		status = cq__error_set(error, CQ_UNSUPPORTED, "this build has no driver for %s://", engine->url.scheme);
	if (status == CQ_OK && engine->driver->check_url != NULL)
		status = engine->driver->check_url(engine->url.server, error);
	if (status != CQ_OK) {
		cq__url_release(&engine->url);
		cq__free(engine);
		return status;
	}
	cq__process_watch_forks();
	engine->owner = pthread_self();
	engine->process = cq__process_now();
	engine->dialect = cq__dialect_named(engine->driver->name);
	engine->options = *options;
	if (engine->url.busy_timeout_ms >= 0)
		engine->options.busy_timeout_ms = engine->url.busy_timeout_ms;
	engine->log = (cq__log){ options->log, options->log_user, options->log_level };
	cq__list_init(&engine->connections);
	cq__list_init(&engine->ready);
	cq__list_init(&engine->told);
	cq__list_init(&engine->companions);
	cq__list_init(&engine->guests);
	engine->home = options->beside != NULL ? options->beside->home : engine;
	if (engine->home == engine)
		cq__loop_init(&engine->own_loop);
	else
		cq__list_push_back(&engine->home->companions, &engine->beside);
	engine->loop = &engine->home->own_loop;
	engine->in_callback = engine->home->in_callback;
	cq__cache_init(&engine->cache, options->statement_cache_bytes, forget_text, engine);
	status = cq__engine_make_pools(engine, error);
	if (status != CQ_OK) {
		free_engine(engine);
		return status;
	}
	*out = engine;
	return CQ_OK;
}

cq_status cq_engine_open(cq_engine **out, const char *url, const cq_engine_options *options, char *message)
{
	static const cq_engine_options standard = CQ_ENGINE_OPTIONS_INIT;
	cq__error error = { 0 };
	cq_status status;
	if (out != NULL)
		*out = NULL;
	if (out == NULL)
		status = cq__error_set(&error, CQ_MISUSE, "cq_engine_open: out is NULL");
	else if (options != NULL && options->beside != NULL && (!cq__engine_entered(options->beside) || options->beside->closed))
		status = cq__error_set(&error, CQ_MISUSE, "cq_engine_open: the engine beside is another thread's, or closed");
	else
		status = make_engine(out, options != NULL ? options : &standard, url, &error);
	if (message != NULL)
		cq__text_copy(message, CQ_ERROR_TEXT, status == CQ_OK ? "" : cq__error_get(&error)->message);
	if (status != CQ_OK && options != NULL) {
		const cq__log log = { options->log, options->log_user, options->log_level };
		cq__log_message(&log, CQ_LOG_ERROR, "%s: %s", cq_status_name(status), cq__error_get(&error)->message);
	}
	cq__error_release(&error);
	return status;
}

static void free_engine(cq_engine *engine)
{
	if (engine->home == engine) {
		cq__hook_end(engine);
		cq__tasks_release(engine);
		cq__loop_release(engine->loop);
	}
	cq__list_remove(&engine->beside);
	cq__insert_plans_release(engine);
	if (engine->models != NULL)
		engine->models_release(engine->models);
	cq__cache_release(&engine->cache);
	cq__map_release(&engine->descriptions);
	cq__arena_destroy(engine->described);
	cq__readers_release(&engine->readers);
	cq__free(engine->bindings);
	cq__url_release(&engine->url);
	cq__error_release(&engine->error);
	cq__free(engine);
}

void cq__engine_settle(cq_engine *engine)
{
	cq_engine *const home = engine->home;
	if (home->driving != 0)
		return;
	CQ__LIST_EACH(link, &home->companions) {
		cq_engine *const companion = CQ__LIST_ENTRY(link, cq_engine, beside);
		if (companion->closed)
			free_engine(companion);
	}
	if (home->closed && cq__list_empty(&home->companions))
		free_engine(home);
}

/* Its own tasks have ended; one of an engine that shares the loop may still wait inside of a handle, which cannot go then. */
static bool is_waited_in(const cq_engine *engine)
{
	for (const cq__list_link *link = engine->connections.head.next; link != &engine->connections.head; link = link->next) {
		const cq_connection *const db = CQ__LIST_ENTRY(link, const cq_connection, link);
		if (db->taken)
			return true;
		for (const cq__list_link *of = db->hidden.head.next; of != &db->hidden.head; of = of->next)
			if (CQ__LIST_ENTRY(of, const cq_connection, served)->taken)
				return true;
	}
	return false;
}

void cq_engine_close(cq_engine **engine)
{
	if (engine == NULL || *engine == NULL)
		return;
	cq_engine *const closing = *engine;
	if (cq__engine_entered(closing) && cq__tasks_forbid_close(closing)) {
		cq__error_clear(&closing->error);
		cq__error_set(&closing->error, CQ_MISUSE, "cq_engine_close: a task must not close its own engine");
		return;
	}
	*engine = NULL;
	if (!cq__engine_entered(closing) || closing->closed || closing->ending)
		return;
	cq__tasks_end(closing);
	if (is_waited_in(closing)) {
		closing->ending = false;
		cq__error_clear(&closing->error);
		cq__error_set(&closing->error, CQ_MISUSE, "cq_engine_close: a task of another engine waits on a handle of this one");
		cq__log_message(&closing->log, CQ_LOG_ERROR, "%s", cq__error_get(&closing->error)->message);
		*engine = closing;
		return;
	}
	cq__bindings_close(closing);
	CQ__LIST_EACH(link, &closing->guests) {
		cq__guest *const guest = CQ__LIST_ENTRY(link, cq__guest, link);
		cq__list_remove(link);
		guest->closing(guest);
	}
	cq__engine_disconnect_all(closing);
	closing->closed = true;
	cq__engine_settle(closing);
}

void cq_engine_cache_counters(const cq_engine *engine, cq_cache_counters *out)
{
	if (out == NULL)
		return;
	*out = (cq_cache_counters){ 0 };
	if (engine == NULL || !cq__engine_entered(engine))
		return;
	const cq__cache *const cache = &engine->cache;
	*out = (cq_cache_counters){ cache->bytes, cache->shapes.count, cache->hits, cache->compiled, cache->evicted };
}

const cq_error *cq_engine_error(const cq_engine *engine)
{
	return engine == NULL || !cq__engine_entered(engine) ? refused_entry(engine) : cq__error_get(&engine->error);
}

/* ---- connections -------------------------------------------------------------------------------------------------- */

cq_engine *cq_connection_engine(cq_connection *db)
{
	return db != NULL ? db->engine : NULL;
}

const cq_error *cq_last_error(const cq_connection *db)
{
	const cq_engine *const engine = db != NULL ? db->engine : NULL;
	return engine == NULL || !cq__engine_entered(engine) ? refused_entry(engine) : cq__error_get(&db->error);
}

cq_status cq_connection_set_timeout(cq_connection *db, int64_t timeout_ms)
{
	const cq_status status = cq__connection_enter_anywhere(db, "cq_connection_set_timeout");
	if (status == CQ_OK)
		db->timeout_ms = timeout_ms > 0 ? timeout_ms : 0;
	return status;
}

struct sqlite3 *cq_sqlite_handle(cq_connection *db)
{
	if (cq__connection_enter_anywhere(db, "cq_sqlite_handle") != CQ_OK || strcmp(db->engine->driver->name, "sqlite") != 0)
		return NULL;
	return db->driver->native(db->driven);
}

struct pg_conn *cq_postgres_handle(cq_connection *db)
{
	if (cq__connection_enter_anywhere(db, "cq_postgres_handle") != CQ_OK || strcmp(db->engine->driver->name, "postgresql") != 0)
		return NULL;
	return db->driver->native(db->driven);
}
