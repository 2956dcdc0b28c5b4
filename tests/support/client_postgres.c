/* support/client_postgres.c: the plain client of PostgreSQL: a database of its own on the server. See client.h. */
#include "support/client_parts.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libpq-fe.h>

/* The address names the database to make and drop ours from. */
typedef struct session {
	PGconn *ours, *keeper;
	unsigned prepared;
} session;

typedef struct prepared {
	char name[24];
} prepared;

static void ignore_notice(void *argument, const PGresult *result)
{
	(void)argument;
	(void)result;
}

static bool finish_result(client *db, PGresult *result)
{
	const ExecStatusType status = PQresultStatus(result);
	const bool done = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
	if (!done)
		client_fail(db, PQresultErrorMessage(result));
	PQclear(result);
	return done;
}

static PGconn *connect_to(client *db, const char *address, const char *name)
{
	char conninfo[300];
	snprintf(conninfo, sizeof conninfo, "%s%s%s client_encoding=UTF8", address, name != NULL ? " dbname=" : "", name != NULL ? name : "");
	PGconn *const connection = PQconnectdb(conninfo);
	PQsetNoticeReceiver(connection, ignore_notice, NULL);
	if (PQstatus(connection) == CONNECTION_OK)
		return connection;
	client_fail(db, PQerrorMessage(connection));
	PQfinish(connection);
	return NULL;
}

__attribute__((format(printf, 2, 0))) static bool on_keeper(client *db, const char *format)
{
	char sql[200];
	snprintf(sql, sizeof sql, format, db->name);
	return finish_result(db, PQexec(((session *)db->handle)->keeper, sql));
}

static void close_postgres(client *db)
{
	session *const held = db->handle;
	PQfinish(held->ours);
	if (held->keeper != NULL)
		(void)on_keeper(db, "DROP DATABASE IF EXISTS %s WITH (FORCE)");
	PQfinish(held->keeper);
	free(held);
	db->handle = NULL;
}

static bool open_postgres(client *db, const char *address)
{
	session *const held = calloc(1, sizeof *held);
	if (held == NULL)
		return client_fail(db, "out of memory");
	db->handle = held;
	held->keeper = connect_to(db, address, NULL);
	if (held->keeper != NULL && on_keeper(db, "CREATE DATABASE %s"))
		held->ours = connect_to(db, address, db->name);
	if (held->ours != NULL)
		return true;
	close_postgres(db);
	return false;
}

static void take_rows(const PGresult *result, client_rows *rows)
{
	const int columns = PQnfields(result);
	rows->columns = (size_t)columns;
	for (int i = 0; i < PQntuples(result); i++) {
		char **const row = client_add_row(rows, (size_t)columns);
		for (int j = 0; j < columns; j++) {
			if (!PQgetisnull(result, i, j))
				row[j] = client_copy(PQgetvalue(result, i, j), (size_t)PQgetlength(result, i, j));
		}
	}
}

static bool take_result(client *db, PGresult *result, client_rows *rows)
{
	if (PQresultStatus(result) == PGRES_TUPLES_OK)
		take_rows(result, rows);
	return finish_result(db, result);
}

static bool query(client *db, const char *sql, client_rows *rows)
{
	return take_result(db, PQexec(((session *)db->handle)->ours, sql), rows);
}

static bool create_space(client *db, const char *name)
{
	char sql[240];
	snprintf(sql, sizeof sql, "CREATE SCHEMA %s", client_quoted(name, '"'));
	return client_execute(db, sql);
}

static bool empty(client *db)
{
	char sql[240];
	for (size_t i = 0; i < db->space_count; i++) {
		snprintf(sql, sizeof sql, "DROP SCHEMA %s CASCADE", client_quoted(db->spaces[i], '"'));
		if (!client_execute(db, sql))
			return false;
	}
	return client_execute(db, "DEALLOCATE ALL") && client_execute(db, "DROP SCHEMA public CASCADE") && client_execute(db, "CREATE SCHEMA public");
}

static bool prepare(client_statement *statement, const char *sql)
{
	session *const held = statement->db->handle;
	prepared *const made = calloc(1, sizeof *made);
	if (made == NULL)
		return client_fail(statement->db, "out of memory");
	snprintf(made->name, sizeof made->name, "s%u", ++held->prepared);
	statement->handle = made;
	if (!finish_result(statement->db, PQprepare(held->ours, made->name, sql, 0, NULL))) {
		free(made);
		return false;
	}
	PGresult *const described = PQdescribePrepared(held->ours, made->name);
	statement->parameter_count = (size_t)PQnparams(described);
	return finish_result(statement->db, described);
}

static bool run(client_statement *statement, const char *const *parameters, const bool *whole, client_rows *rows)
{
	(void)whole; /* a placeholder has its type already */
	session *const held = statement->db->handle;
	const int count = (int)statement->parameter_count;
	const char **const values = calloc((size_t)count + 1, sizeof *values);
	if (values == NULL)
		return client_fail(statement->db, "out of memory");
	for (int i = 0; i < count && parameters != NULL; i++)
		values[i] = parameters[i];
	PGresult *const result = PQexecPrepared(held->ours, ((prepared *)statement->handle)->name, count, values, NULL, NULL, 0);
	free(values);
	return take_result(statement->db, result, rows);
}

/* Some things are refused only by the planner, a FULL JOIN on no equality for instance. */
static bool plan(client_statement *statement)
{
	const size_t count = statement->parameter_count;
	char *const sql = calloc(count + 16, sizeof "NULL, ");
	if (sql == NULL)
		return client_fail(statement->db, "out of memory");
	char *end = stpcpy(sql, "EXPLAIN EXECUTE ");
	end = stpcpy(end, ((prepared *)statement->handle)->name);
	for (size_t i = 0; i < count; i++)
		end = stpcpy(end, i == 0 ? "(NULL" : ", NULL");
	if (count != 0)
		stpcpy(end, ")");
	const bool done = client_execute(statement->db, sql);
	free(sql);
	return done;
}

static void finish(client_statement *statement)
{
	char sql[40];
	snprintf(sql, sizeof sql, "DEALLOCATE %s", ((prepared *)statement->handle)->name);
	(void)client_execute(statement->db, sql);
	free(statement->handle);
}

const client_calls client_calls_postgres = {
	.name = "postgresql",
	.variable = "CQUEL_TEST_POSTGRES",
	.open = open_postgres,
	.close = close_postgres,
	.query = query,
	.create_space = create_space,
	.empty = empty,
	.prepare = prepare,
	.run = run,
	.plan = plan,
	.finish = finish,
};
