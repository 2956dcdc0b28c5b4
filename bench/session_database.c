/* bench/session_database.c: the SQLite files that sessions load from and write to.
 *
 * It knows nothing of cquel nor of what is measured. The cases and the children call it, outside of what they measure.
 */
#include "bench.h"

#include <sqlite3.h>

static const char tables[] =
	"CREATE TABLE users(id INTEGER PRIMARY KEY NOT NULL, username TEXT NOT NULL, email TEXT NOT NULL, age INTEGER NOT NULL, "
	"balance REAL NOT NULL, is_active INTEGER NOT NULL, created_at INTEGER NOT NULL);"
	"CREATE TABLE posts(id INTEGER PRIMARY KEY NOT NULL, author_id INTEGER NOT NULL REFERENCES users(id), title TEXT NOT NULL, "
	"body TEXT NOT NULL, created_at INTEGER NOT NULL);"
	"CREATE TABLE tags(id INTEGER PRIMARY KEY NOT NULL, name TEXT NOT NULL);"
	"CREATE TABLE post_tags(post_id INTEGER NOT NULL REFERENCES posts(id), tag_id INTEGER NOT NULL REFERENCES tags(id), "
	"PRIMARY KEY(post_id, tag_id));"
	"CREATE TABLE comments(id INTEGER PRIMARY KEY NOT NULL, post_id INTEGER NOT NULL REFERENCES posts(id), text TEXT NOT NULL, "
	"created_at INTEGER NOT NULL);"
	"CREATE INDEX posts_author ON posts(author_id);"
	"CREATE INDEX comments_post ON comments(post_id)";

/* 1,000 users, who write in turn; each post has five of 100 tags. */
static const char rows[] =
	"WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 1000) "
	"INSERT INTO users SELECT n, 'user' || n, 'user' || n || '@example.org', n % 90, n * 0.5, n % 2, 1700000000000000 + n FROM number;"
	"WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 10000) "
	"INSERT INTO posts SELECT n, (n - 1) % 1000 + 1, 'what happened on day ' || n, 'it was the ' || n || 'th day, and nothing happened', "
	"1700000000000000 + n FROM number;"
	"WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 100) "
	"INSERT INTO tags SELECT n, 'tag number ' || n FROM number;"
	"INSERT INTO post_tags SELECT posts.id, (posts.id * 7 + label.value * 13) % 100 + 1 FROM posts, json_each('[0, 1, 2, 3, 4]') AS label;"
	"ANALYZE";

static bool run(const char *path, const char *const *scripts)
{
	sqlite3 *database = NULL;
	bool good = sqlite3_open(path, &database) == SQLITE_OK;
	for (; good && *scripts != NULL; scripts++)
		good = sqlite3_exec(database, *scripts, NULL, NULL, NULL) == SQLITE_OK;
	if (!good)
		bench_fail("%s: %s", path, sqlite3_errmsg(database));
	return sqlite3_close(database) == SQLITE_OK && good;
}

/* Which rows there are is the same for all: data says whether there are any. */
static bool make(const char *path, const bench_data *data)
{
	const char *const scripts[] = { "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; BEGIN", tables, data != NULL ? rows : "", "COMMIT", NULL };
	return run(path, scripts);
}

static bool empty(const char *path)
{
	const char *const scripts[] = { "PRAGMA synchronous=OFF; BEGIN; DELETE FROM comments; DELETE FROM posts; DELETE FROM users; COMMIT",
		"PRAGMA wal_checkpoint(TRUNCATE)", NULL };
	return run(path, scripts);
}

static const char *path_of(const char *name, char path[256])
{
	return bench_sqlite.path(name, path);
}

static const char *url_of(const char *path, char url[400])
{
	return bench_sqlite.url(path, url);
}

static void drop(const char *path)
{
	bench_sqlite.drop(path);
}

const bench_database bench_session_load = { .cquel = &bench_cquel_session, .hand = &bench_hand_session, .path = path_of, .url = url_of,
	.users = make, .empty = empty, .drop = drop, .graph = true };
const bench_database bench_session_flush = { .cquel = &bench_cquel_flush, .hand = &bench_cquel_bulk, .path = path_of, .url = url_of,
	.users = make, .empty = empty, .drop = drop, .graph = true };
