/* exec/connect.c: handles: what takes a connection from the pool, what shares those of others, the hidden ones that serve another,
 * and what gives them back.
 * It knows nothing of statements, nor of how the pool decides. Programs call it.
 */
#include "base/alloc.h"
#include "exec/await.h"
#include "exec/operation.h"
#include "exec/run.h"
#include "exec/shared.h"
#include "exec/site.h"
#include "exec/tasks.h"

#include <cquel/routing.h>

/* The macros of these names say where they are called. */
#undef cq_connect
#undef cq_connect_shared
#undef cq_connect_read_only

/* ---- the pool's view of an engine --------------------------------------------------------------------------------- */

/* The text that a place was compiled to last, for messages. */
static const char *sql_of(void *user, const cq_site *site)
{
	const cq_engine *const engine = user;
	const uint32_t id = __atomic_load_n(&site->id, __ATOMIC_RELAXED);
	const cq__site_slot *const slot = id - 1 < engine->cache.site_count ? &engine->cache.sites[id - 1] : NULL;
	return slot != NULL && slot->compiled != NULL ? slot->compiled->text.sql : NULL;
}

static cq__pool_settings settings_of(cq_engine *engine, const cq__url *url, bool read_only)
{
	const bool local = strcmp(engine->driver->name, "sqlite") == 0;
	return (cq__pool_settings){
		.driver = engine->driver,
		.open = {
			.path = url->path,
			.url = url->server,
			.unnamed = url->unnamed,
			.loop = engine->loop,
			.connect_timeout_ms = engine->options.connect_timeout_ms,
			.busy_timeout_ms = engine->options.busy_timeout_ms,
			.statement_cache_bytes = engine->options.statement_cache_bytes,
			.read_only = url->read_only || read_only,
			.create = url->create && !read_only,
			.echo_timing = cq__log_wants(&engine->log, CQ_LOG_STATEMENT),
			.settings = url->settings,
			.log = engine->options.log,
			.log_user = engine->options.log_user,
		},
		.options = engine->options.pool,
		.local = local,
		.unkept = local && url->memory,
		.lanes = local && !url->memory && !url->read_only && !read_only,
		.loop = engine->loop,
		.log = &engine->log,
		.seed = cq__monotonic_ns() ^ (uint64_t)(uintptr_t)url,
		.sql_of = sql_of,
		.user = engine,
	};
}

static cq_status read_replica(const cq_engine *engine, cq__reader *reader, const char *text, cq__error *error)
{
	CQ_TRY(cq__url_parse(&reader->url, text, error));
	if (cq__driver_of(reader->url.scheme) != engine->driver)
		return cq__error_set(error, CQ_INVALID_URL, "a replica is of the same kind of database as its primary, %s, not %s",
			engine->url.scheme, reader->url.scheme);
	if (reader->url.memory)
		return cq__error_set(error, CQ_INVALID_URL, "a database in memory is no replica: each connection has its own");
	return engine->driver->check_url != NULL ? engine->driver->check_url(reader->url.server, error) : CQ_OK;
}

cq_status cq__engine_make_pools(cq_engine *engine, cq__error *error)
{
	cq__readers *const readers = &engine->readers;
	const size_t count = engine->options.replicas != NULL ? engine->options.replica_count : 0;
	cq__pool_settings settings = settings_of(engine, &engine->url, false);
	cq__pool_init(&engine->pool, &settings);
	readers->list = count < SIZE_MAX ? cq__alloc_array(count + 1, sizeof *readers->list) : NULL;
	if (readers->list == NULL)
		return cq__error_set(error, CQ_NO_MEMORY, NULL);
	memset(readers->list, 0, (count + 1) * sizeof *readers->list);
	for (size_t i = 0; i < count; i++) {
		cq__reader *const reader = &readers->list[readers->replicas++];
		CQ_TRY(read_replica(engine, reader, engine->options.replicas[i], error));
		settings = settings_of(engine, &reader->url, true);
		cq__pool_init(&reader->pool, &settings);
	}
	settings = settings_of(engine, &engine->url, true);
	cq__pool_init(&readers->list[count].pool, &settings);
	/* The program's own array may be gone tomorrow. */
	engine->options.replicas = NULL;
	return CQ_OK;
}

void cq__readers_release(cq__readers *readers)
{
	for (size_t i = 0; i < readers->replicas; i++)
		cq__url_release(&readers->list[i].url);
	cq__free(readers->list);
	*readers = (cq__readers){ 0 };
}

/* ---- connecting --------------------------------------------------------------------------------------------------- */

static cq_status enter_anywhere(cq_engine *engine, cq_connection **out, const char *call)
{
	if (out == NULL)
		return cq__engine_null(engine, call, "out");
	*out = NULL;
	if (engine == NULL || !cq__engine_entered(engine) || engine->closed)
		return CQ_MISUSE;
	cq__error_clear(&engine->error);
	return CQ_OK;
}

/* The same for calls that wait. */
static cq_status enter(cq_engine *engine, cq_connection **out, const char *call)
{
	CQ_TRY(enter_anywhere(engine, out, call));
	if (cq__engine_calls_back(engine))
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
	cq__list_init(&db->hidden);
	return db;
}

/* Others of the engine may have failed meanwhile: this is what cq_engine_error tells. db: the handle that comes to nothing, or NULL; file: NULL where
 * the place is not known. */
static cq_status fail(cq_engine *engine, cq_connection *db, const char *file, int line, cq_status status, cq__error *why)
{
	(void)cq__error_move(&engine->error, why);
	cq__error_set(&engine->error, status, NULL);
	if (file != NULL)
		cq__error_set_site(&engine->error, file, line);
	cq__free(db);
	cq__log_failure(&engine->log, status, cq__error_get(&engine->error));
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

/* One of the engine's own. */
static cq_status lend_own(cq_engine *engine, cq__ticket *ticket, cq__error *why)
{
	return cq__pool_lend(&engine->pool, ticket, why);
}

/* A handle that has a connection for itself. */
static cq_status connect_with(cq_engine *engine, cq_connection **out, const char *file, int line,
	cq_status (*lend)(cq_engine *engine, cq__ticket *ticket, cq__error *why))
{
	cq__error why = { 0 };
	cq_connection *const db = make(engine, file, line);
	if (db == NULL)
		return fail(engine, NULL, file, line, CQ_NO_MEMORY, &why);
	cq__ticket ticket = { .lane = CQ__LANE_ANY, .borrower = &db->borrower };
	const cq_status status = lend(engine, &ticket, &why);
	if (status != CQ_OK)
		return fail(engine, db, file, line, status, &why);
	db->member = ticket.member;
	db->driver = engine->driver;
	db->driven = ticket.member->driven;
	begin(db);
	cq__log_message(&engine->log, CQ_LOG_TRACE, "connected to %s://%s", engine->url.scheme, engine->url.path);
	*out = db;
	return CQ_OK;
}

cq_status cq_connect_at(cq_engine *engine, cq_connection **out, const char *file, int line)
{
	CQ_TRY(enter(engine, out, "cq_connect"));
	return connect_with(engine, out, file, line, lend_own);
}

cq_status cq_connect(cq_engine *engine, cq_connection **out)
{
	return cq_connect_at(engine, out, NULL, 0);
}

/* One of a reader that can be reached. */
static cq_status lend_reader(cq_engine *engine, cq__ticket *ticket, cq__error *why)
{
	for (uint32_t tries = 0;; tries++) {
		cq__reader *const reader = cq__readers_pick(&engine->readers, tries);
		const cq_status status = cq__pool_lend(&reader->pool, ticket, why);
		if (status == CQ_OK)
			cq__reader_works(reader);
		if (status != CQ_CONNECTION || !cq__reader_failed(&engine->readers, reader, why))
			return status;
		cq__error_clear(why);
	}
}

cq_status cq_connect_read_only_at(cq_engine *engine, cq_connection **out, const char *file, int line)
{
	CQ_TRY(enter(engine, out, "cq_connect_read_only"));
	if (engine->pool.settings.unkept) {
		cq__error why = { 0 };
		cq__error_set(&why, CQ_UNSUPPORTED, "in memory each connection is a database of its own: there is nothing to read");
		return fail(engine, NULL, file, line, CQ_UNSUPPORTED, &why);
	}
	return connect_with(engine, out, file, line, lend_reader);
}

cq_status cq_connect_read_only(cq_engine *engine, cq_connection **out)
{
	return cq_connect_read_only_at(engine, out, NULL, 0);
}

/* ---- shared and hidden handles -------------------------------------------------------------------------------------- */

static void serve(cq_connection *hidden, cq_connection *main)
{
	hidden->main = main;
	cq__list_push_back(&main->hidden, &hidden->served);
}

static cq_connection *make_reader(cq_connection *db)
{
	cq_connection *const reader = make(db->engine, db->borrower.file, db->borrower.line);
	if (reader == NULL)
		return NULL;
	if ((reader->driven = cq__shared_open_reader(&db->engine->readers, &reader->borrower)) == NULL) {
		cq__free(reader);
		return NULL;
	}
	reader->driver = &cq__driver_shared;
	reader->reads = true;
	return reader;
}

/* With the one beside it that reads from the replicas, where there are some. */
static cq_connection *make_shared(cq_engine *engine, const char *file, int line)
{
	cq_connection *const db = make(engine, file, line);
	if (db == NULL)
		return NULL;
	if (engine->readers.replicas != 0 && (db->replica = make_reader(db)) == NULL) {
		cq__free(db);
		return NULL;
	}
	if ((db->driven = cq__shared_open(&engine->pool, &db->borrower)) == NULL) {
		if (db->replica != NULL)
			cq__driver_shared.close(db->replica->driven);
		cq__free(db->replica);
		cq__free(db);
		return NULL;
	}
	db->driver = &cq__driver_shared;
	begin(db);
	if (db->replica != NULL) {
		begin(db->replica);
		serve(db->replica, db);
	}
	return db;
}

static cq_connection *reading_from(cq_connection *db)
{
	if (db->replica == NULL || db->levels != 0 || db->driver->in_transaction(db->driven))
		return db;
	db->replica->timeout_ms = db->timeout_ms;
	db->replica->dry_run = db->dry_run;
	return db->replica;
}

cq_connection *cq_replica(cq_connection *db)
{
	return db == NULL || !cq__engine_entered(db->engine) ? db : reading_from(db);
}

cq_connection *cq__connection_beside(cq_connection *db, cq_engine *other)
{
	cq_connection *const main = db->reads ? db->main : db;
	cq_connection *beside = NULL;
	CQ__LIST_EACH(link, &main->hidden) {
		cq_connection *const hidden = CQ__LIST_ENTRY(link, cq_connection, served);
		if (hidden->engine == other && !hidden->reads)
			beside = hidden;
	}
	if (beside == NULL) {
		if ((beside = make_shared(other, main->borrower.file, main->borrower.line)) == NULL)
			return NULL;
		serve(beside, main);
	}
	beside->timeout_ms = db->timeout_ms;
	beside->dry_run = db->dry_run;
	return db->reads ? reading_from(beside) : beside;
}

cq_status cq_connect_shared_at(cq_engine *engine, cq_connection **out, const char *file, int line)
{
	CQ_TRY(enter_anywhere(engine, out, "cq_connect_shared"));
	/* In memory each connection is a database of its own; there may be any number, so nobody waits for one. */
	if (engine->pool.settings.unkept)
		return connect_with(engine, out, file, line, lend_own);
	cq__error why = { 0 };
	*out = make_shared(engine, file, line);
	return *out != NULL ? CQ_OK : fail(engine, NULL, file, line, CQ_NO_MEMORY, &why);
}

cq_status cq_connect_shared(cq_engine *engine, cq_connection **out)
{
	return cq_connect_shared_at(engine, out, NULL, 0);
}

/* ---- disconnecting ------------------------------------------------------------------------------------------------ */

static void end_handle(cq_connection *closing)
{
	cq_engine *const engine = closing->engine;
	cq__current_forget(closing);
	cq__streams_end(closing);
	cq__listeners_end(closing);
	cq__operations_end(closing);
	cq__pool *const pool = closing->member != NULL ? closing->member->pool : &engine->pool;
	if (closing->member != NULL)
		cq__pool_give_back(pool, closing->member);
	else
		cq__driver_shared.close(closing->driven);
	cq__pool_turn(pool);
	cq__log_message(&engine->log, CQ_LOG_TRACE, "disconnected");
	cq__list_remove(&closing->link);
	cq__list_remove(&closing->served);
	if (closing->main != NULL && closing->main->replica == closing)
		closing->main->replica = NULL;
	cq__arena_destroy(closing->texts);
	cq__site_forget_repeats(closing);
	while (closing->spare_count != 0)
		cq__arena_destroy(closing->spare[--closing->spare_count]);
	cq__error_release(&closing->error);
	cq__error_release(&closing->working);
	cq__error_release(&closing->loss);
	cq__free(closing);
}

/* With all that serve it. False: a task waits inside of one, and all stay. */
static bool take_all(cq_connection *db)
{
	CQ__LIST_EACH(link, &db->hidden) {
		cq_connection *const hidden = CQ__LIST_ENTRY(link, cq_connection, served);
		const bool waits = hidden->taken || (hidden->replica != NULL && hidden->replica->taken);
		if (waits)
			return cq__refuse_second(hidden->taken ? hidden : hidden->replica, "cq_disconnect") == CQ_OK;
	}
	return cq__take_for_good(db);
}

static void end_hidden(cq_connection *db)
{
	while (!cq__list_empty(&db->hidden)) {
		cq_connection *const hidden = CQ__LIST_ENTRY(cq__list_first(&db->hidden), cq_connection, served);
		(void)cq__take_for_good(hidden);
		end_hidden(hidden);
		end_handle(hidden);
	}
}

void cq_disconnect(cq_connection **db)
{
	if (db == NULL || *db == NULL)
		return;
	cq_connection *const closing = *db;
	if (!cq__engine_entered(closing->engine)) {
		*db = NULL;
		return;
	}
	if (closing->main != NULL) {
		cq__error refused = { 0 };
		*db = NULL;
		cq__error_set(&refused, CQ_MISUSE, "cq_disconnect: what cq_replica gives belongs to the handle that it was asked of");
		(void)cq__connection_refused(closing, &refused);
		return;
	}
	if (closing->sessions != 0) {
		cq__error refused = { 0 };
		cq__error_set(&refused, CQ_MISUSE, "cq_disconnect: a session works on the handle, which ends with it or behind it: cq_session_close");
		(void)cq__connection_refused(closing, &refused);
		return;
	}
	if (!take_all(closing))
		return;
	*db = NULL;
	end_hidden(closing);
	end_handle(closing);
}

/* The pools of its readers, too. */
static void release_pools(cq_engine *engine)
{
	for (size_t i = 0; i <= engine->readers.replicas; i++)
		cq__pool_release(&engine->readers.list[i].pool);
	cq__pool_release(&engine->pool);
}

void cq__engine_disconnect_all(cq_engine *engine)
{
	while (!cq__list_empty(&engine->connections)) {
		cq_connection *db = CQ__LIST_ENTRY(cq__list_first(&engine->connections), cq_connection, link);
		if (db->main != NULL) {
			(void)cq__take_for_good(db);
			end_hidden(db);
			end_handle(db);
			continue;
		}
		cq__log_message(&engine->log, CQ_LOG_WARNING, "a connection was not given back before its engine closed (%s:%d)",
			db->borrower.file != NULL ? db->borrower.file : "?", db->borrower.line);
		cq_disconnect(&db);
	}
	release_pools(engine);
}

/* ---- the pool, for programs --------------------------------------------------------------------------------------- */

cq_status cq_engine_warm(cq_engine *engine, uint32_t count)
{
	cq__error why = { 0 };
	cq_connection *none;
	CQ_TRY(enter(engine, &none, "cq_engine_warm"));
	const cq_status status = cq__pool_warm(&engine->pool, count, &why);
	return status == CQ_OK ? CQ_OK : fail(engine, NULL, NULL, 0, status, &why);
}

void cq_engine_pool_counters(const cq_engine *engine, cq_pool_counters *out)
{
	if (out == NULL)
		return;
	*out = (cq_pool_counters){ 0 };
	if (engine != NULL && cq__engine_entered(engine) && !engine->closed)
		cq__pool_count(&engine->pool, out);
}

void cq_engine_replica_counters(const cq_engine *engine, size_t index, cq_pool_counters *out)
{
	if (out == NULL)
		return;
	*out = (cq_pool_counters){ 0 };
	if (engine != NULL && cq__engine_entered(engine) && !engine->closed && index <= engine->readers.replicas)
		cq__pool_count(&engine->readers.list[index].pool, out);
}
