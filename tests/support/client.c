/* support/client.c: what the three clients have in common. See client.h. */
#include "support/client_parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const client_calls *const all_calls[CLIENT_KINDS] = { &client_calls_sqlite, &client_calls_postgres, &client_calls_mariadb };

const char *client_kind_name(client_kind kind)
{
	return all_calls[kind]->name;
}

static const char *address_of(client_kind kind)
{
	const char *const variable = all_calls[kind]->variable;
	const char *const address = variable != NULL ? getenv(variable) : NULL;
	return address != NULL && *address != '\0' ? address : NULL;
}

bool client_available(client_kind kind)
{
	return all_calls[kind]->variable == NULL || address_of(kind) != NULL;
}

bool client_all_available(void)
{
	bool all = true;
	for (client_kind kind = 0; kind < CLIENT_KINDS; kind++) {
		if (client_available(kind))
			continue;
		all = false;
		fprintf(stderr, "skipped: no %s to ask; %s is not set (sh tests/support/servers.sh start FOLDER prints it)\n", client_kind_name(kind),
			all_calls[kind]->variable);
	}
	return all;
}

static client *open_at(client_kind kind, const char *address)
{
	static unsigned count;
	client *const db = calloc(1, sizeof *db);
	assert_non_null(db);
	db->calls = all_calls[kind];
	snprintf(db->name, sizeof db->name, "cquel_%ld_%u", (long)getpid(), ++count);
	if (!db->calls->open(db, address))
		fail_msg("%s: %s", db->calls->name, db->message);
	return db;
}

client *client_open(client_kind kind)
{
	return open_at(kind, address_of(kind));
}

client *client_open_file(const char *path)
{
	return open_at(CLIENT_SQLITE, path);
}

static void forget_spaces(client *db)
{
	for (size_t i = 0; i < db->space_count; i++)
		free(db->spaces[i]);
	free(db->spaces);
	db->spaces = NULL;
	db->space_count = 0;
}

void client_close(client *db)
{
	if (db == NULL)
		return;
	db->calls->close(db);
	forget_spaces(db);
	free(db);
}

void client_url(const client *db, char *url, size_t size)
{
	if (db->calls != &client_calls_postgres)
		fail_msg("cquel has no driver for %s", db->calls->name);
	/* "host=FOLDER user=NAME dbname=NAME", as servers.sh says it. */
	char host[100], user[40];
	if (sscanf(address_of(CLIENT_POSTGRES), "host=%99s user=%39s", host, user) != 2)
		fail_msg("an address of another form than servers.sh prints: %s", address_of(CLIENT_POSTGRES));
	snprintf(url, size, "postgresql://%s@/%s?host=%s", user, db->name, host);
}

const char *client_message(const client *db)
{
	return db->message;
}

bool client_fail(client *db, const char *message)
{
	snprintf(db->message, sizeof db->message, "%s", message);
	/* libpq closes its sentences with a line's end. */
	for (size_t length = strlen(db->message); length != 0 && db->message[length - 1] == '\n'; length--)
		db->message[length - 1] = '\0';
	return false;
}

bool client_execute(client *db, const char *sql)
{
	client_rows rows = { 0 };
	const bool done = db->calls->query(db, sql, &rows);
	client_rows_release(&rows);
	return done;
}

bool client_query(client *db, const char *sql, client_rows *rows)
{
	*rows = (client_rows){ 0 };
	if (db->calls->query(db, sql, rows))
		return true;
	client_rows_release(rows);
	return false;
}

bool client_create_space(client *db, const char *name)
{
	if (!db->calls->create_space(db, name))
		return false;
	char **const grown = realloc(db->spaces, (db->space_count + 1) * sizeof *grown);
	assert_non_null(grown);
	db->spaces = grown;
	db->spaces[db->space_count++] = client_copy(name, strlen(name));
	return true;
}

bool client_empty(client *db)
{
	const bool done = db->calls->empty(db);
	forget_spaces(db);
	return done;
}

client_statement *client_prepare(client *db, const char *sql)
{
	client_statement *const statement = calloc(1, sizeof *statement);
	assert_non_null(statement);
	statement->db = db;
	if (db->calls->prepare(statement, sql))
		return statement;
	free(statement);
	return NULL;
}

size_t client_parameter_count(const client_statement *statement)
{
	return statement->parameter_count;
}

bool client_run_typed(client_statement *statement, const char *const *parameters, const bool *whole, client_rows *rows)
{
	*rows = (client_rows){ 0 };
	if (statement->db->calls->run(statement, parameters, whole, rows))
		return true;
	client_rows_release(rows);
	return false;
}

bool client_run(client_statement *statement, const char *const *parameters, client_rows *rows)
{
	return client_run_typed(statement, parameters, NULL, rows);
}

bool client_plan(client_statement *statement)
{
	return statement->db->calls->plan == NULL || statement->db->calls->plan(statement);
}

void client_finish(client_statement *statement)
{
	if (statement == NULL)
		return;
	statement->db->calls->finish(statement);
	free(statement);
}

const char *client_quoted(const char *name, char quote)
{
	static char texts[2][200];
	static unsigned turn;
	char *const text = texts[turn++ % 2];
	size_t length = 0;
	text[length++] = quote;
	for (; *name != '\0'; name++) {
		assert_true(length + 4 < sizeof texts[0]);
		if (*name == quote)
			text[length++] = quote;
		text[length++] = *name;
	}
	text[length++] = quote;
	text[length] = '\0';
	return text;
}

char **client_add_row(client_rows *rows, size_t columns)
{
	rows->columns = columns;
	char **const grown = realloc(rows->cells, (rows->rows + 1) * (columns + 1) * sizeof *grown);
	assert_non_null(grown);
	rows->cells = grown;
	char **const row = rows->cells + rows->rows++ * columns;
	memset(row, 0, columns * sizeof *row);
	return row;
}

char *client_copy(const char *bytes, size_t length)
{
	char *const copy = malloc(length + 1);
	assert_non_null(copy);
	memcpy(copy, bytes, length);
	copy[length] = '\0';
	return copy;
}

const char *client_cell(const client_rows *rows, size_t row, size_t column)
{
	assert_true(row < rows->rows && column < rows->columns);
	return rows->cells[row * rows->columns + column];
}

void client_rows_release(client_rows *rows)
{
	for (size_t i = 0; i < rows->rows * rows->columns; i++)
		free(rows->cells[i]);
	free(rows->cells);
	*rows = (client_rows){ 0 };
}
