/* driver_postgres_stream_test.c: streams over cursors: inside and outside of transactions, with other statements between the
 * rows, stopped early, failing half-way; what the server's session looks like behind them.
 *
 * It knows nothing of how rows are decoded. ctest runs it.
 */
#include "unit/driver_postgres_shop.h"

#include "driver/postgres/postgres.h"
#include "exec/engine.h"

#include <time.h>

enum { MANY = 10000 };

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED 1
#elif defined(__has_feature)
#define SANITIZED (__has_feature(address_sanitizer) || __has_feature(thread_sanitizer))
#else
#define SANITIZED 0
#endif

static int open_full(void **state)
{
	shop_open(state);
	told("INSERT INTO notes SELECT n, 'note ' || n FROM generate_series(1, 10000) AS n");
	return 0;
}

/* The rows of a stream from `from` on, in order; how many. */
static size_t read_on(cq_connection *db, cq_stream *stream, int64_t from, size_t most)
{
	Note *note;
	size_t count = 0;
	while (count < most) {
		MUST(cq_stream_next(stream, &note));
		if (note == NULL)
			break;
		assert_int_equal(note->id, from + (int64_t)count);
		char body[32];
		(void)snprintf(body, sizeof body, "note %lld", (long long)note->id);
		assert_string_equal(note->body, body);
		count++;
	}
	return count;
}

static cq_stream *open_notes(cq_connection *db, size_t buffer_rows)
{
	cq_stream *stream;
	MUST(cq_stream_open(db, Note, &(cq_stream_options){ buffer_rows }, &stream,
		SQL(SELECT_ALL(notes), FROM(notes), WHERE(GT(notes.id, 0)), ORDER_BY(notes.id))));
	return stream;
}

/* What other sessions see of the test's own: "idle", "idle in transaction". */
static void assert_idle(void)
{
	const struct timespec pause = { .tv_nsec = 5000000 };
	for (int i = 0; i < 200; i++) {
		if (asked("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
				"AND backend_type = 'client backend' AND state <> 'idle'") == 0)
			return;
		nanosleep(&pause, NULL);
	}
	fail_msg("a session is not idle");
}

/* The transaction of the stream's own ends for the statement's sake: that is not inside of it, and is prepared again when the
 * server has lost it. */
static void what_ends_a_streams_transaction_is_prepared_again(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	assert_int_equal(count_users(db), 0);
	MUST(cq_execute(db, NULL, RAW_SQL("DEALLOCATE ALL")));
	cq_stream *stream = open_notes(db, 10);
	assert_int_equal(read_on(db, stream, 1, 15), 15);
	assert_int_equal(count_users(db), 0);
	assert_int_equal(read_on(db, stream, 16, SIZE_MAX), MANY - 15);
	cq_stream_close(&stream);
	assert_idle();
}

static void whole_streams(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	static const size_t buffers[] = { 0, 1, 2, 3, 100, 256, 5000, 100000 };
	for (size_t i = 0; i < sizeof buffers / sizeof *buffers; i++) {
		cq_stream *stream = open_notes(db, buffers[i]);
		assert_int_equal(read_on(db, stream, 1, SIZE_MAX), MANY);
		assert_int_equal(read_on(db, stream, 1, 1), 0);
		cq_stream_close(&stream);
		assert_int_equal(count_users(db), 0);
		assert_idle();
	}
}

/* Outside of a transaction the statements between the rows keep their own: what they write is there for others at once, and
 * a failure is theirs alone. */
static void other_statements_commit_by_themselves(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_stream *stream = open_notes(db, 100);
	assert_int_equal(read_on(db, stream, 1, 150), 150);
	assert_false(cq_in_transaction(db));
	add_user(db, "ann");
	assert_int_equal(asked("SELECT count(*) FROM users"), 1);
	assert_int_equal(read_on(db, stream, 151, 1000), 1000);
	User again = CQ_NEW(User, .username = "ann");
	assert_int_equal(cq_insert(db, User, &again), CQ_UNIQUE);
	assert_false(cq_in_transaction(db));
	/* The stream keeps the state that it began with. */
	MUST(cq_execute(db, NULL, SQL(DELETE_FROM(notes), ALL_ROWS)));
	assert_int_equal(asked("SELECT count(*) FROM notes"), 0);
	MUST(cq_begin(db, NULL));
	add_user(db, "bob");
	assert_int_equal(read_on(db, stream, 1151, 2000), 2000);
	MUST(cq_rollback(db));
	assert_int_equal(read_on(db, stream, 3151, SIZE_MAX), MANY - 3150);
	cq_stream_close(&stream);
	assert_int_equal(asked("SELECT count(*) FROM users"), 1);
	assert_idle();
}

/* Also a statement that was prepared before and needs no queue: the chunk that was read ahead has come long ago. */
static void a_prepared_statement_between_the_rows(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_connection *other;
	assert_int_equal(cq_connect(((shop *)*state)->engine, &other), CQ_OK);
	MUST(cq_connection_set_timeout(other, 10000));
	add_user(db, "ann");
	for (int i = 0; i < 30; i++) {
		cq_stream *stream = NULL;
		if (i >= 3) {
			stream = open_notes(db, 10);
			assert_int_equal(read_on(db, stream, 1, 7), 7);
			/* That turns the loop for all of them. */
			assert_int_equal(count_users(other), 1);
		}
		MUST(cq_execute(db, NULL, SQL(UPDATE(users, SET(bio, "seen")), WHERE(EQ(users.username, "ann")))));
		assert_int_equal(asked("WITH was AS (UPDATE users SET bio = NULL WHERE bio = 'seen' RETURNING 1) SELECT count(*) FROM was"), 1);
		assert_false(cq_in_transaction(db));
		cq_stream_close(&stream);
	}
	cq_disconnect(&other);
}

/* Results that were large once come in chunks, with the same rows. */
static void large_results(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	told("INSERT INTO notes SELECT n, 'note ' || n FROM generate_series(10001, 30000) AS n");
	static const int64_t limits[] = { 30000, 30000, 30000, 30000, 0, 1, 999, 1000, 1001, 8191, 8192, 12000, 20000, 30000, 30000, 30000, 30000 };
	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
		cq_rows(Note) read;
		MUST(cq_all(db, Note, &read, SQL(SELECT_ALL(notes), FROM(notes), WHERE(LE(notes.id, limits[i])), ORDER_BY(notes.id))));
		assert_int_equal(read.count, limits[i]);
		for (size_t j = 0; j < read.count; j++) {
			assert_int_equal(read.items[j].id, j + 1);
			assert_int_equal(strtoll(read.items[j].body + 5, NULL, 10), j + 1);
		}
		cq_free(&read);
		assert_false(cq_in_transaction(db));
	}
	/* One row does not fit, or the server finds something: the connection goes on. */
	told("ALTER TABLE notes ALTER COLUMN body DROP NOT NULL");
	told("UPDATE notes SET body = NULL WHERE id = 25000");
	for (int i = 0; i < 6; i++) {
		cq_rows(Note) read;
		assert_int_equal(cq_all(db, Note, &read, SQL(SELECT_ALL(notes), FROM(notes), ORDER_BY(notes.id))), CQ_NULL_VALUE);
		assert_null(read.items);
		cq_rows(Note) good;
		MUST(cq_all(db, Note, &good, SQL(SELECT_ALL(notes), FROM(notes), WHERE(NE(notes.id, 25000)), ORDER_BY(notes.id))));
		assert_int_equal(good.count, 29999);
		cq_free(&good);
	}
	assert_idle();
	/* With a deadline, in a transaction, beside a stream. */
	MUST(cq_connection_set_timeout(db, 10000));
	MUST(cq_begin(db, NULL));
	cq_stream *stream = open_notes(db, 10);
	assert_int_equal(read_on(db, stream, 1, 7), 7);
	for (int i = 0; i < 3; i++) {
		cq_rows(Note) good;
		MUST(cq_all(db, Note, &good, SQL(SELECT_ALL(notes), FROM(notes), WHERE(NE(notes.id, 25000)), ORDER_BY(notes.id))));
		cq_free(&good);
	}
	MUST(cq_commit(db));
	for (int i = 0; i < 3; i++) {
		cq_rows(Note) good;
		MUST(cq_all(db, Note, &good, SQL(SELECT_ALL(notes), FROM(notes), WHERE(NE(notes.id, 25000)), ORDER_BY(notes.id))));
		assert_int_equal(good.count, 29999);
		cq_free(&good);
		assert_int_equal(read_on(db, stream, 8 + i, 1), 1);
	}
	cq_stream_close(&stream);
}

/* A deadline that passes between two chunks is no end of the rows. */
static void large_results_in_time_or_not_at_all(void **state)
{
	enum { ROWS = 60000, TIMES = 200 };
	cq_connection *const db = ((shop *)*state)->db;
	told("INSERT INTO notes SELECT n, 'note ' || n FROM generate_series(10001, 60000) AS n");
	int late = 0;
	for (int i = 0; i < TIMES; i++) {
		cq_rows(Note) read;
		MUST(cq_connection_set_timeout(db, i < 4 ? 0 : 1 + i % 50));
		const cq_status status = cq_all(db, Note, &read, SQL(SELECT_ALL(notes), FROM(notes), ORDER_BY(notes.id)));
		late += status == CQ_TIMEOUT;
		if (status != CQ_OK && status != CQ_TIMEOUT)
			MUST(status);
		assert_int_equal(read.count, status == CQ_OK ? ROWS : 0);
		cq_free(&read);
	}
	assert_in_range(late, 10, TIMES);
}

/* The end of one stream's transaction is not that of the next one's. */
static void stream_behind_stream(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	for (int closed_before = 0; closed_before < 2; closed_before++) {
		cq_stream *first = open_notes(db, 100);
		assert_int_equal(read_on(db, first, 1, 10), 10);
		if (closed_before)
			cq_stream_close(&first);
		cq_stream *second = open_notes(db, 100);
		assert_false(cq_in_transaction(db));
		MUST(cq_begin(db, NULL));
		assert_true(cq_in_transaction(db));
		assert_int_equal(read_on(db, second, 1, 300), 300);
		MUST(cq_rollback(db));
		assert_false(cq_in_transaction(db));
		cq_stream_close(&first);
		cq_stream_close(&second);
		MUST(cq_begin(db, NULL));
		assert_true(cq_in_transaction(db));
		MUST(cq_commit(db));
		assert_idle();
	}
}

static void inside_a_transaction(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	MUST(cq_begin(db, NULL));
	cq_stream *stream = open_notes(db, 64);
	assert_int_equal(read_on(db, stream, 1, 10), 10);
	assert_true(cq_in_transaction(db));
	/* A savepoint of later that is rolled back does not touch it; one of before does. */
	for (int i = 0; i < 20; i++) {
		MUST(cq_savepoint(db));
		add_user(db, "ann");
		assert_int_equal(read_on(db, stream, 11 + i * 50, 50), 50);
		MUST(cq_rollback(db));
	}
	cq_stream_close(&stream);
	/* A closed cursor is in nobody's way. */
	MUST(cq_execute(db, NULL, RAW_SQL("ALTER TABLE notes ADD COLUMN more INTEGER")));
	MUST(cq_savepoint(db));
	stream = open_notes(db, 64);
	assert_int_equal(read_on(db, stream, 1, 10), 10);
	MUST(cq_rollback(db));
	Note *note;
	cq_status status = CQ_OK;
	for (int i = 0; i < MANY && status == CQ_OK; i++)
		status = cq_stream_next(stream, &note);
	assert_int_equal(status, CQ_DATABASE);
	cq_stream_close(&stream);
	/* That was no failure of the transaction. */
	add_user(db, "bob");
	MUST(cq_commit(db));
	assert_int_equal(asked("SELECT count(*) FROM users"), 1);
}

static void beyond_a_commit(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	MUST(cq_begin(db, NULL));
	cq_stream *stream = open_notes(db, 64);
	assert_int_equal(read_on(db, stream, 1, 100), 100);
	MUST(cq_commit(db));
	assert_int_equal(read_on(db, stream, 101, 5000), 5000);
	MUST(cq_begin(db, NULL));
	assert_int_equal(read_on(db, stream, 5101, SIZE_MAX), MANY - 5100);
	MUST(cq_rollback(db));
	cq_stream_close(&stream);
	assert_idle();
}

static void two_at_once(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_stream *first = open_notes(db, 64), *second = open_notes(db, 64);
	for (int i = 0; i < 100; i++) {
		assert_int_equal(read_on(db, first, 1 + i * 70, 70), 70);
		assert_int_equal(read_on(db, second, 1 + i * 30, 30), 30);
	}
	cq_stream_close(&first);
	assert_int_equal(read_on(db, second, 3001, SIZE_MAX), MANY - 3000);
	cq_stream_close(&second);
	assert_idle();
}

static void stopped_early(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	for (size_t rows = 0; rows < 300; rows += 7) {
		cq_stream *stream = open_notes(db, 50);
		assert_int_equal(read_on(db, stream, 1, rows), rows);
		cq_stream_close(&stream);
		assert_int_equal(count_users(db), 0);
	}
	assert_idle();
	/* And when the engine closes with one open. */
	cq_stream *stream = open_notes(db, 50);
	assert_int_equal(read_on(db, stream, 1, 5), 5);
	cq_disconnect(&((shop *)*state)->db);
	cq_stream_close(&stream);
	assert_int_equal(cq_connect(((shop *)*state)->engine, &((shop *)*state)->db), CQ_OK);
	assert_int_equal(count_users(((shop *)*state)->db), 0);
	assert_idle();
}

static void failing_half_way(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_stream *stream;
	Note *note;
	/* Found by the server when it gets there. */
	MUST(cq_stream_open(db, Note, &(cq_stream_options){ 100 }, &stream,
		RAW_SQL("SELECT id, (1 / (5000 - id))::text AS body FROM notes ORDER BY id")));
	cq_status status = CQ_OK;
	size_t count = 0;
	while ((status = cq_stream_next(stream, &note)) == CQ_OK && note != NULL)
		count++;
	assert_int_not_equal(status, CQ_OK);
	assert_string_equal(cq_last_error(db)->sqlstate, "22012");
	assert_in_range(count, 4800, 4999);
	assert_int_equal(cq_stream_next(stream, &note), status);
	cq_stream_close(&stream);
	assert_int_equal(count_users(db), 0);
	/* Found here: a row that does not fit. */
	told("ALTER TABLE notes ALTER COLUMN body DROP NOT NULL");
	told("UPDATE notes SET body = NULL WHERE id = 3000");
	stream = open_notes(db, 100);
	assert_in_range(read_on(db, stream, 1, 2900), 2900, 2900);
	for (status = CQ_OK; status == CQ_OK;)
		status = cq_stream_next(stream, &note);
	assert_int_equal(status, CQ_NULL_VALUE);
	cq_stream_close(&stream);
	assert_int_equal(count_users(db), 0);
	/* At once. */
	assert_int_not_equal(cq_stream_open(db, Note, NULL, &stream, RAW_SQL("SELECT id, body FROM nowhere")), CQ_OK);
	assert_string_equal(cq_last_error(db)->sqlstate, "42P01");
	assert_null(stream);
	assert_int_equal(count_users(db), 0);
	assert_idle();
}

/* What a COMMIT finds out that finishes the result for another statement's sake is the stream's failure, not the statement's. */
static void failing_while_another_statement_comes(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_stream *stream;
	Note *note;
	MUST(cq_stream_open(db, Note, &(cq_stream_options){ 10 }, &stream,
		RAW_SQL("SELECT id, (1 / (5000 - id))::text AS body FROM notes ORDER BY id")));
	MUST(cq_stream_next(stream, &note));
	add_user(db, "ann");
	assert_int_equal(asked("SELECT count(*) FROM users"), 1);
	cq_status status = CQ_OK;
	for (int i = 0; i < MANY && status == CQ_OK; i++)
		status = cq_stream_next(stream, &note);
	assert_int_not_equal(status, CQ_OK);
	cq_stream_close(&stream);
	assert_idle();
}

/* What no cursor can be declared for comes in one go. */
static void without_a_cursor(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_stream *stream;
	MUST(cq_stream_open(db, Note, NULL, &stream, RAW_SQL("WITH gone AS (DELETE FROM notes WHERE id > 9000 RETURNING id, body) "
		"SELECT id, body FROM gone ORDER BY id")));
	assert_int_equal(read_on(db, stream, 9001, SIZE_MAX), 1000);
	cq_stream_close(&stream);
	assert_int_equal(asked("SELECT count(*) FROM notes"), 9000);
	/* The server refuses to hold rows that are locked. */
	MUST(cq_stream_open(db, Note, NULL, &stream, RAW_SQL("SELECT id, body FROM notes WHERE id < 100 ORDER BY id FOR UPDATE")));
	assert_int_equal(read_on(db, stream, 1, SIZE_MAX), 99);
	cq_stream_close(&stream);
	assert_idle();
	MUST(cq_begin(db, NULL));
	MUST(cq_stream_open(db, Note, NULL, &stream, RAW_SQL("SELECT id, body FROM notes WHERE id < 100 ORDER BY id FOR UPDATE")));
	assert_int_equal(read_on(db, stream, 1, SIZE_MAX), 99);
	cq_stream_close(&stream);
	MUST(cq_commit(db));
	/* A SELECT of the program's own may write. */
	told("CREATE SEQUENCE counter");
	MUST(cq_stream_open(db, Note, NULL, &stream, RAW_SQL("SELECT nextval('counter') AS id, 'note ' || currval('counter') AS body "
		"FROM generate_series(1, 500)")));
	assert_int_equal(read_on(db, stream, 1, SIZE_MAX), 500);
	cq_stream_close(&stream);
	assert_idle();
}

/* As if another statement's cancellation had come too late for that, and met this one. */
static void stray_cancellation(cq__timer *timer)
{
	cq__connection *const connection = timer->user;
	char sql[64];
	connection->cancels++;
	(void)snprintf(sql, sizeof sql, "SELECT pg_cancel_backend(%d)", PQbackendPID(connection->handle));
	told(sql);
}

/* Of which no row was seen yet, with a cursor and without one. */
static void a_stream_that_is_hit_begins_again(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq__connection *const connection = db->driven;
	cq__timer timer = { .fire = stray_cancellation, .user = connection };
	cq_stream *stream;
	const uint32_t cancels = connection->cancels;
	cq__timer_set(connection->loop, &timer, cq__deadline_after_ms(150));
	MUST(cq_stream_open(db, Note, NULL, &stream, RAW_SQL("SELECT n AS id, 'note ' || n AS body FROM generate_series(1, 500) AS n, "
		"pg_sleep(0.4) ORDER BY n")));
	assert_int_equal(connection->cancels, cancels + 1);
	assert_int_equal(read_on(db, stream, 1, SIZE_MAX), 500);
	cq_stream_close(&stream);
	assert_idle();
	cq__timer_set(connection->loop, &timer, cq__deadline_after_ms(150));
	MUST(cq_stream_open(db, Note, NULL, &stream, RAW_SQL("WITH gone AS (DELETE FROM notes WHERE id > 9900 RETURNING id, body) "
		"SELECT id, body FROM gone, pg_sleep(0.4) ORDER BY id")));
	assert_int_equal(connection->cancels, cancels + 2);
	assert_int_equal(read_on(db, stream, 9901, SIZE_MAX), 100);
	cq_stream_close(&stream);
	assert_idle();
	assert_false(cq_in_transaction(db));
	assert_int_equal(asked("SELECT count(*) FROM notes"), 9900);
}

static void a_deadline_is_that_of_each_call(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_stream *stream;
	Note *note;
	MUST(cq_connection_set_timeout(db, 150));
	MUST(cq_stream_open(db, Note, &(cq_stream_options){ 2 }, &stream,
		RAW_SQL("SELECT n AS id, CASE WHEN n = 5 THEN pg_sleep(10)::text ELSE 'x' END AS body FROM generate_series(1, 10) AS n")));
	cq_status status = CQ_OK;
	for (int i = 0; i < 20 && status == CQ_OK; i++)
		status = cq_stream_next(stream, &note);
	assert_int_equal(status, CQ_TIMEOUT);
	cq_stream_close(&stream);
	MUST(cq_connection_set_timeout(db, 0));
	assert_int_equal(count_users(db), 0);
	assert_idle();
}

/* Kilobytes in use by the program, as the system counts them. */
static long resident(void)
{
	FILE *const file = fopen("/proc/self/statm", "r");
	long total = 0, pages = 0;
	assert_non_null(file);
	assert_int_equal(fscanf(file, "%ld %ld", &total, &pages), 2);
	(void)fclose(file);
	return pages * 4;
}

static void memory_is_bounded(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_stream *stream;
	Note *note;
	size_t count = 0;
	long most = 0;
	MUST(cq_stream_open(db, Note, NULL, &stream,
		RAW_SQL("SELECT n AS id, repeat('x', 100) AS body FROM generate_series(1, 400000) AS n")));
	const long before = resident();
	for (;;) {
		MUST(cq_stream_next(stream, &note));
		if (note == NULL)
			break;
		if (++count % 10000 == 0) {
			const long now = resident();
			most = now > most ? now : most;
		}
	}
	cq_stream_close(&stream);
	assert_int_equal(count, 400000);
	/* A sanitizer keeps what was freed. */
	assert_in_range(most - before > 0 ? most - before : 0, 0, SANITIZED ? 256 * 1024 : 8 * 1024);
}

int main(void)
{
	const int missing = shop_on_postgres();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_ends_a_streams_transaction_is_prepared_again, open_full, shop_close),
		cmocka_unit_test_setup_teardown(whole_streams, open_full, shop_close),
		cmocka_unit_test_setup_teardown(other_statements_commit_by_themselves, open_full, shop_close),
		cmocka_unit_test_setup_teardown(a_prepared_statement_between_the_rows, open_full, shop_close),
		cmocka_unit_test_setup_teardown(large_results, open_full, shop_close),
		cmocka_unit_test_setup_teardown(large_results_in_time_or_not_at_all, open_full, shop_close),
		cmocka_unit_test_setup_teardown(stream_behind_stream, open_full, shop_close),
		cmocka_unit_test_setup_teardown(inside_a_transaction, open_full, shop_close),
		cmocka_unit_test_setup_teardown(beyond_a_commit, open_full, shop_close),
		cmocka_unit_test_setup_teardown(two_at_once, open_full, shop_close),
		cmocka_unit_test_setup_teardown(stopped_early, open_full, shop_close),
		cmocka_unit_test_setup_teardown(failing_half_way, open_full, shop_close),
		cmocka_unit_test_setup_teardown(failing_while_another_statement_comes, open_full, shop_close),
		cmocka_unit_test_setup_teardown(without_a_cursor, open_full, shop_close),
		cmocka_unit_test_setup_teardown(a_stream_that_is_hit_begins_again, open_full, shop_close),
		cmocka_unit_test_setup_teardown(a_deadline_is_that_of_each_call, open_full, shop_close),
		cmocka_unit_test_setup_teardown(memory_is_bounded, shop_open, shop_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
