/* bench/database_sqlite.c: makes and empties the SQLite files that both sides open.
 *
 * It knows nothing of cquel nor of what is measured. The cases and the children call it, outside of what they measure.
 */
#include "bench.h"

#include <sqlite3.h>
#include <stdio.h>

static const char users_table[] =
	"CREATE TABLE users(id INTEGER PRIMARY KEY NOT NULL, username TEXT NOT NULL, "
	"email TEXT NOT NULL, age INTEGER NOT NULL, balance REAL NOT NULL, is_active INTEGER NOT NULL, "
	"created_at INTEGER NOT NULL)";

static sqlite3 *database_open(const char *path)
{
	sqlite3 *database = NULL;
	if (sqlite3_open(path, &database) != SQLITE_OK ||
	    sqlite3_exec(database, "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF", NULL, NULL, NULL) != SQLITE_OK) {
		bench_fail("%s: %s", path, sqlite3_errmsg(database));
		sqlite3_close(database);
		return NULL;
	}
	return database;
}

static bool run(sqlite3 *database, const char *sql)
{
	if (sqlite3_exec(database, sql, NULL, NULL, NULL) == SQLITE_OK)
		return true;
	return bench_fail("%s: %s", sql, sqlite3_errmsg(database));
}

/* The last connection to go moves the WAL into the database, so that both sides find one file. */
static bool database_close(sqlite3 *database, bool good)
{
	return sqlite3_close(database) == SQLITE_OK && good;
}

static bool fill(sqlite3 *database, const bench_data *data)
{
	sqlite3_stmt *insert = NULL;
	bool good =
	    sqlite3_prepare_v2(database, "INSERT INTO users VALUES(?, ?, ?, ?, ?, ?, ?)", -1, &insert, NULL) == SQLITE_OK;
	for (size_t i = 0; good && i < BENCH_USERS; i++) {
		const bench_user *user = &data->users[i];
		sqlite3_bind_int64(insert, 1, user->id);
		sqlite3_bind_text(insert, 2, user->username, -1, SQLITE_STATIC);
		sqlite3_bind_text(insert, 3, user->email, -1, SQLITE_STATIC);
		sqlite3_bind_int(insert, 4, user->age);
		sqlite3_bind_double(insert, 5, user->balance);
		sqlite3_bind_int(insert, 6, user->is_active);
		sqlite3_bind_int64(insert, 7, user->created_at);
		good = sqlite3_step(insert) == SQLITE_DONE;
		sqlite3_reset(insert);
	}
	sqlite3_finalize(insert);
	return good || bench_fail("filling users: %s", sqlite3_errmsg(database));
}

static bool make_users(const char *path, const bench_data *data)
{
	sqlite3 *database = database_open(path);
	if (database == NULL)
		return false;
	bool good = run(database, "BEGIN") && run(database, users_table) && (data == NULL || fill(database, data)) &&
	            run(database, "COMMIT");
	return database_close(database, good);
}

static bool empty(const char *path)
{
	sqlite3 *database = database_open(path);
	if (database == NULL)
		return false;
	bool good = run(database, "DELETE FROM users") && run(database, "PRAGMA wal_checkpoint(TRUNCATE)");
	return database_close(database, good);
}

static bool make_readings(const char *path)
{
	sqlite3 *database = database_open(path);
	if (database == NULL)
		return false;
	char fill_readings[400];
	snprintf(fill_readings, sizeof fill_readings,
	    "WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < %d) "
	    "INSERT INTO readings SELECT n, n %% 1000, n * 0.5, 'note ' || (n %% 777) FROM number",
	    BENCH_READINGS);
	/* Both sides prepare their statements on users when they open. */
	bool good = run(database, "PRAGMA journal_mode=OFF") && run(database, users_table) &&
	            run(database, "CREATE TABLE readings(id INTEGER PRIMARY KEY NOT NULL, user_id INTEGER NOT NULL, "
	                          "value REAL NOT NULL, note TEXT NOT NULL)") &&
	            run(database, fill_readings) && run(database, "PRAGMA journal_mode=WAL");
	return database_close(database, good);
}

static const char *path_of(const char *name, char path[256])
{
	char file[32];
	snprintf(file, sizeof file, "%s.db", name);
	return bench_scratch_path(file, path);
}

static const char *url_of(const char *path, char url[400])
{
	snprintf(url, 400, "sqlite:///%s?synchronous=NORMAL&cache_size=-262144", path);
	return url;
}

static void drop(const char *path)
{
	remove(path);
}

const bench_database bench_sqlite = {
	.cquel = &bench_cquel_sqlite,
	.hand = &bench_hand_sqlite,
	.path = path_of,
	.url = url_of,
	.users = make_users,
	.empty = empty,
	.readings = make_readings,
	.drop = drop,
};
