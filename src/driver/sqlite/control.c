/* driver/sqlite/control.c: transactions: BEGIN, COMMIT, ROLLBACK, savepoints, and the one that a batch of reads shares.
 *
 * It knows nothing of values. Whether a transaction is open is always asked of SQLite: it may end one by itself.
 */
#include "driver/sqlite/sqlite.h"

/* DEFERRED takes no lock until the first statement; one that then wants to write may fail at once, whatever the busy
 * timeout, so whoever means to write says IMMEDIATE. */
static const char *const fixed_text[CQ__FIXED_COUNT] = {
	[CQ__FIXED_BEGIN] = "BEGIN",
	[CQ__FIXED_BEGIN_IMMEDIATE] = "BEGIN IMMEDIATE",
	[CQ__FIXED_COMMIT] = "COMMIT",
	[CQ__FIXED_ROLLBACK] = "ROLLBACK",
	[CQ__FIXED_SAVEPOINT] = "SAVEPOINT cquel_guard",
	[CQ__FIXED_RELEASE] = "RELEASE cquel_guard",
	[CQ__FIXED_ROLLBACK_TO] = "ROLLBACK TO cquel_guard",
};

int cq__sqlite_fixed(cq__connection *connection, int which)
{
	sqlite3_stmt **const statement = &connection->fixed[which];
	if (*statement == NULL) {
		const int code = sqlite3_prepare_v3(connection->handle, fixed_text[which], -1, SQLITE_PREPARE_PERSISTENT, statement,
			NULL);
		if (code != SQLITE_OK)
			return code;
	}
	const int code = sqlite3_step(*statement);
	(void)sqlite3_reset(*statement);
	return code == SQLITE_DONE || code == SQLITE_ROW ? SQLITE_OK : code;
}

void cq__sqlite_share_begin(cq__connection *connection)
{
	if (sqlite3_get_autocommit(connection->handle) != 0)
		connection->sharing = cq__sqlite_fixed(connection, CQ__FIXED_BEGIN) == SQLITE_OK;
}

void cq__sqlite_share_end(cq__connection *connection)
{
	connection->sharing = false;
	if (sqlite3_get_autocommit(connection->handle) != 0)
		return;
	if (cq__sqlite_fixed(connection, CQ__FIXED_COMMIT) != SQLITE_OK)
		(void)cq__sqlite_fixed(connection, CQ__FIXED_ROLLBACK);
}

static cq_status run_fixed(cq__connection *connection, cq__request *request, int which)
{
	const int code = cq__sqlite_fixed(connection, which);
	return code == SQLITE_OK ? CQ_OK : cq__sqlite_failed(connection, request, code, false);
}

/* A COMMIT that finds the file locked leaves the transaction open and may be sent again. The busy handler has waited for
 * the timeout by then; a deadline beyond it is used up here, and without one the program may try again. */
static cq_status commit(cq__connection *connection, cq__request *request)
{
	if (sqlite3_get_autocommit(connection->handle) != 0)
		return cq__error_set(request->error, CQ_DATABASE, "there is no transaction to commit: SQLite has rolled it back");
	int code;
	do {
		code = cq__sqlite_fixed(connection, CQ__FIXED_COMMIT);
		if (code == SQLITE_OK)
			return CQ_OK;
		if ((code & 0xff) != SQLITE_BUSY || connection->stopped != CQ_OK || request->deadline_ns == 0 ||
			connection->busy_timeout_ms <= 0)
			break;
	} while (cq__sqlite_may_go_on(connection, request) == CQ_OK);
	return cq__sqlite_failed(connection, request, code, false);
}

cq_status cq__sqlite_run_control(cq__connection *connection, cq__request *request)
{
	if (connection->sharing)
		cq__sqlite_share_end(connection);
	switch (request->control) {
	case CQ__CONTROL_COMMIT:
		return commit(connection, request);
	case CQ__CONTROL_ROLLBACK:
		/* What was to be undone may be gone already. */
		return sqlite3_get_autocommit(connection->handle) != 0 ? CQ_OK :
			run_fixed(connection, request, CQ__FIXED_ROLLBACK);
	default:
		return cq__sqlite_run_statement(connection, request);
	}
}
