/* bench/hand_postgres.c: what a person writes directly on libpq, with care: prepared statements, binary format, pipelines with
 * one Sync a batch, COPY and unnest in binary, an arena.
 *
 * It knows nothing of cquel. The measuring files call it through bench_hand_postgres.
 */
#include "arena.h"
#include "bench.h"

#include <endian.h>
#include <errno.h>
#include <libpq-fe.h>
#include <poll.h>
#include <string.h>

enum { INT4 = 23, INT8 = 20, INT8_ARRAY = 1016, TEXT_ARRAY = 1009, INT4_ARRAY = 1007, FLOAT8_ARRAY = 1022, BOOL_ARRAY = 1000 };

typedef struct buffer {
	char *data;
	size_t size, room;
} buffer;

typedef struct hand {
	PGconn *connection;
	PGconn *others[BENCH_CONNECTIONS]; /* the first is `connection`; the rest are opened when they are needed */
	char path[256];
	const bench_data *data;
	arena strings;
	buffer sending;
	buffer arrays[7];
} hand;

#define COLUMNS "id, username, email, age, balance, is_active, created_at"
static const char point_sql[] = "SELECT " COLUMNS " FROM users WHERE id = $1";
static const char scan_sql[] = "SELECT " COLUMNS " FROM users";
static const char unnest_sql[] = "INSERT INTO users(" COLUMNS ") SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::integer[], "
	"$5::double precision[], $6::boolean[], $7::bigint[]) RETURNING id";

static bool complain(PGconn *connection, const char *what)
{
	return bench_fail("hand-written side, %s: %s", what, PQerrorMessage(connection));
}

/* ---- bytes -------------------------------------------------------------------------------------------------------- */

static int64_t read_int8(const char *at)
{
	uint64_t wire;
	memcpy(&wire, at, 8);
	return (int64_t)be64toh(wire);
}

static int32_t read_int4(const char *at)
{
	uint32_t wire;
	memcpy(&wire, at, 4);
	return (int32_t)be32toh(wire);
}

static double read_double(const char *at)
{
	const int64_t bits = read_int8(at);
	double value;
	memcpy(&value, &bits, 8);
	return value;
}

static char *reserve(buffer *self, size_t more)
{
	if (self->size + more > self->room) {
		const size_t room = (self->size + more) * 2;
		char *const data = realloc(self->data, room);
		if (data == NULL)
			return NULL;
		self->data = data;
		self->room = room;
	}
	char *const at = self->data + self->size;
	self->size += more;
	return at;
}

static void put_int4(char *at, int32_t value)
{
	const uint32_t wire = htobe32((uint32_t)value);
	memcpy(at, &wire, 4);
}

static void put_int8(char *at, int64_t value)
{
	const uint64_t wire = htobe64((uint64_t)value);
	memcpy(at, &wire, 8);
}

static void put_double(char *at, double value)
{
	int64_t bits;
	memcpy(&bits, &value, 8);
	put_int8(at, bits);
}

/* ---- opening ------------------------------------------------------------------------------------------------------- */

static bool prepare(PGconn *connection, const char *name, const char *sql, int types, const Oid *type)
{
	PGresult *const result = PQprepare(connection, name, sql, types, type);
	const bool good = PQresultStatus(result) == PGRES_COMMAND_OK;
	PQclear(result);
	return good || complain(connection, sql);
}

static PGconn *connect_to(const char *path)
{
	static const Oid key[] = { INT8 };
	static const Oid arrays[] = { INT8_ARRAY, TEXT_ARRAY, TEXT_ARRAY, INT4_ARRAY, FLOAT8_ARRAY, BOOL_ARRAY, INT8_ARRAY };
	PGconn *const connection = PQconnectdb(path);
	if ((PQstatus(connection) == CONNECTION_OK || complain(connection, path)) && prepare(connection, "point", point_sql, 1, key) &&
		prepare(connection, "scan", scan_sql, 0, NULL) && prepare(connection, "unnest", unnest_sql, 7, arrays))
		return connection;
	PQfinish(connection);
	return NULL;
}

static void hand_close(void *side)
{
	hand *const self = side;
	for (int i = 0; i < BENCH_CONNECTIONS; i++)
		PQfinish(self->others[i]);
	arena_release(&self->strings);
	free(self->sending.data);
	for (int i = 0; i < 7; i++)
		free(self->arrays[i].data);
	free(self);
}

static void *hand_open(const char *path, const bench_data *data)
{
	hand *const self = calloc(1, sizeof *self);
	if (self == NULL) {
		bench_fail("no memory");
		return NULL;
	}
	self->data = data;
	snprintf(self->path, sizeof self->path, "%s", path);
	self->connection = self->others[0] = connect_to(path);
	if (self->connection != NULL)
		return self;
	hand_close(self);
	return NULL;
}

/* ---- reading ------------------------------------------------------------------------------------------------------- */

static const char *copy_text(hand *self, const PGresult *result, int row, int column)
{
	const size_t size = (size_t)PQgetlength(result, row, column);
	char *const copy = arena_take(&self->strings, size + 1);
	if (copy != NULL)
		memcpy(copy, PQgetvalue(result, row, column), size + 1);
	return copy;
}

/* The columns are NOT NULL and of the types that the table says. */
static bool read_user(hand *self, const PGresult *result, int row, bench_user *user)
{
	user->id = read_int8(PQgetvalue(result, row, 0));
	user->username = copy_text(self, result, row, 1);
	user->email = copy_text(self, result, row, 2);
	user->age = read_int4(PQgetvalue(result, row, 3));
	user->balance = read_double(PQgetvalue(result, row, 4));
	user->is_active = *PQgetvalue(result, row, 5) != 0;
	user->created_at = read_int8(PQgetvalue(result, row, 6));
	return user->username != NULL && user->email != NULL;
}

static bool take_point(hand *self, PGconn *connection, PGresult *result, uint64_t *sum)
{
	bench_user user;
	const bool good = PQresultStatus(result) == PGRES_TUPLES_OK && PQntuples(result) == 1 && read_user(self, result, 0, &user);
	if (good)
		*sum += (uint64_t)user.age;
	PQclear(result);
	arena_reset(&self->strings);
	return good || complain(connection, "point");
}

static bool hand_points(void *side, const int64_t *keys, size_t count, uint64_t *sum)
{
	hand *const self = side;
	for (size_t i = 0; i < count; i++) {
		char key[8];
		const char *const values[] = { key };
		const int lengths[] = { 8 }, formats[] = { 1 };
		put_int8(key, keys[i]);
		if (!take_point(self, self->connection, PQexecPrepared(self->connection, "point", 1, values, lengths, formats, 1), sum))
			return false;
	}
	return true;
}

/* ---- pipelines ----------------------------------------------------------------------------------------------------- */

static bool send_batch(PGconn *connection, const int64_t *keys)
{
	for (int i = 0; i < BENCH_IN_FLIGHT; i++) {
		char key[8];
		const char *const values[] = { key };
		const int lengths[] = { 8 }, formats[] = { 1 };
		put_int8(key, keys[i]);
		if (PQsendQueryPrepared(connection, "point", 1, values, lengths, formats, 1) != 1)
			return complain(connection, "send");
	}
	return (PQpipelineSync(connection) == 1 && PQflush(connection) == 0) || complain(connection, "sync");
}

/* Every result is followed by a NULL, the last by the Sync's. */
static bool take_batch(hand *self, PGconn *connection, uint64_t *sum)
{
	for (int i = 0; i < BENCH_IN_FLIGHT; i++) {
		if (!take_point(self, connection, PQgetResult(connection), sum))
			return false;
		PQclear(PQgetResult(connection));
	}
	PGresult *const sync = PQgetResult(connection);
	const bool good = PQresultStatus(sync) == PGRES_PIPELINE_SYNC;
	PQclear(sync);
	return good || complain(connection, "sync");
}

static bool hand_inflight(void *side, const int64_t *keys, size_t count, uint64_t *sum)
{
	hand *const self = side;
	bool good = PQenterPipelineMode(self->connection) == 1;
	for (size_t i = 0; good && i < count; i += BENCH_IN_FLIGHT)
		good = send_batch(self->connection, keys + i) && take_batch(self, self->connection, sum);
	return (good && PQexitPipelineMode(self->connection) == 1) || complain(self->connection, "pipeline");
}

static bool open_others(hand *self)
{
	for (int i = 0; i < BENCH_CONNECTIONS; i++)
		if (self->others[i] == NULL && (self->others[i] = connect_to(self->path)) == NULL)
			return false;
	return true;
}

/* A batch on each connection, then the answers of each as they come. */
static bool hand_inflight_many(void *side, const int64_t *keys, size_t count, uint64_t *sum)
{
	enum { AT_ONCE = BENCH_IN_FLIGHT * BENCH_CONNECTIONS };
	hand *const self = side;
	bool good = open_others(self);
	for (int i = 0; good && i < BENCH_CONNECTIONS; i++)
		good = PQenterPipelineMode(self->others[i]) == 1;
	for (size_t at = 0; good && at < count; at += AT_ONCE) {
		for (int i = 0; good && i < BENCH_CONNECTIONS; i++)
			good = send_batch(self->others[i], keys + at + (size_t)i * BENCH_IN_FLIGHT);
		struct pollfd waiting[BENCH_CONNECTIONS];
		for (int i = 0; i < BENCH_CONNECTIONS; i++)
			waiting[i] = (struct pollfd){ .fd = PQsocket(self->others[i]), .events = POLLIN };
		for (int left = BENCH_CONNECTIONS; good && left != 0;) {
			good = poll(waiting, BENCH_CONNECTIONS, -1) > 0 || errno == EINTR;
			for (int i = 0; good && i < BENCH_CONNECTIONS; i++)
				if (waiting[i].fd >= 0 && waiting[i].revents != 0) {
					good = take_batch(self, self->others[i], sum);
					waiting[i].fd = -1;
					left--;
				}
		}
	}
	for (int i = 0; good && i < BENCH_CONNECTIONS; i++)
		good = PQexitPipelineMode(self->others[i]) == 1;
	return good || bench_fail("hand-written side: pipelines on %d connections", (int)BENCH_CONNECTIONS);
}

/* ---- many rows ----------------------------------------------------------------------------------------------------- */

static bool hand_scan(void *side, size_t *rows, uint64_t *digest)
{
	hand *const self = side;
	PGresult *const result = PQexecPrepared(self->connection, "scan", 0, NULL, NULL, NULL, 1);
	const int count = PQntuples(result);
	bench_user *const users = malloc(((size_t)count + 1) * sizeof *users);
	bool good = users != NULL && PQresultStatus(result) == PGRES_TUPLES_OK;
	for (int i = 0; good && i < count; i++)
		good = read_user(self, result, i, &users[i]);
	PQclear(result);
	for (int i = 0; good && digest != NULL && i < count; i++)
		*digest = bench_digest(*digest, &users[i]);
	*rows = (size_t)count;
	free(users);
	arena_reset(&self->strings);
	return good || complain(self->connection, "scan");
}

static bool put_row(buffer *out, const bench_user *user)
{
	const size_t username = strlen(user->username), email = strlen(user->email);
	char *at = reserve(out, 2 + 12 + 4 + username + 4 + email + 8 + 12 + 5 + 12);
	if (at == NULL)
		return false;
	at[0] = 0;
	at[1] = 7;
	put_int4(at + 2, 8);
	put_int8(at + 6, user->id);
	put_int4(at + 14, (int32_t)username);
	memcpy(at + 18, user->username, username);
	at += 18 + username;
	put_int4(at, (int32_t)email);
	memcpy(at + 4, user->email, email);
	at += 4 + email;
	put_int4(at, 4);
	put_int4(at + 4, user->age);
	put_int4(at + 8, 8);
	put_double(at + 12, user->balance);
	put_int4(at + 20, 1);
	at[24] = user->is_active;
	put_int4(at + 25, 8);
	put_int8(at + 29, user->created_at);
	return true;
}

static bool end_copy(PGconn *connection, bool good)
{
	good = PQputCopyEnd(connection, good ? NULL : "given up") == 1 && good;
	for (PGresult *result; (result = PQgetResult(connection)) != NULL; PQclear(result))
		good = good && PQresultStatus(result) == PGRES_COMMAND_OK;
	return good || complain(connection, "copy");
}

static bool hand_insert_bulk(void *side)
{
	enum { PORTION = 64 * 1024 };
	static const char header[19] = "PGCOPY\n\377\r\n";
	hand *const self = side;
	PGresult *const start = PQexec(self->connection, "COPY users(" COLUMNS ") FROM STDIN (FORMAT binary)");
	bool good = PQresultStatus(start) == PGRES_COPY_IN;
	PQclear(start);
	buffer *const out = &self->sending;
	out->size = 0;
	memcpy(reserve(out, sizeof header), header, sizeof header);
	for (size_t i = 0; good && i < BENCH_USERS; i++) {
		good = put_row(out, &self->data->users[i]);
		if (good && out->size >= PORTION) {
			good = PQputCopyData(self->connection, out->data, (int)out->size) == 1;
			out->size = 0;
		}
	}
	memcpy(reserve(out, 2), "\377\377", 2);
	good = good && PQputCopyData(self->connection, out->data, (int)out->size) == 1;
	return end_copy(self->connection, good);
}

/* One dimension, no NULLs, counted from 1. */
static void begin_array(buffer *out, int32_t type, size_t count)
{
	out->size = 0;
	char *const at = reserve(out, 20);
	put_int4(at, 1);
	put_int4(at + 4, 0);
	put_int4(at + 8, type);
	put_int4(at + 12, (int32_t)count);
	put_int4(at + 16, 1);
}

static void put_text(buffer *out, const char *text)
{
	const size_t length = strlen(text);
	char *const at = reserve(out, 4 + length);
	put_int4(at, (int32_t)length);
	memcpy(at + 4, text, length);
}

static void put_element_int8(buffer *out, int64_t value)
{
	char *const at = reserve(out, 12);
	put_int4(at, 8);
	put_int8(at + 4, value);
}

static void fill_arrays(buffer *arrays, const bench_user *users, size_t count)
{
	static const int32_t elements[] = { INT8, 25, 25, INT4, 701, 16, INT8 };
	for (int i = 0; i < 7; i++)
		begin_array(&arrays[i], elements[i], count);
	for (size_t i = 0; i < count; i++) {
		const bench_user *const user = &users[i];
		put_element_int8(&arrays[0], user->id);
		put_text(&arrays[1], user->username);
		put_text(&arrays[2], user->email);
		char *at = reserve(&arrays[3], 8);
		put_int4(at, 4);
		put_int4(at + 4, user->age);
		at = reserve(&arrays[4], 12);
		put_int4(at, 8);
		put_double(at + 4, user->balance);
		at = reserve(&arrays[5], 5);
		put_int4(at, 1);
		at[4] = user->is_active;
		put_element_int8(&arrays[6], user->created_at);
	}
}

static bool simply(PGconn *connection, const char *sql)
{
	PGresult *const result = PQexec(connection, sql);
	const bool good = PQresultStatus(result) == PGRES_COMMAND_OK;
	PQclear(result);
	return good || complain(connection, sql);
}

static bool hand_insert_returning(void *side)
{
	enum { PORTION = 10000 };
	hand *const self = side;
	int64_t *const keys = malloc(BENCH_USERS * sizeof *keys);
	bool good = keys != NULL && simply(self->connection, "BEGIN");
	for (size_t done = 0; good && done < BENCH_USERS; done += PORTION) {
		const char *values[7];
		int lengths[7], formats[7];
		fill_arrays(self->arrays, self->data->users + done, PORTION);
		for (int i = 0; i < 7; i++) {
			values[i] = self->arrays[i].data;
			lengths[i] = (int)self->arrays[i].size;
			formats[i] = 1;
		}
		PGresult *const result = PQexecPrepared(self->connection, "unnest", 7, values, lengths, formats, 1);
		good = PQresultStatus(result) == PGRES_TUPLES_OK && PQntuples(result) == PORTION;
		for (int i = 0; good && i < PORTION; i++)
			keys[done + (size_t)i] = read_int8(PQgetvalue(result, i, 0));
		PQclear(result);
	}
	good = good && keys[BENCH_USERS - 1] == BENCH_USERS && simply(self->connection, "COMMIT");
	free(keys);
	return good || complain(self->connection, "unnest");
}

/* One row after the other, in single-row mode. */
static bool hand_stream(void *side, size_t *rows, uint64_t *sum)
{
	hand *const self = side;
	size_t count = 0;
	if (PQsendQueryParams(self->connection, "SELECT id, user_id, value, note FROM readings", 0, NULL, NULL, NULL, NULL, 1) != 1 ||
		PQsetSingleRowMode(self->connection) != 1)
		return complain(self->connection, "stream");
	bool good = true;
	for (PGresult *result; (result = PQgetResult(self->connection)) != NULL; PQclear(result)) {
		if (PQresultStatus(result) == PGRES_SINGLE_TUPLE) {
			count++;
			*sum += (uint64_t)read_int8(PQgetvalue(result, 0, 1));
		} else {
			good = good && PQresultStatus(result) == PGRES_TUPLES_OK;
		}
	}
	*rows = count;
	return good || complain(self->connection, "stream");
}

const bench_side bench_hand_postgres = {
	.name = "hand",
	.open = hand_open,
	.close = hand_close,
	.points = hand_points,
	.scan = hand_scan,
	.insert_bulk = hand_insert_bulk,
	.insert_returning = hand_insert_returning,
	.inflight = hand_inflight,
	.inflight_many = hand_inflight_many,
	.stream = hand_stream,
};
