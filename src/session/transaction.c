/* session/transaction.c: the transaction of a session: begun when something is written, committed after a flush, rolled back with
 * all that the session remembers of it.
 * It knows nothing of how a flush writes, nor of what the journal puts back. See session/level.h.
 *
 * session->db_level is the handle's level that is the session's own transaction: 1, or that of a savepoint where the handle had a
 * transaction already. The levels of cq_begin stand in session->levels; the transaction that a write began has none.
 */
#include "session/level.h"

#include "base/alloc.h"
#include "exec/run.h"
#include "session/enter.h"
#include "session/entry.h"
#include "session/flush.h"
#include "session/hook.h"
#include "session/object.h"

/* ---- the handle's transaction ------------------------------------------------------------------------------------- */

static cq_status db_begin(cq_session *session, const cq_transaction_options *options, uint32_t *level)
{
	cq_connection *const db = session->db;
	*level = 0;
	cq_status status = cq__connection_enter(db, "cq_begin");
	if (status == CQ_OK)
		status = cq__connection_leave(db, cq__level_begin(db, options, level));
	return status == CQ_OK ? CQ_OK : cq__session_db_failed(session, status);
}

static cq_status db_commit(cq_session *session, uint32_t level)
{
	cq_connection *const db = session->db;
	cq_status status = cq__connection_enter(db, "cq_commit");
	if (status == CQ_OK)
		status = cq__connection_leave(db, cq__level_commit(db, level));
	return status == CQ_OK ? CQ_OK : cq__session_db_failed(session, status);
}

static cq_status db_undo(cq_session *session, uint32_t level)
{
	cq_connection *const db = session->db;
	const cq_status status = cq__connection_enter(db, "cq_rollback");
	if (status != CQ_OK)
		return cq__session_db_failed(session, status);
	cq__level_undo(db, level);
	if (cq__levels_open(db) >= level)
		return cq__session_fail(session, CQ_DATABASE, "the transaction could not be rolled back; it is, when the connection is closed");
	return CQ_OK;
}

/* Whether the database still has what the session began. */
static bool db_has(cq_session *session, uint32_t level)
{
	return cq__levels_open(session->db) >= level;
}

static cq_status check_open(cq_session *session)
{
	if (session->unclean)
		return cq__session_fail(session, CQ_DATABASE, "what a call that failed has written is not rolled back yet; cq_rollback must do it "
			"before the session goes on");
	if (db_has(session, session->db_level))
		return CQ_OK;
	if (cq__error_is_set(&session->db->loss))
		return cq__session_fail(session, CQ_DATABASE, "the database has rolled the session's transaction back, and cq_rollback must "
			"put the session back before it goes on; the cause: %s", cq__error_get(&session->db->loss)->message);
	return cq__session_fail(session, CQ_DATABASE, "the session's transaction was ended beneath it, and cq_rollback must put the session back "
		"before it goes on");
}

static cq_status begin_outermost(cq_session *session, const cq_transaction_options *options)
{
	CQ_TRY(db_begin(session, options != NULL ? options : &session->options.transaction, &session->db_level));
	session->began = true;
	return CQ_OK;
}

cq_status cq__session_begin_writing(cq_session *session)
{
	return session->began ? check_open(session) : begin_outermost(session, NULL);
}

cq_status cq__session_begin_reading(cq_session *session)
{
	if (session->began)
		return check_open(session);
	return session->options.transaction.isolation >= CQ_ISOLATION_REPEATABLE_READ ? begin_outermost(session, NULL) : CQ_OK;
}

void cq__session_unbegin(cq_session *session, bool began)
{
	if (began || !session->began)
		return;
	cq__error kept = { 0 };
	cq__error_move(&kept, &session->working);
	const bool told = session->told;
	if (db_undo(session, session->db_level) == CQ_OK) {
		session->began = false;
		session->db_level = 0;
	} else {
		session->unclean = true;
	}
	cq__error_move(&session->working, &kept);
	session->told = told;
}

/* The handle's level that a rollback of the session's innermost one ends. */
static uint32_t innermost(const cq_session *session)
{
	return session->levels != NULL ? session->levels->db_level : session->db_level;
}

void cq__session_take_back(cq_session *session, cq__undo *mark, bool began)
{
	if (!session->began)
		return;
	cq__journal_take_back_to(session, mark);
	if (!began) {
		cq__session_unbegin(session, began);
		return;
	}
	/* A savepoint takes the rows back when the program rolls back to it. */
	if (innermost(session) == 1)
		cq__levels_lose(session->db, &session->working);
	if (cq__levels_open(session->db) >= innermost(session))
		session->unclean = true;
}

/* ---- ends ----------------------------------------------------------------------------------------------------------- */

static void drop_levels(cq_session *session)
{
	while (session->levels != NULL) {
		struct cq__level *const level = session->levels;
		session->levels = level->outer;
		cq__free(level);
	}
	session->level_count = 0;
	session->began = session->unclean = false;
	session->db_level = 0;
}

/* A savepoint is over, one way or the other. */
static void pop_level(cq_session *session)
{
	struct cq__level *const level = session->levels;
	session->levels = level->outer;
	session->level_count--;
	cq__free(level);
}

/* What was deleted has left the session. */
static void detach_deleted(cq_session *session)
{
	for (uint32_t i = 0; i < session->entry_count && session->deleted_count != 0; i++) {
		cq__entry *const entry = cq__entry_at(session, i);
		if (entry->state != CQ_DELETED)
			continue;
		entry->snapshot = NULL;
		cq__entry_free(session, entry, CQ_DETACHED);
	}
}

/* The outermost is committed, or may be. */
static void end_committed(cq_session *session, bool expires)
{
	drop_levels(session);
	detach_deleted(session);
	cq__journal_drop(session);
	if (!expires)
		return;
	/* A rollback later on does not load anew what is unloaded now. */
	cq__expire_all_somehow(session);
	cq__journal_drop(session);
}

/* It is gone: all is as it was when it began. */
static void end_rolled_back(cq_session *session)
{
	drop_levels(session);
	cq__journal_roll_back_to(session, NULL);
	(void)!cq__hooks_run(session, CQ_AFTER_ROLLBACK, NULL, NULL);
}

static bool is_outermost(const cq_session *session)
{
	return session->level_count == 0 || (session->level_count == 1 && session->levels->db_level == session->db_level);
}

/* ---- levels --------------------------------------------------------------------------------------------------------- */

static cq_status begin_level(cq_session *session, const cq_transaction_options *options, struct cq__level *level)
{
	if (!session->began) {
		CQ_TRY(begin_outermost(session, options));
		level->db_level = session->db_level;
		return CQ_OK;
	}
	CQ_TRY(check_open(session));
	CQ_TRY(cq__flush(session));
	CQ_TRY(db_begin(session, options, &level->db_level));
	level->mark = cq__journal_mark(session);
	return CQ_OK;
}

cq_status cq__levels_begin(cq_session *session, const cq_transaction_options *options)
{
	struct cq__level *const level = cq__zalloc(sizeof *level);
	if (level == NULL)
		return cq__session_fail(session, CQ_NO_MEMORY, NULL);
	const cq_status status = begin_level(session, options, level);
	if (status != CQ_OK) {
		cq__free(level);
		return status;
	}
	level->outer = session->levels;
	session->levels = level;
	session->level_count++;
	return CQ_OK;
}

/* What hooks of a flush add is not of that flush. */
enum { MOST_FLUSHES = 100 };

static cq_status flush_all(cq_session *session)
{
	CQ_TRY(cq__flush(session));
	for (int i = 0; session->options.hook_count != 0 && cq__flush_wanted(session); i++) {
		if (i == MOST_FLUSHES)
			return cq__session_fail(session, CQ_MISUSE, "cq_commit: %d flushes have left something to write: is there a hook that always changes something?", i);
		CQ_TRY(cq__flush(session));
	}
	return CQ_OK;
}

static cq_status commit_outermost(cq_session *session)
{
	CQ_TRY(cq__hooks_run(session, CQ_BEFORE_COMMIT, NULL, NULL));
	CQ_TRY(flush_all(session));
	if (session->began) {
		const cq_status status = db_commit(session, session->db_level);
		if (status == CQ_COMMIT_UNKNOWN) {
			end_committed(session, true);
			return status;
		}
		if (status != CQ_OK) {
			/* A database that rolled it back instead has ended it; one that is busy may be asked again. */
			if (!db_has(session, session->db_level) && !session->db->lost)
				end_rolled_back(session);
			return status;
		}
	}
	end_committed(session, session->options.expire_on_commit);
	(void)!cq__hooks_run(session, CQ_AFTER_COMMIT, NULL, NULL);
	return CQ_OK;
}

cq_status cq__levels_commit(cq_session *session)
{
	if (session->began)
		CQ_TRY(check_open(session));
	if (is_outermost(session))
		return commit_outermost(session);
	CQ_TRY(cq__flush(session));
	CQ_TRY(db_commit(session, session->levels->db_level));
	pop_level(session);
	return CQ_OK;
}

cq_status cq__levels_rollback(cq_session *session)
{
	if (is_outermost(session)) {
		if (session->began)
			CQ_TRY(db_undo(session, session->db_level));
		end_rolled_back(session);
		return CQ_OK;
	}
	CQ_TRY(db_undo(session, session->levels->db_level));
	/* No level is begun behind a failure that left rows: they stood in this one. */
	session->unclean = false;
	cq__journal_roll_back_to(session, session->levels->mark);
	pop_level(session);
	return CQ_OK;
}

cq_status cq__levels_end_to(cq_session *session, uint32_t level, cq_status (*end)(cq_session *session))
{
	while (session->level_count >= level)
		CQ_TRY(end(session));
	return CQ_OK;
}

void cq__levels_end(cq_session *session)
{
	if (session->began && session->db != NULL)
		(void)!db_undo(session, session->db_level);
	cq__error_clear(&session->working);
	drop_levels(session);
}

/* ---- by call -------------------------------------------------------------------------------------------------------- */

cq_status cq_session_begin(cq_session *session, const cq_transaction_options *options)
{
	CQ_TRY(cq__session_enter(session, "cq_begin"));
	return cq__session_leave(session, cq__levels_begin(session, options));
}

cq_status cq_session_savepoint(cq_session *session)
{
	CQ_TRY(cq__session_enter(session, "cq_savepoint"));
	if (!session->began)
		return cq__session_leave(session, cq__session_fail(session, CQ_MISUSE, "a savepoint stands inside a transaction, and none is open"));
	return cq__session_leave(session, cq__levels_begin(session, NULL));
}

cq_status cq_session_commit(cq_session *session)
{
	CQ_TRY(cq__session_enter(session, "cq_commit"));
	return cq__session_leave(session, cq__levels_commit(session));
}

cq_status cq_session_rollback(cq_session *session)
{
	CQ_TRY(cq__session_enter(session, "cq_rollback"));
	return cq__session_leave(session, cq__levels_rollback(session));
}

bool cq_session_in_transaction(cq_session *session)
{
	return cq__session_enter_anywhere(session) && session->engine != NULL && session->began;
}

/* ---- scopes --------------------------------------------------------------------------------------------------------- */

static cq_status scope_begin(cq_scope *scope)
{
	cq_session *const session = scope->on;
	static const cq_transaction_options reading = { .read_only = true, .isolation = CQ_ISOLATION_REPEATABLE_READ };
	CQ_TRY(cq__session_enter(session, "CQ_TRANSACTION"));
	if (scope->kind == CQ_PRIV_SCOPE_SAVEPOINT && !session->began)
		return cq__session_leave(session, cq__session_fail(session, CQ_MISUSE,
			"CQ_SAVEPOINT stands inside a transaction, and none is open"));
	const bool reads = scope->kind == CQ_PRIV_SCOPE_READ_ONLY && !session->began;
	CQ_TRY(cq__session_leave(session, cq__levels_begin(session, reads ? &reading : scope->options)));
	scope->level = session->level_count;
	return CQ_OK;
}

static cq_status scope_commit(cq_scope *scope)
{
	cq_session *const session = scope->on;
	CQ_TRY(cq__session_enter(session, "CQ_TRANSACTION"));
	/* A transaction that was committed or rolled back inside is over. */
	if (session->level_count < scope->level)
		return cq__session_leave(session, cq__session_fail(session, CQ_MISUSE, "there is no open transaction to commit"));
	CQ_TRY(cq__session_leave(session, cq__levels_end_to(session, scope->level, cq__levels_commit)));
	scope->level = 0;
	return CQ_OK;
}

static void scope_leave(cq_scope *scope)
{
	cq_session *const session = scope->on;
	if (scope->level == 0 || session->level_count < scope->level)
		return;
	/* Whatever made this necessary is the first cause. */
	cq__error kept = { 0 };
	cq__error_copy(&kept, &session->error);
	if (cq__session_enter(session, "CQ_TRANSACTION") != CQ_OK) {
		cq__error_release(&kept);
		return;
	}
	(void)cq__session_leave(session, cq__levels_end_to(session, scope->level, cq__levels_rollback));
	cq__error_move(&session->error, &kept);
	scope->level = 0;
}

const cq_scope_verbs cq_session_scope_verbs = { scope_begin, scope_commit, scope_leave };
