/* bench/hand_sqlite.c: what a person writes directly on sqlite3, with care: one prepared statement kept, an arena.
 *
 * It knows nothing of cquel. The measuring files call it through bench_hand_sqlite.
 */
#include "arena.h"
#include "bench.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

typedef struct hand {
	sqlite3 *database;
	sqlite3_stmt *point;
	sqlite3_stmt *scan;
	sqlite3_stmt *insert;
	const bench_data *data;
	arena strings;
} hand;

static const char point_sql[] =
	"SELECT id, username, email, age, balance, is_active, created_at FROM users WHERE id = ?";
static const char scan_sql[] = "SELECT id, username, email, age, balance, is_active, created_at FROM users";
static const char insert_sql[] = "INSERT INTO users(id, username, email, age, balance, is_active, created_at) "
	"VALUES(?, ?, ?, ?, ?, ?, ?)";

static bool complain(const hand *self, const char *what)
{
	return bench_fail("hand-written side, %s: %s", what, sqlite3_errmsg(self->database));
}

static const char *copy_text(hand *self, sqlite3_stmt *statement, int column)
{
	const unsigned char *const text = sqlite3_column_text(statement, column);
	const size_t size = (size_t)sqlite3_column_bytes(statement, column);
	char *const copy = arena_take(&self->strings, size + 1);
	if (copy == NULL || text == NULL)
		return NULL;
	memcpy(copy, text, size + 1);
	return copy;
}

static bool read_user(hand *self, sqlite3_stmt *statement, bench_user *user)
{
	user->id = sqlite3_column_int64(statement, 0);
	user->username = copy_text(self, statement, 1);
	user->email = copy_text(self, statement, 2);
	user->age = sqlite3_column_int(statement, 3);
	user->balance = sqlite3_column_double(statement, 4);
	user->is_active = sqlite3_column_int(statement, 5) != 0;
	user->created_at = sqlite3_column_int64(statement, 6);
	return user->username != NULL && user->email != NULL;
}

static void bind_user(sqlite3_stmt *statement, const bench_user *user)
{
	sqlite3_bind_int64(statement, 1, user->id);
	sqlite3_bind_text(statement, 2, user->username, (int)strlen(user->username), SQLITE_STATIC);
	sqlite3_bind_text(statement, 3, user->email, (int)strlen(user->email), SQLITE_STATIC);
	sqlite3_bind_int(statement, 4, user->age);
	sqlite3_bind_double(statement, 5, user->balance);
	sqlite3_bind_int(statement, 6, user->is_active);
	sqlite3_bind_int64(statement, 7, user->created_at);
}

static void hand_close(void *side)
{
	hand *const self = side;
	sqlite3_finalize(self->point);
	sqlite3_finalize(self->scan);
	sqlite3_finalize(self->insert);
	sqlite3_close(self->database);
	arena_release(&self->strings);
	free(self);
}

static bool prepare(hand *self, const char *sql, sqlite3_stmt **statement)
{
	return sqlite3_prepare_v3(self->database, sql, -1, SQLITE_PREPARE_PERSISTENT, statement, NULL) == SQLITE_OK ||
	       complain(self, sql);
}

/* SQLite's own threading mode (its mutexes are taken), unless --nomutex asks for the other one. */
static void *hand_open(const char *path, const bench_data *data)
{
	hand *const self = calloc(1, sizeof *self);
	if (self == NULL) {
		bench_fail("no memory");
		return NULL;
	}
	self->data = data;
	const int flags = SQLITE_OPEN_READWRITE | (bench_option.nomutex ? SQLITE_OPEN_NOMUTEX : 0);
	const bool good =
	    sqlite3_open_v2(path, &self->database, flags, NULL) == SQLITE_OK &&
	    sqlite3_exec(self->database, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-262144",
	        NULL, NULL, NULL) == SQLITE_OK;
	if ((good || complain(self, path)) && prepare(self, point_sql, &self->point) &&
	    prepare(self, scan_sql, &self->scan) && prepare(self, insert_sql, &self->insert))
		return self;
	hand_close(self);
	return NULL;
}

static bool hand_points(void *side, const int64_t *keys, size_t count, uint64_t *sum)
{
	hand *const self = side;
	for (size_t i = 0; i < count; i++) {
		bench_user user;
		sqlite3_bind_int64(self->point, 1, keys[i]);
		if (sqlite3_step(self->point) != SQLITE_ROW || !read_user(self, self->point, &user) ||
		    sqlite3_step(self->point) != SQLITE_DONE)
			return complain(self, "point");
		sqlite3_reset(self->point);
		*sum += (uint64_t)user.age;
		arena_reset(&self->strings);
	}
	return true;
}

static bool hand_scan(void *side, size_t *rows, uint64_t *digest)
{
	hand *const self = side;
	bench_user *users = NULL;
	size_t count = 0;
	size_t room = 0;
	bool good = true;
	int code = SQLITE_ROW;
	while (good && (code = sqlite3_step(self->scan)) == SQLITE_ROW) {
		if (count == room) {
			room = room != 0 ? room * 2 : 64;
			bench_user *const more = realloc(users, room * sizeof *users);
			if (more == NULL)
				break;
			users = more;
		}
		good = read_user(self, self->scan, &users[count++]);
	}
	if (code != SQLITE_DONE || sqlite3_reset(self->scan) != SQLITE_OK)
		good = complain(self, "scan");
	for (size_t i = 0; digest != NULL && i < count; i++)
		*digest = bench_digest(*digest, &users[i]);
	*rows = count;
	free(users);
	arena_reset(&self->strings);
	return good;
}

static bool execute(hand *self, const char *sql)
{
	return sqlite3_exec(self->database, sql, NULL, NULL, NULL) == SQLITE_OK || complain(self, sql);
}

static bool insert(hand *self, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		bind_user(self->insert, &self->data->users[i]);
		if (sqlite3_step(self->insert) != SQLITE_DONE)
			return complain(self, "insert");
		sqlite3_reset(self->insert);
	}
	return true;
}

static bool hand_insert_bulk(void *side)
{
	return execute(side, "BEGIN") && insert(side, BENCH_USERS) && execute(side, "COMMIT");
}

static bool hand_insert_commit(void *side, size_t count)
{
	return insert(side, count);
}

static bool hand_stream(void *side, size_t *rows, uint64_t *sum)
{
	hand *const self = side;
	sqlite3_stmt *statement = NULL;
	/* A cache as large as the table would be most of what grows. */
	if (!execute(self, "PRAGMA cache_size=-2000") ||
	    !prepare(self, "SELECT id, user_id, value, note FROM readings", &statement))
		return false;
	int code;
	size_t count = 0;
	while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
		count++;
		*sum += (uint64_t)sqlite3_column_int64(statement, 1);
	}
	*rows = count;
	sqlite3_finalize(statement);
	return code == SQLITE_DONE || complain(self, "stream");
}

const bench_side bench_hand_sqlite = {
	.name = "hand",
	.open = hand_open,
	.close = hand_close,
	.points = hand_points,
	.scan = hand_scan,
	.insert_bulk = hand_insert_bulk,
	.insert_commit = hand_insert_commit,
	.inflight = hand_points,
	.stream = hand_stream,
};
