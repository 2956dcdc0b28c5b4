/* exec/connect.c: handles: what takes a connection from the pool, what shares those of others, and what gives them back.
 * It knows nothing of statements, nor of how the pool decides. Programs call it.
 */
#include "base/alloc.h"
#include "exec/await.h"
#include "exec/operation.h"
#include "exec/run.h"
#include "exec/shared.h"
#include "exec/site.h"
#include "exec/tasks.h"

/* The macros of these names say where they are called. */
#undef cq_connect
#undef cq_connect_shared

/* ---- the pool's view of an engine --------------------------------------------------------------------------------- */

/* The text that a place was compiled to last, for messages. */
static const char *sql_of(void *user, const cq_site *site)
{
	const cq_engine *const engine = user;
	const uint32_t id = __atomic_load_n(&site->id, __ATOMIC_RELAXED);
	const cq__site_slot *const slot = id - 1 < engine->cache.site_count ? &engine->cache.sites[id - 1] : NULL;
	return slot != NULL && slot->compiled != NULL ? slot->compiled->text.sql : NULL;
}

void cq__engine_make_pool(cq_engine *engine)
{
	const cq__url *const url = &engine->url;
	const bool local = strcmp(engine->driver->name, "sqlite") == 0;
	const cq__pool_settings settings = {
		.driver = engine->driver,
		.open = {
			.path = url->path,
			.url = url->server,
			.unnamed = url->unnamed,
			.loop = engine->loop,
			.connect_timeout_ms = engine->options.connect_timeout_ms,
			.busy_timeout_ms = engine->options.busy_timeout_ms,
			.statement_cache_bytes = engine->options.statement_cache_bytes,
			.read_only = url->read_only,
			.create = url->create,
			.echo_timing = cq__log_wants(&engine->log, CQ_LOG_STATEMENT),
			.settings = url->settings,
			.log = engine->options.log,
			.log_user = engine->options.log_user,
		},
		.options = engine->options.pool,
		.local = local,
		.unkept = local && url->memory,
		.lanes = local && !url->memory && !url->read_only,
		.loop = engine->loop,
		.log = &engine->log,
		.seed = cq__monotonic_ns() ^ (uint64_t)(uintptr_t)engine,
		.sql_of = sql_of,
		.user = engine,
	};
	cq__pool_init(&engine->pool, &settings);
}

/* ---- connecting --------------------------------------------------------------------------------------------------- */

static cq_status enter(cq_engine *engine, cq_connection **out, const char *call)
{
	if (out != NULL)
		*out = NULL;
	if (engine == NULL || out == NULL || !cq__engine_entered(engine) || engine->closed)
		return CQ_MISUSE;
	cq__error_clear(&engine->error);
	if (engine->in_callback)
		return cq__error_set(&engine->error, CQ_MISUSE, "%s waits, and a callback must not wait", call);
	return CQ_OK;
}

static cq_connection *make(cq_engine *engine, const char *file, int line)
{
	cq_connection *const db = cq__zalloc(sizeof *db);
	if (db == NULL)
		return NULL;
	db->engine = engine;
	db->timing = cq__log_wants(&engine->log, CQ_LOG_STATEMENT);
	db->timeout_ms = engine->options.timeout_ms;
	db->borrower = (cq__borrower){ .file = file, .line = line };
	cq__list_init(&db->operations);
	cq__list_init(&db->streams);
	cq__list_init(&db->listeners);
	return db;
}

/* Others of the engine may have failed meanwhile: this is what cq_engine_error tells. */
static cq_status fail(cq_engine *engine, cq_connection *db, cq_status status, cq__error *why)
{
	cq__free(db);
	(void)cq__error_move(&engine->error, why);
	cq__error_set(&engine->error, status, NULL);
	cq__log_message(&engine->log, CQ_LOG_ERROR, "%s: %s", cq_status_name(status), cq__error_get(&engine->error)->message);
	return status;
}

static void begin(cq_connection *db)
{
	cq_engine *const engine = db->engine;
	db->bind_limit = db->driver->bind_limit(db->driven);
	if (engine->cache.bind_limit == 0 || db->bind_limit < engine->cache.bind_limit)
		engine->cache.bind_limit = db->bind_limit;
	cq__list_push_back(&engine->connections, &db->link);
}

cq_status cq_connect_at(cq_engine *engine, cq_connection **out, const char *file, int line)
{
	cq__error why = { 0 };
	CQ_TRY(enter(engine, out, "cq_connect"));
	cq_connection *const db = make(engine, file, line);
	if (db == NULL)
		return fail(engine, NULL, CQ_NO_MEMORY, &why);
	cq__ticket ticket = { .lane = CQ__LANE_ANY, .borrower = &db->borrower };
	const cq_status status = cq__pool_lend(&engine->pool, &ticket, &why);
	if (status != CQ_OK)
		return fail(engine, db, status, &why);
	db->member = ticket.member;
	db->driver = engine->driver;
	db->driven = ticket.member->driven;
	begin(db);
	cq__log_message(&engine->log, CQ_LOG_TRACE, "connected to %s://%s", engine->url.scheme, engine->url.path);
	*out = db;
	return CQ_OK;
}

cq_status cq_connect(cq_engine *engine, cq_connection **out)
{
	return cq_connect_at(engine, out, NULL, 0);
}

cq_status cq_connect_shared_at(cq_engine *engine, cq_connection **out, const char *file, int line)
{
	/* In memory each connection is a database of its own. */
	if (engine != NULL && cq__engine_entered(engine) && engine->pool.settings.unkept)
		return cq_connect_at(engine, out, file, line);
	cq__error why = { 0 };
	CQ_TRY(enter(engine, out, "cq_connect_shared"));
	cq_connection *const db = make(engine, file, line);
	if (db == NULL)
		return fail(engine, NULL, CQ_NO_MEMORY, &why);
	if ((db->driven = cq__shared_open(&engine->pool, &db->borrower)) == NULL)
		return fail(engine, db, CQ_NO_MEMORY, &why);
	db->driver = &cq__driver_shared;
	begin(db);
	*out = db;
	return CQ_OK;
}

cq_status cq_connect_shared(cq_engine *engine, cq_connection **out)
{
	return cq_connect_shared_at(engine, out, NULL, 0);
}

/* ---- disconnecting ------------------------------------------------------------------------------------------------ */

void cq_disconnect(cq_connection **db)
{
	if (db == NULL || *db == NULL)
		return;
	cq_connection *const closing = *db;
	cq_engine *const engine = closing->engine;
	*db = NULL;
	if (!cq__engine_entered(engine))
		return;
	if (!cq__take_for_good(closing))
		return;
	cq__current_forget(closing);
	cq__streams_end(closing);
	cq__listeners_end(closing);
	cq__operations_end(closing);
	if (closing->member != NULL)
		cq__pool_give_back(&engine->pool, closing->member);
	else
		cq__driver_shared.close(closing->driven);
	cq__pool_turn(&engine->pool);
	cq__log_message(&engine->log, CQ_LOG_TRACE, "disconnected");
	cq__list_remove(&closing->link);
	cq__arena_destroy(closing->texts);
	cq__site_forget_repeats(closing);
	while (closing->spare_count != 0)
		cq__arena_destroy(closing->spare[--closing->spare_count]);
	cq__error_release(&closing->error);
	cq__error_release(&closing->working);
	cq__error_release(&closing->loss);
	cq__free(closing);
}

void cq__engine_disconnect_all(cq_engine *engine)
{
	while (!cq__list_empty(&engine->connections)) {
		cq_connection *db = CQ__LIST_ENTRY(cq__list_first(&engine->connections), cq_connection, link);
		cq__log_message(&engine->log, CQ_LOG_WARNING, "a connection was not given back before its engine closed (%s:%d)",
			db->borrower.file != NULL ? db->borrower.file : "?", db->borrower.line);
		cq_disconnect(&db);
	}
	cq__pool_release(&engine->pool);
}

/* ---- the pool, for programs --------------------------------------------------------------------------------------- */

cq_status cq_engine_warm(cq_engine *engine, uint32_t count)
{
	cq__error why = { 0 };
	cq_connection *none;
	CQ_TRY(enter(engine, &none, "cq_engine_warm"));
	const cq_status status = cq__pool_warm(&engine->pool, count, &why);
	return status == CQ_OK ? CQ_OK : fail(engine, NULL, status, &why);
}

void cq_engine_pool_counters(const cq_engine *engine, cq_pool_counters *out)
{
	if (out == NULL)
		return;
	*out = (cq_pool_counters){ 0 };
	if (engine != NULL && cq__engine_entered(engine) && !engine->closed)
		cq__pool_count(&engine->pool, out);
}
