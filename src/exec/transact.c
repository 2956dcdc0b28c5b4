/* exec/transact.c: a function run in a transaction, and run again when it collided with others.
 * It knows nothing of what the function does, nor of how a level begins and ends (transaction.c). Programs call it, and sessions
 * what it says of trying again.
 */
#include "exec/await.h"
#include "exec/run.h"

/* ---- waiting -------------------------------------------------------------------------------------------------------- */

/* A number whose bits do not follow from those of another moment (the finalizer of splitmix64). */
static uint64_t scatter(uint64_t x)
{
	x += UINT64_C(0x9e3779b97f4a7c15);
	x = (x ^ x >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	x = (x ^ x >> 27) * UINT64_C(0x94d049bb133111eb);
	return x ^ x >> 31;
}

/* Between the half and the whole of a time that doubles with each attempt: those who collided do not do so again in step. */
static int64_t backoff_ns(const cq_connection *db, const cq_transact_options *options, uint32_t attempt)
{
	const int64_t most = options->backoff_max_ms < INT64_C(86400000) ? options->backoff_max_ms : INT64_C(86400000);
	int64_t whole = options->backoff_ms;
	for (uint32_t i = 1; i < attempt && whole > 0 && whole < most; i++)
		whole *= 2;
	if (whole > most)
		whole = most;
	if (whole <= 0)
		return 0;
	const uint64_t half = (uint64_t)whole * 500000;
	return (int64_t)(half + scatter(cq__monotonic_ns() ^ (uint64_t)(uintptr_t)db) % (half + 1));
}

cq_status cq__back_off(cq_connection *db, const cq_transact_options *options, uint32_t attempt)
{
	cq__waiter nobody_wakes = { 0 };
	const int64_t time = backoff_ns(db, options, attempt);
	if (time == 0)
		return CQ_OK;
	struct cq__sitter sitter = { .text = "cq_transact" };
	const cq_status status = cq__suspend_in(db, &nobody_wakes, cq__monotonic_ns() + (uint64_t)time, false, &sitter);
	return status == CQ_TIMEOUT ? CQ_OK : cq__connection_leave(db, status);
}

/* ---- attempts ------------------------------------------------------------------------------------------------------- */

bool cq__may_succeed(const cq_connection *db, cq_status status)
{
	if (status == CQ_DATABASE)
		status = cq__error_get(&db->loss)->code;
	return cq_status_class(status) == CQ_CLASS_RETRYABLE;
}

static cq_status attempt_once(cq_connection *db, cq_transaction_function *function, void *argument,
	const cq_transaction_options *options, uint32_t attempt, bool *again)
{
	uint32_t level;
	cq_status status = cq__connection_leave(db, cq__level_begin(db, options, &level));
	*again = status != CQ_OK && cq_status_class(status) == CQ_CLASS_RETRYABLE;
	if (status != CQ_OK)
		return status;
	status = function(db, argument, attempt);
	if (status == CQ_OK)
		status = cq__connection_leave(db, cq__level_commit(db, level));
	if (status == CQ_OK)
		return CQ_OK;
	*again = cq__may_succeed(db, status);
	cq__level_undo(db, level);
	/* What could not be undone would be done twice. */
	*again = *again && cq__levels_open(db) < level;
	return status;
}

cq_status cq_transact(cq_connection *db, cq_transaction_function *function, void *argument, const cq_transact_options *options)
{
	static const cq_transact_options standard = CQ_TRANSACT_OPTIONS_INIT;
	CQ_TRY(cq__connection_enter(db, "cq_transact"));
	if (options == NULL)
		options = &standard;
	if (function == NULL)
		return cq__connection_leave(db, cq__error_set(&db->working, CQ_MISUSE, "cq_transact: the function is NULL"));
	/* What collides is the whole transaction. */
	const uint32_t attempts = db->lost || cq__levels_open(db) != 0 ? 1 : options->attempts;
	for (uint32_t attempt = 1;; attempt++) {
		bool again;
		const cq_status status = attempt_once(db, function, argument, &options->transaction, attempt, &again);
		if (status == CQ_OK || !again || attempt >= attempts)
			return status;
		cq__log_message(&db->engine->log, CQ_LOG_TRACE, "attempt %u of %u of a transaction ended with %s; there is another one",
			attempt, attempts, cq_status_name(status));
		CQ_TRY(cq__back_off(db, options, attempt));
	}
}
