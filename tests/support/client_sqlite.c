/* support/client_sqlite.c: the plain client of SQLite: a database in memory, or a file. See client.h. */
#include "support/client_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

static bool failed(client *db)
{
	return client_fail(db, sqlite3_errmsg(db->handle));
}

static bool open_sqlite(client *db, const char *address)
{
	sqlite3 *connection = NULL;
	if (sqlite3_open(address != NULL ? address : ":memory:", &connection) != SQLITE_OK) {
		client_fail(db, sqlite3_errmsg(connection));
		sqlite3_close(connection);
		return false;
	}
	/* A name that is unknown is no text. */
	sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	sqlite3_busy_timeout(connection, 2000);
	sqlite3_exec(connection, "PRAGMA foreign_keys = ON; PRAGMA case_sensitive_like = ON", NULL, NULL, NULL);
	db->handle = connection;
	return true;
}

static void close_sqlite(client *db)
{
	sqlite3_close(db->handle);
	db->handle = NULL;
}

static bool empty_sqlite(client *db)
{
	close_sqlite(db);
	return open_sqlite(db, NULL);
}

static bool create_space(client *db, const char *name)
{
	char sql[240];
	snprintf(sql, sizeof sql, "ATTACH ':memory:' AS %s", client_quoted(name, '"'));
	return client_execute(db, sql);
}

static bool prepare(client_statement *statement, const char *sql)
{
	sqlite3_stmt *prepared = NULL;
	if (sqlite3_prepare_v2(statement->db->handle, sql, -1, &prepared, NULL) != SQLITE_OK)
		return failed(statement->db);
	if (prepared == NULL)
		return client_fail(statement->db, "there is no statement in the text");
	statement->handle = prepared;
	statement->parameter_count = (size_t)sqlite3_bind_parameter_count(prepared);
	return true;
}

static void finish(client_statement *statement)
{
	sqlite3_finalize(statement->handle);
}

static bool run(client_statement *statement, const char *const *parameters, const bool *whole, client_rows *rows)
{
	sqlite3_stmt *const prepared = statement->handle;
	for (size_t i = 0; i < statement->parameter_count; i++) {
		if (parameters == NULL || parameters[i] == NULL)
			sqlite3_bind_null(prepared, (int)i + 1);
		else if (whole != NULL && whole[i])
			sqlite3_bind_int64(prepared, (int)i + 1, strtoll(parameters[i], NULL, 10));
		else
			sqlite3_bind_text(prepared, (int)i + 1, parameters[i], -1, SQLITE_TRANSIENT);
	}
	const size_t columns = (size_t)sqlite3_column_count(prepared);
	int step;
	rows->columns = columns;
	while ((step = sqlite3_step(prepared)) == SQLITE_ROW) {
		char **const row = client_add_row(rows, columns);
		for (size_t i = 0; i < columns; i++) {
			const char *const text = (const char *)sqlite3_column_text(prepared, (int)i);
			if (text != NULL)
				row[i] = client_copy(text, (size_t)sqlite3_column_bytes(prepared, (int)i));
		}
	}
	if (step != SQLITE_DONE)
		failed(statement->db);
	sqlite3_reset(prepared);
	return step == SQLITE_DONE;
}

static bool query(client *db, const char *sql, client_rows *rows)
{
	client_statement statement = { .db = db };
	if (!prepare(&statement, sql))
		return false;
	const bool done = run(&statement, NULL, NULL, rows);
	finish(&statement);
	return done;
}

/* SQLite plans a text when it prepares it. */
const client_calls client_calls_sqlite = {
	.name = "sqlite",
	.open = open_sqlite,
	.close = close_sqlite,
	.query = query,
	.create_space = create_space,
	.empty = empty_sqlite,
	.prepare = prepare,
	.run = run,
	.finish = finish,
};
