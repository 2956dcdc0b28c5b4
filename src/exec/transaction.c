/* exec/transaction.c: transactions and savepoints, by call and by scope.
 * It knows nothing of what happens inside them, nor of how a database says BEGIN. Programs call it, and inserts of many objects
 * and the schema commands do.
 *
 * Level 1 is the transaction, level n the savepoint "cq_n" inside it. Whether any is open is asked of the database before
 * each step; the number of savepoints is only believed while it says so. Levels that a failure made the database roll back
 * are lost: they stay counted until the program has ended each, and take no statement.
 */
#include "exec/await.h"
#include "exec/run.h"

#include <cquel/transaction.h>

#include <stdio.h>

enum {
	TEXT_COMMIT = 1,
	TEXT_ROLLBACK,
	TEXT_FIRST_BEGIN = 8,       /* one for each combination of options */
	TEXT_FIRST_SAVEPOINT = 24,
	DEEPEST_PREPARED = 12,      /* savepoints at deeper levels are prepared each time */
};
_Static_assert(TEXT_FIRST_BEGIN + 4 * (CQ_ISOLATION_SERIALIZABLE + 1) <= TEXT_FIRST_SAVEPOINT, "the ids do not meet");
_Static_assert(TEXT_FIRST_SAVEPOINT + 3 * DEEPEST_PREPARED <= CQ__FIRST_TEXT_ID, "the ids of statements come behind");

/* ---- failures ------------------------------------------------------------------------------------------------------- */

/* The same failure with another sentence. */
static void retell(cq__error *error, cq_status status, const char *format, const char *cause)
{
	cq__error told = { 0 };
	const cq_error *const was = cq__error_get(error);
	cq__error_set(&told, status, format, cause);
	cq__error_set_sqlstate(&told, was->sqlstate);
	cq__error_set_sql(&told, was->sql);
	cq__error_set_site(&told, was->file, was->line);
	cq__error_set_native(&told, was->native);
	cq__error_move(error, &told);
}

/* A database that keeps a failed transaction open says this to whatever is sent before it is rolled back. */
static bool follows_failure(const cq__error *error)
{
	return strcmp(cq__error_get(error)->sqlstate, "25P02") == 0;
}

void cq__connection_check_loss(cq_connection *db, cq__error *error)
{
	if (db->levels == 0 || db->lost)
		return;
	if (!db->driver->in_transaction(db->driven)) {
		db->lost = true;
		cq__error_copy(&db->loss, error);
	} else if (!follows_failure(error)) {
		/* What the database did not say has not ended anything there. */
		if (*cq__error_get(error)->sqlstate != '\0')
			cq__error_copy(&db->loss, error);
	} else if (cq__error_is_set(&db->loss)) {
		retell(error, CQ_DATABASE, "the transaction has failed, and takes nothing more until it is rolled back: %s",
			cq__error_get(&db->loss)->message);
	}
}

/* The program has ended a level, and those inside it, of a transaction that is lost. */
static void end_lost(cq_connection *db, uint32_t level)
{
	if (db->levels >= level)
		db->levels = level - 1;
	if (db->levels == 0)
		db->lost = false;
}

static cq_status report_loss(cq_connection *db)
{
	return cq__error_set(&db->working, CQ_DATABASE, "the transaction was rolled back by the database: %s",
		cq__error_get(&db->loss)->message);
}

/* ---- sending -------------------------------------------------------------------------------------------------------- */

enum { UNDO_GRACE_MS = 50 };

/* What undoes must not be stopped, but nobody waits for ever for a server: its connection is closed then, which undoes. A server
 * that has not stopped in time what is to be undone is not waited for as long again. */
static int64_t undo_deadline(const cq_connection *db)
{
	const cq_status failed = cq__error_get(&db->working)->code;
	if (db->engine->dialect->begin.remote && (failed == CQ_TIMEOUT || failed == CQ_COMMIT_UNKNOWN) &&
		db->driver->state(db->driven) == CQ__STATE_BUSY)
		return (int64_t)cq__deadline_after_ms(UNDO_GRACE_MS);
	return db->engine->dialect->begin.remote ? cq__connection_end_deadline(db) : 0;
}

/* Sends one; false in *certain: nobody waited for the answer. */
static cq_status control(cq_connection *db, const char *sql, uint32_t id, cq__control what, int64_t deadline,
	cq__error *error, bool *certain)
{
	const cq__text text = { .sql = sql, .length = (uint32_t)strlen(sql), .id = id, .cacheable = id != 0 };
	cq__request request = {
		.kind = CQ__REQUEST_CONTROL,
		.control = what,
		.text = &text,
		.deadline_ns = deadline,
		.timing = db->timing,
		.error = error,
	};
	cq__sit_out(db, &request);
	*certain = !request.abandoned;
	if (__builtin_expect(db->timing, 0))
		cq__echo_text(db->engine, sql, &request);
	if (request.status != CQ_OK) {
		cq__error_set(error, request.status, NULL);
		cq__error_set_sql(error, sql);
	}
	return request.status;
}

static cq_status savepoint_control(cq_connection *db, const char *verb, uint32_t level, cq__control what,
	int64_t deadline, cq__error *error)
{
	char sql[64];
	bool certain;
	(void)snprintf(sql, sizeof sql, "%s \"cq_%u\"", verb, level);
	const uint32_t kind = what == CQ__CONTROL_SAVEPOINT ? 0 : what == CQ__CONTROL_RELEASE ? 1 : 2;
	return control(db, sql, level < DEEPEST_PREPARED ? TEXT_FIRST_SAVEPOINT + 3 * level + kind : 0, what, deadline, error,
		&certain);
}

/* An answer that nobody waited for may have opened a transaction, or left one open: none is open behind this. */
static void make_certain(cq_connection *db)
{
	cq__error unheard = { 0 };
	bool certain;
	db->shielded = true;
	(void)control(db, "ROLLBACK", TEXT_ROLLBACK, CQ__CONTROL_ROLLBACK, undo_deadline(db), &unheard, &certain);
	db->shielded = false;
	cq__error_release(&unheard);
}

static cq_status begin(cq_connection *db, const cq_transaction_options *options, int64_t deadline)
{
	char text[CQ__LONGEST_BEGIN];
	bool certain;
	const char *const sql = cq__sql_begin(db->engine->dialect, options, text);
	if (sql == NULL)
		return cq__error_set(&db->working, CQ_UNSUPPORTED, "a transaction of %s cannot be begun with that isolation level",
			db->engine->dialect->name);
	const uint32_t id = TEXT_FIRST_BEGIN + 4 * (uint32_t)options->isolation + (options->read_only ? 2 : 0) + (options->deferrable ? 1 : 0);
	cq__error_clear(&db->loss);
	const cq_status status = control(db, sql, id, CQ__CONTROL_BEGIN, deadline, &db->working, &certain);
	if (status != CQ_OK && (!certain || db->driver->in_transaction(db->driven)))
		make_certain(db);
	db->isolation = options->isolation;
	db->reading = options->read_only;
	return status;
}

static cq_status commit(cq_connection *db, int64_t deadline)
{
	bool certain;
	cq_status status = control(db, "COMMIT", TEXT_COMMIT, CQ__CONTROL_COMMIT, deadline, &db->working, &certain);
	if (status == CQ_OK)
		return CQ_OK;
	if (!certain || status == CQ_COMMIT_UNKNOWN) {
		const char *const why = cq__error_get(&db->working)->message;
		retell(&db->working, CQ_COMMIT_UNKNOWN, "whether the transaction was committed is not known (%s); look for what it wrote "
			"before you do it again", why);
		if (db->driver->in_transaction(db->driven))
			make_certain(db);
		db->levels = 0;
		return CQ_COMMIT_UNKNOWN;
	}
	if (db->driver->in_transaction(db->driven))
		return status;
	db->levels = 0;
	if (status == CQ_DATABASE && cq__error_is_set(&db->loss))
		retell(&db->working, CQ_DATABASE, "the transaction was rolled back by the database: %s",
			cq__error_get(&db->loss)->message);
	return status;
}

/* ---- levels ------------------------------------------------------------------------------------------------------- */

/* How many levels are open, as far as the database agrees. *lost: there were some, and it has rolled them back. */
static uint32_t open_levels(cq_connection *db, bool *lost)
{
	const bool open = db->driver->in_transaction(db->driven);
	*lost = !open && db->levels != 0;
	if (!open) {
		db->levels = 0;
	} else if (db->levels == 0) {
		/* The program's own SQL began it. */
		db->levels = 1;
		db->isolation = CQ_ISOLATION_DEFAULT;
		db->reading = false;
	}
	return db->levels;
}

uint32_t cq__levels_open(cq_connection *db)
{
	bool lost;
	return db->lost ? 0 : open_levels(db, &lost);
}

/* Whether the open transaction is known to have the level. */
static bool has_isolation(const cq_connection *db, cq_isolation wanted)
{
	return wanted <= db->isolation || wanted <= db->engine->dialect->begin.least;
}

cq_status cq__level_begin(cq_connection *db, const cq_transaction_options *options, uint32_t *level)
{
	static const cq_transaction_options standard = CQ_TRANSACTION_OPTIONS_INIT;
	bool lost;
	*level = 0;
	if (options == NULL)
		options = &standard;
	if (__builtin_expect(db->lost, 0))
		return report_loss(db);
	const uint32_t levels = open_levels(db, &lost);
	const int64_t deadline = cq__connection_deadline(db);
	cq_status status;
	if (levels == 0)
		status = begin(db, options, deadline);
	else if (has_isolation(db, options->isolation))
		status = savepoint_control(db, "SAVEPOINT", levels + 1, CQ__CONTROL_SAVEPOINT, deadline, &db->working);
	else
		status = cq__error_set(&db->working, CQ_MISUSE,
			"a transaction is open that was begun with a lower isolation level, which cannot be raised inside it");
	if (status == CQ_OK)
		*level = db->levels = levels + 1;
	return status;
}

cq_status cq__level_commit(cq_connection *db, uint32_t level)
{
	bool lost;
	if (__builtin_expect(db->lost, 0)) {
		(void)report_loss(db);
		/* A savepoint stays open when it cannot be committed; with the outermost level all is over. */
		if (level <= 1)
			end_lost(db, 1);
		return CQ_DATABASE;
	}
	const uint32_t levels = open_levels(db, &lost);
	if (lost)
		return cq__error_set(&db->working, CQ_DATABASE,
			"there is no transaction to commit any more: the database has rolled it back, or a statement of the program's own has ended it");
	if (level == 0 || levels < level)
		return cq__error_set(&db->working, CQ_MISUSE, "there is no open transaction to commit");
	const int64_t deadline = cq__connection_deadline(db);
	const cq_status status = level == 1
		? commit(db, deadline)
		: savepoint_control(db, "RELEASE", level, CQ__CONTROL_RELEASE, deadline, &db->working);
	if (status == CQ_OK)
		db->levels = level - 1;
	return status;
}

static cq_status undo_transaction(cq_connection *db, cq__error *error)
{
	bool certain;
	const cq_status status = control(db, "ROLLBACK", TEXT_ROLLBACK, CQ__CONTROL_ROLLBACK, undo_deadline(db), error, &certain);
	/* With its connection a transaction goes, too. */
	if (status != CQ_OK && db->driver->in_transaction(db->driven))
		return status;
	cq__error_clear(error);
	return CQ_OK;
}

static cq_status undo_savepoint(cq_connection *db, uint32_t level, cq__error *error)
{
	cq_status status = savepoint_control(db, "ROLLBACK TO", level, CQ__CONTROL_ROLLBACK_TO, undo_deadline(db), error);
	if (status == CQ_OK)
		status = savepoint_control(db, "RELEASE", level, CQ__CONTROL_RELEASE, undo_deadline(db), error);
	if (status == CQ_OK)
		cq__error_clear(&db->loss);
	else
		cq__connection_check_loss(db, error);
	return status;
}

static cq_status undo(cq_connection *db, uint32_t level, cq__error *error)
{
	bool lost;
	if (cq__error_is_set(&db->working))
		cq__connection_check_loss(db, &db->working);
	if (__builtin_expect(db->lost, 0)) {
		if (level != 0)
			end_lost(db, level);
		return CQ_OK;
	}
	if (open_levels(db, &lost) < level || level == 0)
		return CQ_OK;
	/* A cancelled task undoes what it has done. */
	db->shielded = true;
	const cq_status status = level == 1 ? undo_transaction(db, error) : undo_savepoint(db, level, error);
	db->shielded = false;
	if (status == CQ_OK)
		db->levels = level - 1;
	return status;
}

void cq__level_undo(cq_connection *db, uint32_t level)
{
	cq__error unheard = { 0 };
	if (undo(db, level, &unheard) != CQ_OK)
		cq__log_message(&db->engine->log, CQ_LOG_WARNING, "rolling back failed: %s", cq__error_get(&unheard)->message);
	cq__error_release(&unheard);
}

void cq__levels_lose(cq_connection *db, cq__error *why)
{
	cq__error unheard = { 0 };
	bool certain;
	if (db->levels == 0 || db->lost)
		return;
	db->shielded = true;
	(void)control(db, "ROLLBACK", TEXT_ROLLBACK, CQ__CONTROL_ROLLBACK, undo_deadline(db), &unheard, &certain);
	db->shielded = false;
	cq__error_release(&unheard);
	cq__connection_check_loss(db, why);
}

/* ---- by call ------------------------------------------------------------------------------------------------------ */

cq_status cq_begin(cq_connection *db, const cq_transaction_options *options)
{
	CQ_TRY(cq__connection_enter(db, "cq_begin"));
	uint32_t level;
	return cq__connection_leave(db, cq__level_begin(db, options, &level));
}

cq_status cq_savepoint(cq_connection *db)
{
	CQ_TRY(cq__connection_enter(db, "cq_savepoint"));
	bool lost;
	uint32_t level;
	if (!db->lost && open_levels(db, &lost) == 0)
		return cq__connection_leave(db,
			cq__error_set(&db->working, CQ_MISUSE, "a savepoint stands inside a transaction, and none is open"));
	return cq__connection_leave(db, cq__level_begin(db, NULL, &level));
}

cq_status cq_commit(cq_connection *db)
{
	CQ_TRY(cq__connection_enter(db, "cq_commit"));
	/* Levels that the database has dropped are for cq__level_commit to report. */
	bool lost = db->levels != 0;
	const uint32_t level = lost ? db->levels : open_levels(db, &lost);
	return cq__connection_leave(db, cq__level_commit(db, level));
}

cq_status cq_rollback(cq_connection *db)
{
	CQ_TRY(cq__connection_enter(db, "cq_rollback"));
	bool lost = db->lost;
	const uint32_t level = lost ? db->levels : open_levels(db, &lost);
	if (level == 0 && !lost)
		return cq__connection_leave(db,
			cq__error_set(&db->working, CQ_MISUSE, "there is no open transaction to roll back"));
	return cq__connection_leave(db, undo(db, level, &db->working));
}

bool cq_in_transaction(cq_connection *db)
{
	return cq__connection_enter_anywhere(db, "cq_in_transaction") == CQ_OK && db->driver->in_transaction(db->driven);
}

/* ---- scopes ------------------------------------------------------------------------------------------------------- */

static cq_status scope_status(cq_scope *scope, cq_status status)
{
	scope->status = status;
	if (scope->out != NULL)
		*scope->out = status;
	return status;
}

cq_status cq_scope_begin(cq_scope *scope)
{
	if (scope->verbs != NULL)
		return scope_status(scope, scope->verbs->begin(scope));
	cq_connection *const db = scope->db;
	const cq_status status = cq__connection_enter(db, "CQ_TRANSACTION");
	if (status != CQ_OK)
		return scope_status(scope, status);
	/* The promise of one state for all that is read; what is open already keeps its own. */
	static const cq_transaction_options reading = { .read_only = true, .isolation = CQ_ISOLATION_REPEATABLE_READ };
	const bool nested = db->lost || cq__levels_open(db) != 0;
	if (scope->kind == CQ_PRIV_SCOPE_SAVEPOINT && !nested)
		return scope_status(scope, cq__connection_leave(db, cq__error_set(&db->working, CQ_MISUSE,
			"CQ_SAVEPOINT stands inside a transaction, and none is open")));
	const cq_transaction_options *const options = scope->kind == CQ_PRIV_SCOPE_READ_ONLY && !nested ? &reading : scope->options;
	return scope_status(scope, cq__connection_leave(db, cq__level_begin(db, options, &scope->level)));
}

cq_status cq_scope_commit(cq_scope *scope)
{
	if (scope->verbs != NULL)
		return scope_status(scope, scope->verbs->commit(scope));
	const cq_status status = cq__connection_enter(scope->db, "CQ_TRANSACTION");
	if (status != CQ_OK)
		return scope_status(scope, status);
	if (scope_status(scope, cq__connection_leave(scope->db, cq__level_commit(scope->db, scope->level))) == CQ_OK)
		scope->level = 0;
	return scope->status;
}

void cq_scope_leave(cq_scope *scope)
{
	if (scope->verbs != NULL) {
		scope->verbs->leave(scope);
		return;
	}
	if (scope->level == 0 || cq__connection_enter_anywhere(scope->db, "CQ_TRANSACTION") != CQ_OK)
		return;
	cq__level_undo(scope->db, scope->level);
	scope->level = 0;
}
