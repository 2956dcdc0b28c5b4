/* support/client_mariadb.c: the plain client of MariaDB: a database of its own on the server. See client.h. */
#include "support/client_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mysql.h>

static bool failed(client *db)
{
	return client_fail(db, mysql_error(db->handle));
}

static bool statement_failed(client_statement *statement)
{
	return client_fail(statement->db, mysql_stmt_error(statement->handle));
}

static bool with_name(client *db, const char *format, const char *name)
{
	char sql[300];
	snprintf(sql, sizeof sql, "%s %s", format, client_quoted(name, '`'));
	return client_execute(db, sql);
}

/* One of a killed test may be there still. */
static bool create_database(client *db, const char *name)
{
	return with_name(db, "DROP DATABASE IF EXISTS", name) && with_name(db, "CREATE DATABASE", name);
}

static bool use_fresh(client *db)
{
	return create_database(db, db->name) && with_name(db, "USE", db->name);
}

static bool drop_spaces(client *db)
{
	for (size_t i = 0; i < db->space_count; i++) {
		if (!with_name(db, "DROP DATABASE", db->spaces[i]))
			return false;
	}
	return true;
}

static void close_mariadb(client *db)
{
	if (db->handle != NULL) {
		(void)client_execute(db, "SET foreign_key_checks = 0");
		(void)drop_spaces(db);
		(void)with_name(db, "DROP DATABASE IF EXISTS", db->name);
		mysql_close(db->handle);
	}
	mysql_thread_end();
	db->handle = NULL;
}

static bool open_mariadb(client *db, const char *address)
{
	char socket_path[120];
	const char *const blank = strchr(address, ' ');
	const size_t length = blank != NULL ? (size_t)(blank - address) : strlen(address);
	if (length >= sizeof socket_path)
		return client_fail(db, "the socket's name is too long");
	memcpy(socket_path, address, length);
	socket_path[length] = '\0';
	db->handle = mysql_init(NULL);
	if (db->handle == NULL)
		return client_fail(db, "out of memory");
	mysql_options(db->handle, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	if (mysql_real_connect(db->handle, NULL, "root", "", blank != NULL ? blank + 1 : NULL, 0, socket_path, 0) == NULL) {
		failed(db);
		mysql_close(db->handle);
		db->handle = NULL;
		return false;
	}
	return client_execute(db, "SET time_zone = '+00:00'") && use_fresh(db);
}

static bool empty(client *db)
{
	return client_execute(db, "SET foreign_key_checks = 0") && drop_spaces(db) && with_name(db, "DROP DATABASE", db->name) && use_fresh(db) &&
		client_execute(db, "SET foreign_key_checks = 1");
}

static bool query(client *db, const char *sql, client_rows *rows)
{
	if (mysql_real_query(db->handle, sql, strlen(sql)) != 0)
		return failed(db);
	MYSQL_RES *const result = mysql_store_result(db->handle);
	if (result == NULL)
		return mysql_field_count(db->handle) == 0 || failed(db);
	const unsigned columns = mysql_num_fields(result);
	rows->columns = columns;
	for (MYSQL_ROW cells; (cells = mysql_fetch_row(result)) != NULL;) {
		const unsigned long *const lengths = mysql_fetch_lengths(result);
		char **const row = client_add_row(rows, columns);
		for (unsigned i = 0; i < columns; i++)
			row[i] = cells[i] != NULL ? client_copy(cells[i], lengths[i]) : NULL;
	}
	mysql_free_result(result);
	return true;
}

static bool prepare(client_statement *statement, const char *sql)
{
	statement->handle = mysql_stmt_init(statement->db->handle);
	if (statement->handle == NULL)
		return client_fail(statement->db, "out of memory");
	if (mysql_stmt_prepare(statement->handle, sql, strlen(sql)) == 0) {
		statement->parameter_count = mysql_stmt_param_count(statement->handle);
		return true;
	}
	statement_failed(statement);
	mysql_stmt_close(statement->handle);
	return false;
}

static bool bind(client_statement *statement, const char *const *parameters, const bool *whole)
{
	MYSQL_BIND *const binds = calloc(statement->parameter_count + 1, sizeof *binds);
	long long *const numbers = calloc(statement->parameter_count + 1, sizeof *numbers);
	if (binds == NULL || numbers == NULL) {
		free(binds);
		free(numbers);
		return client_fail(statement->db, "out of memory");
	}
	for (size_t i = 0; i < statement->parameter_count; i++) {
		const char *const text = parameters != NULL ? parameters[i] : NULL;
		binds[i].buffer_type = text != NULL ? MYSQL_TYPE_STRING : MYSQL_TYPE_NULL;
		binds[i].buffer = (void *)(size_t)text;
		binds[i].buffer_length = text != NULL ? strlen(text) : 0;
		if (text != NULL && whole != NULL && whole[i]) {
			numbers[i] = strtoll(text, NULL, 10);
			binds[i].buffer_type = MYSQL_TYPE_LONGLONG;
			binds[i].buffer = &numbers[i];
		}
	}
	const bool done = mysql_stmt_bind_param(statement->handle, binds) == 0 && mysql_stmt_execute(statement->handle) == 0;
	free(binds);
	free(numbers);
	return done || statement_failed(statement);
}

/* The longest number there is, written out. */
enum { LONGEST_NUMBER = 512 };

/* A cell's length is known only when its row is there, so each is fetched twice. Of a number it is not known even then: one is
 * cut off to the room that it gets. */
static bool fetch_row(client_statement *statement, MYSQL_BIND *binds, size_t columns, client_rows *rows)
{
	char **const row = client_add_row(rows, columns);
	for (size_t i = 0; i < columns; i++) {
		if (binds[i].is_null_value)
			continue;
		const unsigned long room = binds[i].length_value < LONGEST_NUMBER ? LONGEST_NUMBER : binds[i].length_value + 1;
		MYSQL_BIND whole = { .buffer_type = MYSQL_TYPE_STRING };
		row[i] = calloc(room, 1);
		if (row[i] == NULL)
			return client_fail(statement->db, "out of memory");
		whole.buffer = row[i];
		whole.buffer_length = room;
		if (mysql_stmt_fetch_column(statement->handle, &whole, (unsigned)i, 0) != 0)
			return statement_failed(statement);
	}
	return true;
}

static bool fetch(client_statement *statement, client_rows *rows)
{
	const size_t columns = mysql_stmt_field_count(statement->handle);
	if (columns == 0)
		return true;
	MYSQL_BIND *const binds = calloc(columns, sizeof *binds);
	if (binds == NULL)
		return client_fail(statement->db, "out of memory");
	for (size_t i = 0; i < columns; i++) {
		binds[i].buffer_type = MYSQL_TYPE_STRING;
		binds[i].is_null = &binds[i].is_null_value;
		binds[i].length = &binds[i].length_value;
		binds[i].error = &binds[i].error_value;
	}
	rows->columns = columns;
	bool done = mysql_stmt_bind_result(statement->handle, binds) == 0 && mysql_stmt_store_result(statement->handle) == 0;
	int status = 0;
	while (done && ((status = mysql_stmt_fetch(statement->handle)) == 0 || status == MYSQL_DATA_TRUNCATED))
		done = fetch_row(statement, binds, columns, rows);
	if (status == 1 || (!done && status == 0))
		done = statement_failed(statement);
	mysql_stmt_free_result(statement->handle);
	free(binds);
	return done;
}

static bool run(client_statement *statement, const char *const *parameters, const bool *whole, client_rows *rows)
{
	return bind(statement, parameters, whole) && fetch(statement, rows);
}

static void finish(client_statement *statement)
{
	mysql_stmt_close(statement->handle);
}

/* What MariaDB refuses, it refuses when it prepares. */
const client_calls client_calls_mariadb = {
	.name = "mariadb",
	.variable = "CQUEL_TEST_MARIADB",
	.open = open_mariadb,
	.close = close_mariadb,
	.query = query,
	.create_space = create_database,
	.empty = empty,
	.prepare = prepare,
	.run = run,
	.finish = finish,
};
