/* bench/database_postgres.c: makes, empties and drops the PostgreSQL databases that both sides open, directly on libpq.
 *
 * It knows nothing of cquel nor of what is measured. A path is a conninfo; the server is the one that CQUEL_TEST_POSTGRES
 * names. The cases and the children call it, outside of what they measure.
 */
#include "bench.h"

#include <libpq-fe.h>
#include <stdlib.h>
#include <string.h>

static const char users_table[] =
	"CREATE TABLE users(id BIGINT PRIMARY KEY NOT NULL, username TEXT NOT NULL, email TEXT NOT NULL, age INTEGER NOT NULL, "
	"balance DOUBLE PRECISION NOT NULL, is_active BOOLEAN NOT NULL, created_at BIGINT NOT NULL)";

static const char *server(void)
{
	const char *const address = getenv("CQUEL_TEST_POSTGRES");
	return address != NULL ? address : "";
}

/* A later word of a conninfo wins. The folder's name tells the runs apart that go on at once. */
static const char *path_of(const char *name, char path[256])
{
	const char *const folder = bench_scratch_folder();
	const char *const slash = strrchr(folder, '/');
	char suffix[32];
	snprintf(suffix, sizeof suffix, "%s", strrchr(folder, '.') != NULL ? strrchr(folder, '.') + 1 : slash != NULL ? slash + 1 : folder);
	for (char *at = suffix; *at != '\0'; at++)
		*at = *at >= 'A' && *at <= 'Z' ? (char)(*at + 32) : (*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9') ? *at : '_';
	snprintf(path, 256, "%s dbname=bench_%s_%s", server(), name, suffix);
	return path;
}

/* The path is "host=FOLDER user=NAME dbname=NAME dbname=NAME". */
static const char *url_of(const char *path, char url[400])
{
	char host[128] = "", user[64] = "";
	if (sscanf(path, "host=%127s user=%63s", host, user) != 2)
		bench_fail("%s: not what tests/support/servers.sh prints", path);
	snprintf(url, 400, "postgresql://%s@/%s?host=%s", user, strrchr(path, '=') + 1, host);
	return url;
}

static PGconn *open_path(const char *path)
{
	PGconn *const connection = PQconnectdb(path);
	if (PQstatus(connection) == CONNECTION_OK)
		return connection;
	bench_fail("%s: %s", path, PQerrorMessage(connection));
	PQfinish(connection);
	return NULL;
}

static bool run(PGconn *connection, const char *sql)
{
	PGresult *const result = PQexec(connection, sql);
	const ExecStatusType status = PQresultStatus(result);
	PQclear(result);
	return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || bench_fail("%s: %s", sql, PQerrorMessage(connection));
}

/* On the server's own database, for the one that the path names. */
static bool on_server(const char *path, const char *format)
{
	if (*server() == '\0')
		return bench_fail("CQUEL_TEST_POSTGRES is not set: there is no PostgreSQL to measure; sh bench/run.sh starts one");
	PGconn *const connection = open_path(server());
	if (connection == NULL)
		return false;
	char sql[200];
	snprintf(sql, sizeof sql, format, strrchr(path, '=') + 1);
	const bool good = run(connection, "SET client_min_messages = error") && run(connection, sql);
	PQfinish(connection);
	return good;
}

static void drop(const char *path)
{
	(void)on_server(path, "DROP DATABASE IF EXISTS %s WITH (FORCE)");
}

static bool fill(PGconn *connection, const bench_data *data)
{
	PGresult *const start = PQexec(connection, "COPY users FROM STDIN");
	bool good = PQresultStatus(start) == PGRES_COPY_IN;
	PQclear(start);
	for (size_t i = 0; good && i < BENCH_USERS; i++) {
		const bench_user *const user = &data->users[i];
		char line[256];
		const int length = snprintf(line, sizeof line, "%lld\t%s\t%s\t%d\t%.17g\t%s\t%lld\n", (long long)user->id, user->username,
			user->email, (int)user->age, user->balance, user->is_active ? "t" : "f", (long long)user->created_at);
		good = PQputCopyData(connection, line, length) == 1;
	}
	good = good && PQputCopyEnd(connection, NULL) == 1;
	for (PGresult *result; (result = PQgetResult(connection)) != NULL; PQclear(result))
		good = good && PQresultStatus(result) == PGRES_COMMAND_OK;
	return good || bench_fail("filling users: %s", PQerrorMessage(connection));
}

static bool make(const char *path, const char *table, const char *filling, const bench_data *data)
{
	drop(path);
	PGconn *const connection = on_server(path, "CREATE DATABASE %s") ? open_path(path) : NULL;
	const bool good = connection != NULL && run(connection, users_table) && (table == NULL || run(connection, table)) &&
		(filling == NULL || run(connection, filling)) && (data == NULL || fill(connection, data)) && run(connection, "VACUUM ANALYZE");
	PQfinish(connection);
	return good;
}

static bool make_users(const char *path, const bench_data *data)
{
	return make(path, NULL, NULL, data);
}

static bool make_readings(const char *path)
{
	char filling[200];
	snprintf(filling, sizeof filling,
		"INSERT INTO readings SELECT n, n %% 1000, n * 0.5, 'note ' || (n %% 777) FROM generate_series(1, %d) AS n", BENCH_READINGS);
	/* Both sides prepare their statements on users when they open. */
	return make(path, "CREATE TABLE readings(id BIGINT PRIMARY KEY NOT NULL, user_id BIGINT NOT NULL, "
		"value DOUBLE PRECISION NOT NULL, note TEXT NOT NULL)", filling, NULL);
}

static bool empty(const char *path)
{
	PGconn *const connection = open_path(path);
	const bool good = connection != NULL && run(connection, "TRUNCATE users") && run(connection, "CHECKPOINT");
	PQfinish(connection);
	return good;
}

const bench_database bench_postgres = {
	.cquel = &bench_cquel_postgres,
	.hand = &bench_hand_postgres,
	.path = path_of,
	.url = url_of,
	.users = make_users,
	.empty = empty,
	.readings = make_readings,
	.drop = drop,
};
