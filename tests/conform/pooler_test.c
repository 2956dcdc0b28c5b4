/* tests/conform/pooler_test.c: many sessions behind a PgBouncer that has few: it gives the server's sessions to one transaction after
 * the other, so that nothing of a session may stay in them or be looked for there.
 *
 * On the databases themselves the same holds, and is seen, too, but for what only a pooler does.
 */
#include "conform/shop.h"
#include "support/database.h"

#include <cquel/routing.h>

enum { SESSIONS = 12, ROUNDS = 20 };

#define Named_FIELDS(FIELD)             \
	FIELD(id, BIGINT, notes.id)         \
	FIELD(body, TEXT, notes.body)
CQ_ROW(Named)

typedef struct sessions {
	shop first; /* which made the tables */
	cq_connection *each[SESSIONS];
} sessions;

static int open_sessions(void **state)
{
	static sessions opened;
	char message[CQ_ERROR_TEXT];
	cq_engine_options options = CQ_ENGINE_OPTIONS_INIT;
	options.pool.size = SESSIONS + 1;
	if (cq_engine_open(&opened.first.engine, database_create_shared(), &options, message) != CQ_OK)
		fail_msg("%s", message);
	assert_int_equal(cq_connect(opened.first.engine, &opened.first.db), CQ_OK);
	shop_create(opened.first.db);
	for (int i = 0; i < SESSIONS; i++)
		assert_int_equal(cq_connect(opened.first.engine, &opened.each[i]), CQ_OK);
	*state = &opened;
	return 0;
}

static int close_sessions(void **state)
{
	sessions *const opened = *state;
	for (int i = 0; i < SESSIONS; i++)
		cq_disconnect(&opened->each[i]);
	cq_disconnect(&opened->first.db);
	cq_engine_close(&opened->first.engine);
	database_drop();
	return 0;
}

/* The same texts and different ones, each session in another order; a name of one would be met by another. */
static void statements_of_many_sessions_do_not_meet(void **state)
{
	sessions *const opened = *state;
	for (int round = 0; round < ROUNDS; round++) {
		for (int i = 0; i < SESSIONS; i++) {
			cq_connection *const db = opened->each[i];
			char text[40];
			int64_t count;
			(void)snprintf(text, sizeof text, "note %d of %d", round, i);
			Note note = { .body = text };
			MUST(cq_insert(db, Note, &note));
			if ((round + i) % 3 == 0) {
				const char *body;
				MUST(cq_scalar(db, &body, SQL(SELECT(notes.body), FROM(notes), WHERE(EQ(notes.id, note.id)))));
				assert_string_equal(body, text);
				cq_free(&body);
			}
			MUST(cq_scalar(db, &count, SQL(SELECT(COUNT(notes.id)), FROM(notes), WHERE(EQ(notes.body, text)))));
			assert_int_equal(count, 1);
		}
	}
}

/* The operations of all are under way at once. */
static void operations_of_many_sessions_are_told_apart(void **state)
{
	sessions *const opened = *state;
	for (int round = 0; round < ROUNDS; round++) {
		cq_operation *operations[SESSIONS];
		int64_t answers[SESSIONS];
		for (int i = 0; i < SESSIONS; i++) {
			cq_connection *const db = opened->each[i];
			if (round % 2 == 0)
				MUST(cq_submit_scalar(db, &answers[i], &operations[i], SQL(SELECT(ADD(VALUE((int64_t)1000 * round), (int64_t)i)))));
			else
				MUST(cq_submit_scalar(db, &answers[i], &operations[i], SQL(SELECT(SUB(VALUE((int64_t)1000 * round + 2 * i), (int64_t)i)))));
		}
		assert_int_equal(cq_await_all(SESSIONS, operations), CQ_OK);
		for (int i = 0; i < SESSIONS; i++) {
			assert_int_equal(answers[i], 1000 * round + i);
			cq_operation_release(&operations[i]);
		}
	}
}

static void a_transaction_has_one_session_of_the_server(void **state)
{
	sessions *const opened = *state;
	cq_connection *const one = opened->each[0], *const other = opened->each[1];
	cq_connection *db = one;
	int64_t count;
	MUST(cq_begin(one, NULL));
	Note note = { .body = "not yet" };
	MUST(cq_insert(one, Note, &note));
	MUST(cq_savepoint(one));
	MUST(cq_execute(one, NULL, SQL(DELETE_FROM(notes), ALL_ROWS)));
	for (int i = 2; i < 4; i++) {
		db = opened->each[i];
		MUST(cq_scalar(db, &count, SQL(SELECT(COUNT(notes.id)), FROM(notes))));
		assert_int_equal(count, 0);
	}
	db = one;
	MUST(cq_rollback(one));
	MUST(cq_commit(one));
	db = other;
	MUST(cq_scalar(other, &count, SQL(SELECT(COUNT(notes.id)), FROM(notes))));
	assert_int_equal(count, 1);
	assert_false(cq_in_transaction(other));
}

/* Whatever zone some other client has left in a session of the server. */
static void times_are_those_of_utc(void **state)
{
	sessions *const opened = *state;
	cq_connection *db = opened->first.db;
	cq_timestamp moment, read;
	if (database_kind() == CLIENT_POSTGRES)
		MUST(cq_execute(db, NULL, RAW_SQL("SET TimeZone = 'Asia/Kathmandu'")));
	assert_int_equal(cq_timestamp_parse("2024-02-29 23:59:59.500000", &moment), CQ_OK);
	for (int i = 0; i < SESSIONS; i++) {
		int64_t hour;
		cq_timestamp start;
		const char *text;
		db = opened->each[i];
		MUST(cq_scalar(db, &read, SQL(SELECT(VALUE(moment)))));
		assert_int_equal(read.microseconds, moment.microseconds);
		MUST(cq_scalar(db, &hour, SQL(SELECT(CAST(EXTRACT(HOUR, VALUE(moment)), BIGINT)))));
		assert_int_equal(hour, 23);
		MUST(cq_scalar(db, &start, SQL(SELECT(DATE_TRUNC(DAY, VALUE(moment))))));
		assert_int_equal(start.microseconds % (24 * 3600 * INT64_C(1000000)), 0);
		MUST(cq_scalar(db, &text, SQL(SELECT(CAST(VALUE(moment), TEXT)))));
		assert_string_equal(text, "2024-02-29 23:59:59.500000");
		cq_free(&text);
	}
}

/* What one asks for itself is not left to the others in a session of the server. */
static void a_reader_leaves_nothing_behind(void **state)
{
	sessions *const opened = *state;
	cq_connection *db = opened->first.db, *reader;
	int64_t count;
	for (int round = 0; round < 3; round++) {
		if (cq_connect_read_only(opened->first.engine, &reader) != CQ_OK)
			fail_msg("%s", cq_engine_error(opened->first.engine)->message);
		db = reader;
		MUST(cq_begin(reader, &(cq_transaction_options){ .read_only = true }));
		MUST(cq_scalar(reader, &count, SQL(SELECT(COUNT(notes.id)), FROM(notes))));
		assert_int_equal(count, round * SESSIONS);
		MUST(cq_commit(reader));
		MUST(cq_scalar(reader, &count, SQL(SELECT(COUNT(notes.id)), FROM(notes))));
		for (int i = 0; i < SESSIONS; i++) {
			db = opened->each[i];
			Note note = { .body = "written" };
			MUST(cq_insert(db, Note, &note));
		}
		cq_disconnect(&reader);
	}
}

/* A pooled session cannot keep a cursor: another statement ends the stream, and says so. */
static void a_stream_has_its_connection_for_itself(void **state)
{
	sessions *const opened = *state;
	cq_connection *db = opened->each[0];
	const cq_stream_options small = { .buffer_rows = 10 };
	cq_stream *stream, *beside;
	Named *row;
	int64_t count;
	cq_status status;
	int rows = 0;
	for (int i = 0; i < 100; i++) {
		Note note = { .body = "one of many" };
		MUST(cq_insert(db, Note, &note));
	}
	MUST(cq_stream_open(db, Named, &small, &stream, SQL(SELECT_ROW(Named), FROM(notes), ORDER_BY(notes.id))));
	MUST(cq_stream_open(opened->each[1], Named, &small, &beside, SQL(SELECT_ROW(Named), FROM(notes), ORDER_BY(DESC(notes.id)))));
	MUST(cq_stream_next(stream, &row));
	assert_int_equal(row->id, 1);
	MUST(cq_scalar(db, &count, SQL(SELECT(COUNT(notes.id)), FROM(notes))));
	assert_int_equal(count, 100);
	for (rows = 1; (status = cq_stream_next(stream, &row)) == CQ_OK && row != NULL; rows++)
		assert_int_equal(row->id, rows + 1);
	if (database_pooled()) {
		assert_int_equal(status, CQ_UNSUPPORTED);
		assert_non_null(strstr(cq_last_error(db)->message, "behind a pooler"));
		assert_in_range(rows, 1, 99);
	} else {
		assert_int_equal(status, CQ_OK);
		assert_int_equal(rows, 100);
	}
	cq_stream_close(&stream);
	db = opened->each[1];
	for (rows = 0; (status = cq_stream_next(beside, &row)) == CQ_OK && row != NULL; rows++)
		assert_int_equal(row->id, 100 - rows);
	MUST(status);
	assert_int_equal(rows, 100);
	cq_stream_close(&beside);
	for (int i = 0; i < SESSIONS; i++) {
		db = opened->each[i];
		MUST(cq_scalar(db, &count, SQL(SELECT(COUNT(notes.id)), FROM(notes))));
		assert_int_equal(count, 100);
	}
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_sessions, close_sessions)
	const struct CMUnitTest tests[] = {
		TEST(statements_of_many_sessions_do_not_meet), TEST(operations_of_many_sessions_are_told_apart),
		TEST(a_transaction_has_one_session_of_the_server), TEST(times_are_those_of_utc), TEST(a_reader_leaves_nothing_behind),
		TEST(a_stream_has_its_connection_for_itself),
	};
	const int missing = database_missing();
	return missing != 0 ? missing : cmocka_run_group_tests_name("pooler", tests, NULL, NULL);
}
