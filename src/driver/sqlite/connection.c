/* driver/sqlite/connection.c: opens and closes a handle.
 *
 * It knows nothing of requests. driver.c calls it, before the worker has begun and after it has stopped.
 */
#include "driver/sqlite/sqlite.h"

/* RETURNING came with 3.35, the row of an error's name with 3.37, RIGHT JOIN and the JSON operators with 3.39. */
enum { OLDEST_SQLITE = 3039000 };

static cq_status check_library(cq__error *error)
{
	if (sqlite3_libversion_number() < OLDEST_SQLITE)
		return cq__error_set(error, CQ_UNSUPPORTED, "SQLite %s is too old: 3.39 is needed", sqlite3_libversion());
	if (sqlite3_threadsafe() == 0)
		return cq__error_set(error, CQ_UNSUPPORTED, "this SQLite library was built for a single thread");
	return CQ_OK;
}

static void name_file(cq__error *error, cq_status status, const char *path)
{
	const cq_error *const was = cq__error_get(error);
	cq__error told = { 0 };
	cq__error_set(&told, status, "the database \"%s\" cannot be opened: %s", path, was->message);
	cq__error_set_sql(&told, was->sql);
	cq__error_set_native(&told, was->native);
	cq__error_move(error, &told);
}

cq_status cq__sqlite_open_handle(const cq__open_options *options, cq__connection *connection, cq__error *error)
{
	CQ_TRY(check_library(error));
	const char *const path = options->path != NULL ? options->path : "";
	int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
	if (options->read_only)
		flags |= SQLITE_OPEN_READONLY;
	else
		flags |= SQLITE_OPEN_READWRITE | (options->create ? SQLITE_OPEN_CREATE : 0);
	const int code = sqlite3_open_v2(path, &connection->handle, flags, NULL);
	if (connection->handle == NULL)
		return cq__error_set(error, CQ_NO_MEMORY, NULL);
	cq_status status;
	if (code != SQLITE_OK) {
		status = cq__error_set(error, code == SQLITE_NOMEM ? CQ_NO_MEMORY : CQ_CONNECTION,
			"the database \"%s\" cannot be opened: %s", path, sqlite3_errmsg(connection->handle));
		cq__error_set_native(error, code);
	} else {
		/* In nanoseconds it must still be a number. */
		connection->busy_timeout_ms = options->busy_timeout_ms < INT32_MAX ? options->busy_timeout_ms : INT32_MAX;
		cq__sqlite_watch_busy(connection);
		status = cq__sqlite_apply_settings(connection, options, error);
		/* A file that is no database is found here, and SQLite does not say which. */
		if (status != CQ_OK && status != CQ_NO_MEMORY)
			name_file(error, status, path);
	}
	if (status != CQ_OK) {
		(void)sqlite3_close_v2(connection->handle);
		connection->handle = NULL;
	}
	return status;
}

void cq__sqlite_close_handle(cq__connection *connection)
{
	/* SQLite rolls back what is open when its handle goes, but not before the last statement has gone. */
	cq__prepared_cache_release(&connection->cache);
	for (int i = 0; i < CQ__FIXED_COUNT; i++)
		(void)sqlite3_finalize(connection->fixed[i]);
	/* The program may have left statements of its own on the native handle; _v2 waits for these. */
	(void)sqlite3_close_v2(connection->handle);
	connection->handle = NULL;
	cq__arena_destroy(connection->scratch);
	connection->scratch = NULL;
}
