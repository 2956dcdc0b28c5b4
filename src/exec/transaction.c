/* exec/transaction.c: transactions and savepoints, by call and by scope.
 * It knows nothing of what happens inside them. Programs call it, and inserts of many objects and the schema commands do.
 *
 * Level 1 is the transaction, level n the savepoint "cq_n" inside it. Whether any is open is asked of the database before
 * each step; the number of savepoints is only believed while it says so. Levels that a failure made the database roll back
 * are lost: they stay counted until the program has ended each, and take no statement.
 */
#include "exec/run.h"

#include <cquel/transaction.h>

enum {
	TEXT_BEGIN = 1,
	TEXT_BEGIN_READ_ONLY,
	TEXT_COMMIT,
	TEXT_ROLLBACK,
	TEXT_FIRST_SAVEPOINT = 8,
	DEEPEST_PREPARED = 16, /* savepoints at deeper levels are prepared each time */
};
_Static_assert(TEXT_FIRST_SAVEPOINT + 3 * DEEPEST_PREPARED <= CQ__FIRST_TEXT_ID, "the ids of statements come behind");

/* Sends one. deadline 0 for what undoes: it must not be stopped. */
static cq_status control(cq_connection *db, const char *sql, uint32_t id, cq__control what, int64_t deadline,
	cq__error *error)
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
	db->driver->run(db->driven, &request);
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
	(void)snprintf(sql, sizeof sql, "%s \"cq_%u\"", verb, level);
	const uint32_t kind = what == CQ__CONTROL_SAVEPOINT ? 0 : what == CQ__CONTROL_RELEASE ? 1 : 2;
	return control(db, sql, level < DEEPEST_PREPARED ? TEXT_FIRST_SAVEPOINT + 3 * level + kind : 0, what, deadline, error);
}

/* The program has ended a level, and those inside it, of a transaction that is lost. */
static void end_lost(cq_connection *db, uint32_t level)
{
	if (db->levels >= level)
		db->levels = level - 1;
	if (db->levels == 0) {
		db->lost = false;
		cq__error_clear(&db->loss);
	}
}

static cq_status report_loss(cq_connection *db)
{
	return cq__error_set(&db->working, CQ_DATABASE, "the transaction was rolled back by the database: %s",
		cq__error_get(&db->loss)->message);
}

/* How many levels are open, as far as the database agrees. *lost: there were some, and it has rolled them back. */
static uint32_t open_levels(cq_connection *db, bool *lost)
{
	const bool open = db->driver->in_transaction(db->driven);
	*lost = !open && db->levels != 0;
	if (!open)
		db->levels = 0;
	else if (db->levels == 0)
		db->levels = 1; /* the program's own SQL began it */
	return db->levels;
}

/* ---- levels ------------------------------------------------------------------------------------------------------- */

cq_status cq__level_begin(cq_connection *db, bool read_only, uint32_t *level)
{
	bool lost;
	*level = 0;
	if (__builtin_expect(db->lost, 0))
		return report_loss(db);
	const uint32_t levels = open_levels(db, &lost);
	const int64_t deadline = cq__connection_deadline(db);
	cq_status status;
	if (levels != 0)
		status = savepoint_control(db, "SAVEPOINT", levels + 1, CQ__CONTROL_SAVEPOINT, deadline, &db->working);
	else if (read_only)
		status = control(db, "BEGIN", TEXT_BEGIN_READ_ONLY, CQ__CONTROL_BEGIN, deadline, &db->working);
	else
		status = control(db, "BEGIN IMMEDIATE", TEXT_BEGIN, CQ__CONTROL_BEGIN, deadline, &db->working);
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
		return cq__error_set(&db->working, CQ_DATABASE, "the database has rolled the transaction back by itself");
	if (level == 0 || levels < level)
		return cq__error_set(&db->working, CQ_MISUSE, "there is no open transaction to commit");
	const int64_t deadline = cq__connection_deadline(db);
	const cq_status status = level == 1
		? control(db, "COMMIT", TEXT_COMMIT, CQ__CONTROL_COMMIT, deadline, &db->working)
		: savepoint_control(db, "RELEASE", level, CQ__CONTROL_RELEASE, deadline, &db->working);
	if (status == CQ_OK || (level == 1 && !db->driver->in_transaction(db->driven)))
		db->levels = level - 1;
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
	cq_status status;
	if (level == 1) {
		status = control(db, "ROLLBACK", TEXT_ROLLBACK, CQ__CONTROL_ROLLBACK, 0, error);
	} else {
		status = savepoint_control(db, "ROLLBACK TO", level, CQ__CONTROL_ROLLBACK_TO, 0, error);
		if (status == CQ_OK)
			status = savepoint_control(db, "RELEASE", level, CQ__CONTROL_RELEASE, 0, error);
	}
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

/* ---- by call ------------------------------------------------------------------------------------------------------ */

cq_status cq_begin(cq_connection *db, const cq_transaction_options *options)
{
	CQ_TRY(cq__connection_enter(db, "cq_begin"));
	uint32_t level;
	return cq__connection_leave(db, cq__level_begin(db, options != NULL && options->read_only, &level));
}

cq_status cq_savepoint(cq_connection *db)
{
	CQ_TRY(cq__connection_enter(db, "cq_savepoint"));
	bool lost;
	uint32_t level;
	if (!db->lost && open_levels(db, &lost) == 0)
		return cq__connection_leave(db,
			cq__error_set(&db->working, CQ_MISUSE, "a savepoint stands inside a transaction, and none is open"));
	return cq__connection_leave(db, cq__level_begin(db, false, &level));
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
	cq_connection *const db = scope->db;
	const cq_status status = cq__connection_enter(db, "CQ_TRANSACTION");
	if (status != CQ_OK)
		return scope_status(scope, status);
	bool lost;
	if (scope->kind == CQ_PRIV_SCOPE_SAVEPOINT && !db->lost && open_levels(db, &lost) == 0)
		return scope_status(scope, cq__connection_leave(db, cq__error_set(&db->working, CQ_MISUSE,
			"CQ_SAVEPOINT stands inside a transaction, and none is open")));
	return scope_status(scope, cq__connection_leave(db,
		cq__level_begin(db, scope->kind == CQ_PRIV_SCOPE_READ_ONLY, &scope->level)));
}

cq_status cq_scope_commit(cq_scope *scope)
{
	const cq_status status = cq__connection_enter(scope->db, "CQ_TRANSACTION");
	if (status != CQ_OK)
		return scope_status(scope, status);
	if (scope_status(scope, cq__connection_leave(scope->db, cq__level_commit(scope->db, scope->level))) == CQ_OK)
		scope->level = 0;
	return scope->status;
}

void cq_scope_leave(cq_scope *scope)
{
	if (scope->level == 0 || cq__connection_enter_anywhere(scope->db, "CQ_TRANSACTION") != CQ_OK)
		return;
	cq__level_undo(scope->db, scope->level);
	scope->level = 0;
}
