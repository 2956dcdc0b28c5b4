/* tests/async/stream_test.c: rows one at a time: to the end, stopped early, failing midway, beside other statements.
 */
#include "conform/shop.h"
#include "support/database.h"

#include <unistd.h>

enum { ROWS = 3000 };

static int with_notes(void **state)
{
	shop_open(state);
	cq_connection *const db = ((shop *)*state)->db;
	MUST(cq_execute(db, NULL, RAW_SQL("INSERT INTO notes (body) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
		"WHERE i < 3000) SELECT 'note ' || i FROM n")));
	return 0;
}

static void every_row_comes_once(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	static const size_t buffers[] = { 0, 1, 7, 256, 100000 };
	for (size_t i = 0; i < sizeof buffers / sizeof *buffers; i++) {
		const cq_stream_options options = { .buffer_rows = buffers[i] };
		cq_stream *stream;
		Note *note;
		int64_t expected = 0;
		char text[32];
		MUST(cq_stream_open(db, Note, &options, &stream, SQL(SELECT_ALL(notes), FROM(notes), ORDER_BY(notes.id))));
		for (;;) {
			MUST(cq_stream_next(stream, &note));
			if (note == NULL)
				break;
			assert_int_equal(note->id, ++expected);
			(void)snprintf(text, sizeof text, "note %lld", (long long)expected);
			assert_string_equal(note->body, text);
		}
		assert_int_equal(expected, ROWS);
		MUST(cq_stream_next(stream, &note));
		assert_null(note);
		cq_stream_close(&stream);
		assert_null(stream);
	}
}

static void other_statements_run_meanwhile(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	cq_stream *stream;
	Note *note;
	char text[] = "note 17";
	MUST(cq_stream_open(db, Note, NULL, &stream, SQL(SELECT_ALL(notes), FROM(notes), WHERE(GE(notes.body, text)), ORDER_BY(notes.id))));
	memset(text, 'x', sizeof text - 1);
	int rows = 0;
	for (; rows < 600; rows++) {
		MUST(cq_stream_next(stream, &note));
		assert_non_null(note);
		assert_true(strcmp(note->body, "note 17") >= 0);
		const int64_t id = note->id;
		const char *body;
		MUST(cq_scalar(db, &body, SQL(SELECT(notes.body), FROM(notes), WHERE(EQ(notes.id, id)))));
		assert_string_equal(body, note->body);
		cq_free(&body);
	}
	cq_stream_close(&stream);
	MUST(cq_execute(db, NULL, SQL(DELETE_FROM(notes), ALL_ROWS)));
}

static void a_row_that_does_not_fit_ends_it(void **state)
{
	database_only(CLIENT_SQLITE);
	cq_connection *const db = ((shop *)*state)->db;
	MUST(cq_execute(db, NULL, RAW_SQL("UPDATE notes SET body = CAST(x'ff' AS TEXT) WHERE id = 1000")));
	cq_stream *stream;
	Note *note;
	int rows = 0;
	MUST(cq_stream_open(db, Note, NULL, &stream, SQL(SELECT_ALL(notes), FROM(notes), ORDER_BY(notes.id))));
	cq_status status;
	while ((status = cq_stream_next(stream, &note)) == CQ_OK && note != NULL)
		rows++;
	assert_int_equal(status, CQ_BAD_TEXT);
	assert_null(note);
	assert_int_equal(rows, 999);
	assert_int_equal(cq_last_error(db)->code, CQ_BAD_TEXT);
	assert_int_equal(cq_stream_next(stream, &note), CQ_BAD_TEXT);
	cq_stream_close(&stream);
	/* A kept statement says nothing at compile time. */
	const cq_statement kept = CQ_STATEMENT(SQL(SELECT(notes.id), FROM(notes)));
	assert_int_equal(cq_stream_open(db, Note, NULL, &stream, kept), CQ_RULE);
	assert_null(stream);
}

static void a_connection_closes_its_streams(void **state)
{
	shop *const opened = *state;
	cq_connection *const db = opened->db;
	cq_stream *stream;
	Note *note;
	MUST(cq_stream_open(db, Note, NULL, &stream, SQL(SELECT_ALL(notes), FROM(notes))));
	MUST(cq_stream_next(stream, &note));
	cq_disconnect(&opened->db);
	assert_int_equal(cq_stream_next(stream, &note), CQ_MISUSE);
	assert_null(note);
	cq_stream_close(&stream);
}

/* Whoever reads slowly has not run into a deadline: each part has its own. */
static void a_deadline_is_of_each_part(void **state)
{
	cq_connection *const db = ((shop *)*state)->db;
	MUST(cq_connection_set_timeout(db, 40));
	const cq_stream_options small = { .buffer_rows = 4 };
	cq_stream *stream;
	Note *note;
	MUST(cq_stream_open(db, Note, &small, &stream, SQL(SELECT_ALL(notes), FROM(notes), ORDER_BY(notes.id))));
	for (int i = 0; i < 12; i++) {
		MUST(cq_stream_next(stream, &note));
		assert_non_null(note);
		if (i % 4 == 0)
			(void)usleep(30000);
	}
	cq_stream_close(&stream);
}

/* Its reading keeps the state of the database that it began with, onto which nothing new can be written. */
static void an_open_stream_holds_an_older_state(void **state)
{
	database_only(CLIENT_SQLITE);
	(void)state;
	char path[] = "/tmp/cquel-stream-XXXXXX";
	const int file = mkstemp(path);
	assert_true(file >= 0);
	char url[128];
	(void)snprintf(url, sizeof url, "sqlite:///%s?journal_mode=wal", path);
	void *own;
	shop_open_with(&own, url, NULL);
	shop *const opened = own;
	cq_connection *const db = opened->db;
	cq_connection *other;
	MUST(cq_connect(opened->engine, &other));
	Note many[100];
	for (int i = 0; i < 100; i++)
		many[i] = (Note){ .body = "x" };
	MUST(cq_insert_many(db, Note, many, 100));
	const cq_stream_options small = { .buffer_rows = 4 };
	cq_stream *stream;
	Note *note, more = { .body = "more" };
	MUST(cq_stream_open(db, Note, &small, &stream, SQL(SELECT_ALL(notes), FROM(notes))));
	MUST(cq_stream_next(stream, &note));
	assert_int_equal(cq_insert(other, Note, &more), CQ_OK);
	more.id = 0;
	assert_int_equal(cq_insert(db, Note, &more), CQ_SNAPSHOT);
	assert_non_null(strstr(cq_last_error(db)->message, "open stream"));
	assert_non_null(strstr(cq_last_error(db)->sql, "INSERT"));
	assert_true(cq_last_error(db)->native != 0);
	cq_stream_close(&stream);
	MUST(cq_insert(db, Note, &more));
	cq_engine_close(&opened->engine);
	(void)remove(path);
	char beside[64];
	(void)snprintf(beside, sizeof beside, "%s-wal", path);
	(void)remove(beside);
	(void)snprintf(beside, sizeof beside, "%s-shm", path);
	(void)remove(beside);
}

int main(void)
{
	const int missing = database_missing();
	if (missing != 0)
		return missing;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_row_comes_once, with_notes, shop_close),
		cmocka_unit_test_setup_teardown(other_statements_run_meanwhile, with_notes, shop_close),
		cmocka_unit_test_setup_teardown(a_row_that_does_not_fit_ends_it, with_notes, shop_close),
		cmocka_unit_test_setup_teardown(a_connection_closes_its_streams, with_notes, shop_close),
		cmocka_unit_test_setup_teardown(a_deadline_is_of_each_part, with_notes, shop_close),
		cmocka_unit_test(an_open_stream_holds_an_older_state),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
