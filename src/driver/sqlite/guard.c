/* driver/sqlite/guard.c: keeps what one request writes together: a transaction, or a savepoint in the one that is open.
 *
 * It knows nothing of what is written. rows.c and statement.c call it around what must be whole or not there.
 */
#include "driver/sqlite/sqlite.h"

cq_status cq__sqlite_guard_open(cq__connection *connection, cq__request *request, cq__guard *out)
{
	*out = CQ__GUARD_NONE;
	const bool own = sqlite3_get_autocommit(connection->handle) != 0;
	const int code = cq__sqlite_fixed(connection, own ? CQ__FIXED_BEGIN_IMMEDIATE : CQ__FIXED_SAVEPOINT);
	if (code != SQLITE_OK)
		return cq__sqlite_failed(connection, request, code, false);
	*out = own ? CQ__GUARD_TRANSACTION : CQ__GUARD_SAVEPOINT;
	return CQ_OK;
}

static void undo(cq__connection *connection, cq__guard kind)
{
	/* SQLite may have rolled everything back itself. */
	if (sqlite3_get_autocommit(connection->handle) != 0)
		return;
	if (kind == CQ__GUARD_TRANSACTION) {
		(void)cq__sqlite_fixed(connection, CQ__FIXED_ROLLBACK);
	} else {
		(void)cq__sqlite_fixed(connection, CQ__FIXED_ROLLBACK_TO);
		(void)cq__sqlite_fixed(connection, CQ__FIXED_RELEASE);
	}
}

cq_status cq__sqlite_guard_close(cq__connection *connection, cq__request *request, cq__guard kind, cq_status status)
{
	if (kind == CQ__GUARD_NONE)
		return status;
	if (status == CQ_OK) {
		const int code = cq__sqlite_fixed(connection,
			kind == CQ__GUARD_TRANSACTION ? CQ__FIXED_COMMIT : CQ__FIXED_RELEASE);
		if (code == SQLITE_OK)
			return CQ_OK;
		status = cq__sqlite_failed(connection, request, code, false);
	}
	undo(connection, kind);
	return status;
}
