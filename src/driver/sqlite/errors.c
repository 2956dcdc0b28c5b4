/* driver/sqlite/errors.c: what SQLite says when it fails, as a status and as the names in its message.
 *
 * It knows nothing of requests but where their error goes. Every other file of the driver calls it.
 */
#include "driver/sqlite/sqlite.h"

#include <string.h>

static cq_status constraint_status(int code)
{
	switch (code) {
	case SQLITE_CONSTRAINT_UNIQUE:
	case SQLITE_CONSTRAINT_PRIMARYKEY:
	case SQLITE_CONSTRAINT_ROWID:
		return CQ_UNIQUE;
	case SQLITE_CONSTRAINT_FOREIGNKEY:
		return CQ_FOREIGN_KEY;
	case SQLITE_CONSTRAINT_NOTNULL:
		return CQ_NOT_NULL;
	case SQLITE_CONSTRAINT_CHECK:
		return CQ_CHECK;
	case SQLITE_CONSTRAINT_DATATYPE:
		return CQ_WRONG_TYPE;
	default:
		return CQ_INTEGRITY;
	}
}

static cq_status status_of(int code, bool preparing)
{
	switch (code) {
	case SQLITE_BUSY_SNAPSHOT:
		return CQ_SNAPSHOT;
	case SQLITE_IOERR_NOMEM:
		return CQ_NO_MEMORY;
	default:
		break;
	}
	switch (code & 0xff) {
	case SQLITE_NOMEM:
		return CQ_NO_MEMORY;
	case SQLITE_CONSTRAINT:
		return constraint_status(code);
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
	case SQLITE_PROTOCOL:
		return CQ_BUSY;
	case SQLITE_INTERRUPT:
		return CQ_CANCELLED;
	case SQLITE_READONLY:
		return CQ_READ_ONLY;
	case SQLITE_FULL:
		return CQ_FULL;
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return CQ_CORRUPT;
	case SQLITE_IOERR:
		return CQ_IO;
	case SQLITE_CANTOPEN:
		return CQ_CONNECTION;
	case SQLITE_TOOBIG:
		return CQ_TOO_LARGE;
	case SQLITE_MISMATCH:
		return CQ_WRONG_TYPE;
	case SQLITE_RANGE:
	case SQLITE_MISUSE:
		return CQ_MISUSE;
	case SQLITE_AUTH:
		return CQ_UNSUPPORTED;
	case SQLITE_ERROR:
		return preparing ? CQ_SYNTAX : CQ_DATABASE;
	default:
		return CQ_DATABASE;
	}
}

/* The names in "UNIQUE constraint failed: users.first, users.last": the table, and the column when there is one only. */
static void name_columns(cq__error *error, const char *list)
{
	char table[128];
	const char *const dot = strchr(list, '.');
	if (dot == NULL || (size_t)(dot - list) >= sizeof table)
		return;
	memcpy(table, list, (size_t)(dot - list));
	table[dot - list] = '\0';
	cq__error_set_table(error, table);
	if (strstr(dot + 1, ", ") == NULL)
		cq__error_set_column(error, dot + 1);
}

/* SQLite gives the names nowhere but in its message. */
static void name_constraint(cq__error *error, int code, const char *message)
{
	static const char marker[] = "constraint failed: ";
	const char *names = strstr(message, marker);
	if (names == NULL)
		return;
	names += sizeof marker - 1;
	static const char index[] = "index '";
	if (strncmp(names, index, sizeof index - 1) == 0) {
		char name[128];
		const char *const start = names + sizeof index - 1;
		const size_t length = strcspn(start, "'");
		if (length < sizeof name) {
			memcpy(name, start, length);
			name[length] = '\0';
			cq__error_set_constraint(error, name);
		}
	} else if (code == SQLITE_CONSTRAINT_CHECK) {
		cq__error_set_constraint(error, names);
	} else {
		name_columns(error, names);
	}
}

cq_status cq__sqlite_handle_failed(sqlite3 *handle, cq__error *error, int code, bool preparing)
{
	const int extended = sqlite3_extended_errcode(handle);
	if ((extended & 0xff) == (code & 0xff))
		code = extended;
	const char *const message = (code & 0xff) == SQLITE_MISUSE ? sqlite3_errstr(code) : sqlite3_errmsg(handle);
	const cq_status status = cq__error_set(error, status_of(code, preparing), "%s", message);
	if (error != NULL) {
		if ((code & 0xff) == SQLITE_CONSTRAINT)
			name_constraint(error, code, message);
		cq__error_set_native(error, code);
	}
	return status;
}

cq_status cq__sqlite_failed(cq__connection *connection, cq__request *request, int code, bool preparing)
{
	const int kind = code & 0xff;
	if (connection->stopped != CQ_OK && (kind == SQLITE_INTERRUPT || kind == SQLITE_BUSY)) {
		const bool late = connection->stopped == CQ_TIMEOUT;
		const cq_status status = cq__error_set(request->error, connection->stopped, "%s while the statement %s",
			late ? "the deadline passed" : "the operation was cancelled",
			kind == SQLITE_BUSY ? "waited for another connection" : "ran");
		cq__error_set_native(request->error, code);
		return status;
	}
	return cq__sqlite_handle_failed(connection->handle, request->error, code, preparing);
}
