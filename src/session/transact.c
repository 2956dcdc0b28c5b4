/* session/transact.c: a function run in a session's transaction, and run again when it collided with others.
 * It knows nothing of what the function does, nor of how a level begins and ends (transaction.c). Programs call it.
 */
#include "session/level.h"

#include "base/log.h"
#include "exec/run.h"
#include "session/enter.h"
#include "session/flush.h"
#include "session/object.h"

/* The call that all attempts are part of; the session is not entered while the function runs. */
typedef struct transact {
	cq_session *session;
	cq_session_function *function;
	void *argument;
	const cq_transaction_options *options; /* NULL: the session's own */
	const char *file;
	int line;
} transact;

static cq_status enter(const transact *call)
{
	call->session->next_file = call->file;
	call->session->next_line = call->line;
	return cq__session_enter(call->session, "cq_transact");
}

static cq_status begin(const transact *call, uint32_t *level)
{
	CQ_TRY(enter(call));
	const cq_status status = cq__levels_begin(call->session, call->options);
	*level = call->session->level_count;
	return cq__session_leave(call->session, status);
}

static cq_status commit(const transact *call, uint32_t level)
{
	cq_session *const session = call->session;
	CQ_TRY(enter(call));
	if (session->level_count < level)
		return cq__session_leave(session, cq__session_fail(session, CQ_MISUSE, "cq_transact: there is no open transaction to commit"));
	return cq__session_leave(session, cq__levels_end_to(session, level, cq__levels_commit));
}

/* What others have written is what the attempt collided with: nothing that was read before it is believed. A later rollback does not take
 * that back. */
static void forget_what_was_read(cq_session *session)
{
	cq__expire_all_somehow(session);
	cq__journal_drop(session);
}

/* Whether all is undone. The failure that made it necessary stays the session's. */
static bool undo(const transact *call, uint32_t level, bool again)
{
	cq_session *const session = call->session;
	cq__error kept = { 0 };
	cq__error_copy(&kept, &session->error);
	cq_status status = enter(call);
	if (status == CQ_OK) {
		status = cq__levels_end_to(session, level, cq__levels_rollback);
		if (status == CQ_OK && again)
			forget_what_was_read(session);
		(void)cq__session_leave(session, status);
	}
	cq__error_move(&session->error, &kept);
	return status == CQ_OK;
}

static cq_status attempt_once(const transact *call, uint32_t attempt, bool last, bool *again)
{
	uint32_t level;
	cq_status status = begin(call, &level);
	*again = !last && status != CQ_OK && cq_status_class(status) == CQ_CLASS_RETRYABLE;
	if (status != CQ_OK)
		return status;
	status = call->function(call->session, call->argument, attempt);
	if (status == CQ_OK)
		status = commit(call, level);
	if (status == CQ_OK)
		return CQ_OK;
	/* The engine may have been closed inside. */
	*again = !last && call->session->db != NULL && cq__may_succeed(call->session->db, status);
	*again = undo(call, level, *again) && *again;
	return status;
}

/* Another task's call meanwhile is refused. */
static cq_status wait_before_next(const transact *call, const cq_transact_options *options, uint32_t attempt)
{
	cq_session *const session = call->session;
	cq_connection *const db = session->db;
	CQ_TRY(enter(call));
	cq_status status = cq__connection_enter(db, "cq_transact");
	if (status == CQ_OK)
		status = cq__back_off(db, options, attempt);
	return cq__session_leave(session, status == CQ_OK ? CQ_OK : cq__session_db_failed(session, status));
}

/* What would have to be run again is the whole transaction; and of what the first attempt was to write, but the program had changed before it,
 * another attempt would know nothing. What the session holds was read before the transaction: whoever computes with it would write over what others have
 * written since, at any isolation, for a key that is found in the session is not read. So the first attempt begins as all others do. */
static cq_status prepare(cq_session *session, const cq_transact_options *options, uint32_t *attempts)
{
	const bool inside = session->began || session->db->lost || cq__levels_open(session->db) != 0;
	*attempts = inside ? 1 : options->attempts;
	if (*attempts <= 1)
		return CQ_OK;
	if (cq__flush_wanted(session))
		return cq__session_fail(session, CQ_MISUSE, "cq_transact: the session holds changes that are not written, and another attempt would not have them: "
			"commit them before, or make them in the function");
	CQ_TRY(cq__expire_all(session, NULL));
	cq__journal_drop(session);
	return CQ_OK;
}

cq_status cq_session_transact(cq_session *session, cq_session_function *function, void *argument, const cq_transact_options *options)
{
	static const cq_transact_options standard = CQ_TRANSACT_OPTIONS_INIT;
	CQ_TRY(cq__session_enter(session, "cq_transact"));
	const transact call = { session, function, argument, options != NULL ? &options->transaction : NULL, session->busy_file, session->busy_line };
	if (options == NULL)
		options = &standard;
	uint32_t attempts = 0;
	CQ_TRY(cq__session_leave(session, function == NULL ? cq__session_fail(session, CQ_MISUSE, "cq_transact: the function is NULL")
		: prepare(session, options, &attempts)));
	for (uint32_t attempt = 1;; attempt++) {
		bool again;
		const cq_status status = attempt_once(&call, attempt, attempt >= attempts, &again);
		if (status == CQ_OK || !again)
			return status;
		cq__log_message(&session->engine->log, CQ_LOG_TRACE, "attempt %u of %u of a session's transaction ended with %s; there is another one",
			attempt, attempts, cq_status_name(status));
		CQ_TRY(wait_before_next(&call, options, attempt));
	}
}
