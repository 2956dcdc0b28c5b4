/* bench/cquel_side.c: the same work as hand_sqlite.c and hand_postgres.c, as a program writes it with cquel, whatever the
 * database.
 *
 * It knows nothing of sqlite3 and libpq; only building a statement without sending it looks inside the library. The measuring files
 * call it through bench_cquel_sqlite and bench_cquel_postgres.
 */
#include "bench.h"

#include "base/alloc.h"
#include "exec/compile.h"
#include "exec/engine.h"

#include <cquel.h>
#include <cquel/driver/sqlite.h>

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <cquel/words.h>

#define users_COLUMNS(COLUMN)       \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(username, TEXT)          \
	COLUMN(email, TEXT)             \
	COLUMN(age, INTEGER)            \
	COLUMN(balance, DOUBLE)         \
	COLUMN(is_active, BOOLEAN)      \
	COLUMN(created_at, BIGINT)
CQ_MODEL(User, users)

#define readings_COLUMNS(COLUMN)    \
	COLUMN(id, BIGINT, PRIMARY_KEY) \
	COLUMN(user_id, BIGINT)         \
	COLUMN(value, DOUBLE)           \
	COLUMN(note, TEXT)
CQ_MODEL(Reading, readings)

#define Key_FIELDS(FIELD) FIELD(id, BIGINT, users.id)
CQ_ROW(Key)

typedef struct side {
	cq_engine *engine;
	cq_connection *db;
	cq_connection *shared; /* for what goes over several connections; made when it is needed */
	User *users; /* the data set in the model's own struct; NULL when nothing is written */
} side;

static bool complain(const side *self, const char *what)
{
	return bench_fail("cquel, %s: %s", what, cq_last_error(self->db)->message);
}

static void side_close(void *state)
{
	side *const self = state;
	cq_disconnect(&self->shared);
	cq_disconnect(&self->db);
	cq_engine_close(&self->engine);
	free(self->users);
	free(self);
}

static bool side_connect(side *self, const char *url)
{
	char message[CQ_ERROR_TEXT];
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.pool.shared = BENCH_CONNECTIONS;
	options.pool.shared_depth = BENCH_IN_FLIGHT;
	if (cq_engine_open(&self->engine, url, &options, message) != CQ_OK)
		return bench_fail("cquel, %s: %s", url, message);
	return cq_connect(self->engine, &self->db) == CQ_OK ||
	       bench_fail("cquel, %s: %s", url, cq_engine_error(self->engine)->message);
}

static bool take_data(side *self, const bench_data *data)
{
	if (data == NULL || data->users == NULL)
		return true;
	self->users = calloc(BENCH_USERS, sizeof *self->users);
	if (self->users == NULL)
		return bench_fail("no memory");
	for (size_t i = 0; i < BENCH_USERS; i++) {
		const bench_user *const user = &data->users[i];
		self->users[i] = (User){ user->id, user->username, user->email, user->age, user->balance, user->is_active,
			user->created_at };
	}
	return true;
}

static void *side_open(const char *url, const bench_data *data)
{
	side *const self = calloc(1, sizeof *self);
	if (self == NULL) {
		bench_fail("no memory");
		return NULL;
	}
	if (take_data(self, data) && side_connect(self, url))
		return self;
	side_close(self);
	return NULL;
}

static void *open_sqlite(const char *path, const bench_data *data)
{
	char url[400];
	return side_open(bench_sqlite.url(path, url), data);
}

static void *open_postgres(const char *path, const bench_data *data)
{
	char url[400];
	return side_open(bench_postgres.url(path, url), data);
}

static bool points(void *state, const int64_t *keys, size_t count, uint64_t *sum)
{
	side *const self = state;
	for (size_t i = 0; i < count; i++) {
		User *user;
		if (cq_one_or_none(self->db, User, &user, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, keys[i])))) !=
		        CQ_OK ||
		    user == NULL)
			return complain(self, "point");
		*sum += (uint64_t)user->age;
		cq_free(&user);
	}
	return true;
}

static bench_user as_bench_user(const User *user)
{
	return (bench_user){ user->id, user->username, user->email, user->age, user->balance, user->is_active,
		user->created_at };
}

static bool scan(void *state, size_t *rows, uint64_t *digest)
{
	side *const self = state;
	cq_rows(User) found;
	if (cq_all(self->db, User, &found, SQL(SELECT_ALL(users), FROM(users))) != CQ_OK)
		return complain(self, "scan");
	for (size_t i = 0; digest != NULL && i < found.count; i++) {
		const bench_user user = as_bench_user(&found.items[i]);
		*digest = bench_digest(*digest, &user);
	}
	*rows = found.count;
	cq_free(&found);
	return true;
}

static bool insert_bulk(void *state)
{
	side *const self = state;
	return cq_insert_many(self->db, User, self->users, BENCH_USERS) == CQ_OK || complain(self, "bulk insert");
}

static bool insert_commit(void *state, size_t count)
{
	side *const self = state;
	for (size_t i = 0; i < count; i++)
		if (cq_insert(self->db, User, &self->users[i]) != CQ_OK)
			return complain(self, "insert");
	return true;
}

static bool insert_returning(void *state)
{
	side *const self = state;
	cq_rows(Key) keys;
	if (cq_all(self->db, Key, &keys, SQL(INSERT_INTO(users, VALUES(self->users, BENCH_USERS)), RETURNING_ROW(Key))) != CQ_OK)
		return complain(self, "bulk insert with RETURNING");
	const bool good = keys.count == BENCH_USERS && keys.items[BENCH_USERS - 1].id == BENCH_USERS;
	cq_free(&keys);
	return good || bench_fail("cquel: not all keys came back, or not in order");
}

/* Submits one select for each key of a group, awaits them all and gives everything back. */
static bool inflight_group(side *self, cq_connection *db, const int64_t *keys, int count, uint64_t *sum)
{
	User *found[BENCH_IN_FLIGHT * BENCH_CONNECTIONS] = { NULL };
	cq_operation *operations[BENCH_IN_FLIGHT * BENCH_CONNECTIONS] = { NULL };
	bool good = true;
	for (int i = 0; good && i < count; i++)
		good = cq_submit_one_or_none(db, User, &found[i], &operations[i],
		           SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, keys[i])))) == CQ_OK ||
		       complain(self, "submit");
	if (good && cq_await_all((size_t)count, operations) != CQ_OK)
		good = complain(self, "await");
	for (int i = 0; i < count; i++) {
		if (good && found[i] == NULL)
			good = bench_fail("cquel: no user has the id %lld", (long long)keys[i]);
		if (good)
			*sum += (uint64_t)found[i]->age;
		cq_operation_release(&operations[i]);
		cq_free(&found[i]);
	}
	return good;
}

static bool inflight(void *state, const int64_t *keys, size_t count, uint64_t *sum)
{
	side *const self = state;
	for (size_t i = 0; i < count; i += BENCH_IN_FLIGHT)
		if (!inflight_group(self, self->db, keys + i, BENCH_IN_FLIGHT, sum))
			return false;
	return true;
}

static bool inflight_many(void *state, const int64_t *keys, size_t count, uint64_t *sum)
{
	enum { AT_ONCE = BENCH_IN_FLIGHT * BENCH_CONNECTIONS };
	side *const self = state;
	if (self->shared == NULL && cq_connect_shared(self->engine, &self->shared) != CQ_OK)
		return bench_fail("cquel: %s", cq_engine_error(self->engine)->message);
	for (size_t i = 0; i < count; i += AT_ONCE)
		if (!inflight_group(self, self->shared, keys + i, AT_ONCE, sum))
			return false;
	return true;
}

static bool stream(void *state, size_t *rows, uint64_t *sum)
{
	side *const self = state;
	cq_stream *readings_stream;
	/* A cache as large as the table would be most of what grows. */
	if ((cq_sqlite_handle(self->db) != NULL && cq_execute(self->db, NULL, RAW_SQL("PRAGMA cache_size=-2000")) != CQ_OK) ||
	    cq_stream_open(self->db, Reading, NULL, &readings_stream, SQL(SELECT_ALL(readings), FROM(readings))) != CQ_OK)
		return complain(self, "stream");
	Reading *reading;
	cq_status status;
	size_t count = 0;
	while ((status = cq_stream_next(readings_stream, &reading)) == CQ_OK && reading != NULL) {
		count++;
		*sum += (uint64_t)reading->user_id;
	}
	cq_stream_close(&readings_stream);
	*rows = count;
	return status == CQ_OK || complain(self, "stream");
}

/* What cq_one_or_none does before it sends anything. */
#define LOOK_UP(db, out, statement)                                                                            \
	CQ_PRIV_X({                                                                                                \
		CQ_PRIV_QUERY_OF("LOOK_UP", statement)                                                                 \
		cq__compile(&(db)->engine->cache, (db)->engine->dialect, CQ_PRIV_WRITTEN, &(db)->working, (out));      \
	})

static bool build(void *state, const int64_t *keys, size_t count, long *allocations)
{
	side *const self = state;
	cq__alloc_fail_after(LONG_MAX); /* only counts */
	for (size_t i = 0; i < count; i++) {
		cq__compiled *compiled;
		if (LOOK_UP(self->db, &compiled, SQL(SELECT_ALL(users), FROM(users), WHERE(EQ(users.id, keys[i])))) != CQ_OK)
			return bench_fail("cquel, build: %s", cq__error_get(&self->db->working)->message);
	}
	*allocations = cq__alloc_count();
	cq__alloc_fail_after(0);
	return true;
}

#define CALLS                             \
	.name = "cquel",                      \
	.close = side_close,                  \
	.points = points,                     \
	.scan = scan,                         \
	.insert_bulk = insert_bulk,           \
	.insert_commit = insert_commit,       \
	.insert_returning = insert_returning, \
	.inflight = inflight,                 \
	.inflight_many = inflight_many,       \
	.stream = stream,                     \
	.build = build

const bench_side bench_cquel_sqlite = { .open = open_sqlite, CALLS };
const bench_side bench_cquel_postgres = { .open = open_postgres, CALLS };
