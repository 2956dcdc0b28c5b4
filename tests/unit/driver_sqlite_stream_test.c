/* unit/driver_sqlite_stream_test.c: results read piece by piece, early ends, and what runs in between.
 *
 * It knows nothing of the executor.
 */
#include "support/driver_sqlite.h"

#include <stdlib.h>

typedef struct numbered {
	int64_t number;
	const char *text;
} numbered;

static const cq__decode columns[] = {
	{ .column = 0, .offset = offsetof(numbered, number), .type = CQ_TYPE_BIGINT, .name = "number" },
	{ .column = 1, .offset = offsetof(numbered, text), .type = CQ_TYPE_TEXT, .name = "text" },
};
static const cq__decode_plan plan = { .row_size = sizeof(numbered), .column_count = 2, .result_columns = 2,
	.columns = columns, .name = "Numbered", .complete = true };

static cq__connection *connection;
static cq__error error;

static int open_all(void **state)
{
	(void)state;
	connection = kit_open(NULL);
	kit_execute(connection, "CREATE TABLE t(n INTEGER PRIMARY KEY, s TEXT NOT NULL);"
		"INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
		" SELECT i, 'text ' || i FROM n; CREATE TABLE log(n)");
	return 0;
}

static int close_all(void **state)
{
	(void)state;
	cq__error_release(&error);
	cq__driver_sqlite.close(connection);
	return 0;
}

static cq__request stream_request(const cq__text *text, const cq_value *values)
{
	cq__error_clear(&error);
	cq__request request = kit_request(text, values, &error);
	request.plan = &plan;
	request.sink = CQ__SINK_STREAM;
	return request;
}

static const numbered *next(cq__request *request)
{
	void *row;
	const cq_status status = cq__driver_sqlite.stream_next(connection, request, 0, &row);
	if (status != CQ_OK)
		fail_msg("next: %s", cq__error_get(&error)->message);
	return row;
}

static void test_all_rows_come_whatever_the_buffer(void **state)
{
	(void)state;
	static const size_t buffers[] = { 0, 1, 2, 3, 7, 64, 999, 1000, 1001, 2000, 5000 };
	const cq__text text = kit_text("SELECT n, s FROM t ORDER BY n", NULL, 0);
	for (size_t i = 0; i < COUNT(buffers); i++) {
		cq__request request = stream_request(&text, NULL);
		assert_int_equal(cq__driver_sqlite.stream_open(connection, &request, buffers[i]), CQ_OK);
		const numbered *row;
		int64_t count = 0;
		while ((row = next(&request)) != NULL) {
			char expected[32];
			(void)snprintf(expected, sizeof expected, "text %lld", (long long)++count);
			assert_int_equal(row->number, count);
			assert_string_equal(row->text, expected);
		}
		assert_int_equal(count, 1000);
		assert_int_equal(request.rows_seen, 1000);
		assert_null(next(&request));
		cq__driver_sqlite.stream_close(connection, &request);
		assert_null(request.stream);
		cq__driver_sqlite.stream_close(connection, &request);
	}
}

static void test_other_statements_run_in_between(void **state)
{
	(void)state;
	kit_execute(connection, "DELETE FROM log");
	const cq__text text = kit_text("SELECT n, s FROM t ORDER BY n", NULL, 0);
	cq__request request = stream_request(&text, NULL);
	assert_int_equal(cq__driver_sqlite.stream_open(connection, &request, 20), CQ_OK);
	const cq__bind bind = { .from = CQ_TYPE_BIGINT, .to = CQ_TYPE_BIGINT, .use = CQ__BIND_ASSIGN };
	const cq__text insert = kit_text("INSERT INTO log VALUES (?1)", &bind, 1);
	const numbered *row;
	while ((row = next(&request)) != NULL) {
		if (row->number % 3 != 0)
			continue;
		const cq_value value = { .integer = row->number };
		cq__request write = kit_request(&insert, &value, NULL);
		cq__driver_sqlite.run(connection, &write);
		assert_int_equal(write.status, CQ_OK);
		assert_int_equal(write.changes, 1);
	}
	cq__driver_sqlite.stream_close(connection, &request);
	assert_int_equal(kit_integer(connection, "SELECT count(*) FROM log"), 333);
}

static void test_the_same_text_streams_twice_at_once(void **state)
{
	(void)state;
	const cq__text text = kit_text("SELECT n, s FROM t ORDER BY n", NULL, 0);
	cq__request first = stream_request(&text, NULL);
	cq__request second = stream_request(&text, NULL);
	assert_int_equal(cq__driver_sqlite.stream_open(connection, &first, 10), CQ_OK);
	for (int i = 0; i < 100; i++)
		assert_int_equal(next(&first)->number, i + 1);
	assert_int_equal(cq__driver_sqlite.stream_open(connection, &second, 10), CQ_OK);
	for (int i = 0; i < 100; i++) {
		assert_int_equal(next(&second)->number, i + 1);
		assert_int_equal(next(&first)->number, i + 101);
	}
	cq__driver_sqlite.stream_close(connection, &second);
	assert_int_equal(next(&first)->number, 201);
	cq__driver_sqlite.stream_close(connection, &first);
}

static void test_values_need_not_outlive_the_opening(void **state)
{
	(void)state;
	static const cq__bind binds[] = {
		{ .source = 0, .from = CQ_TYPE_TEXT, .to = CQ_TYPE_TEXT, .use = CQ__BIND_PREFIX },
		{ .source = 1, .from = CQ_TYPE_INTEGER, .to = CQ_TYPE_BIGINT, .flags = CQ_VALUE_ARRAY },
	};
	const cq__text text = kit_text("SELECT n, s FROM t WHERE s LIKE ?1 ESCAPE '!' AND n NOT IN (SELECT value FROM json_each(?2)) ORDER BY n",
		binds, 2);
	char *const prefix = strdup("text 9");
	int32_t *const numbers = malloc(2 * sizeof *numbers);
	numbers[0] = 9;
	numbers[1] = 91;
	cq_value *const values = calloc(2, sizeof *values);
	values[0].text = prefix;
	values[1].bytes.data = numbers;
	values[1].bytes.size = 2;
	cq__request request = stream_request(&text, values);
	assert_int_equal(cq__driver_sqlite.stream_open(connection, &request, 4), CQ_OK);
	memset(prefix, 'x', 6);
	free(prefix);
	free(numbers);
	free(values);
	int count = 0;
	while (next(&request) != NULL)
		count++;
	assert_int_equal(count, 111 - 2);
	cq__driver_sqlite.stream_close(connection, &request);
}

static void test_early_end_frees_the_statement(void **state)
{
	(void)state;
	const cq__text text = kit_text("SELECT n, s FROM t", NULL, 0);
	for (int rows = 0; rows < 60; rows += 7) {
		cq__request request = stream_request(&text, NULL);
		assert_int_equal(cq__driver_sqlite.stream_open(connection, &request, 8), CQ_OK);
		for (int i = 0; i < rows; i++)
			assert_non_null(next(&request));
		cq__driver_sqlite.stream_close(connection, &request);
		/* A table cannot be dropped while a statement reads from any. */
		kit_execute(connection, "CREATE TABLE passing(n); DROP TABLE passing");
	}
}

static void test_failure_comes_behind_the_rows_before_it(void **state)
{
	(void)state;
	const cq__text text = kit_text("SELECT n, CASE WHEN n = 50 THEN NULL ELSE s END FROM t ORDER BY n", NULL, 0);
	for (size_t buffer = 2; buffer < 200; buffer += 33) {
		cq__request request = stream_request(&text, NULL);
		assert_int_equal(cq__driver_sqlite.stream_open(connection, &request, buffer), CQ_OK);
		for (int i = 1; i < 50; i++)
			assert_int_equal(next(&request)->number, i);
		void *row;
		assert_int_equal(cq__driver_sqlite.stream_next(connection, &request, 0, &row), CQ_NULL_VALUE);
		assert_null(row);
		assert_string_equal(cq__error_get(&error)->message,
			"row 50, Numbered.text: NULL stands in a field that cannot hold it");
		assert_int_equal(cq__driver_sqlite.stream_next(connection, &request, 0, &row), CQ_NULL_VALUE);
		cq__driver_sqlite.stream_close(connection, &request);
	}
	const cq__text wrong = kit_text("SELECT n FROM t", NULL, 0);
	cq__request request = stream_request(&wrong, NULL);
	assert_int_equal(cq__driver_sqlite.stream_open(connection, &request, 10), CQ_WRONG_TYPE);
	assert_null(request.stream);
	const cq__text broken = kit_text("SELECT nothing", NULL, 0);
	request = stream_request(&broken, NULL);
	assert_int_equal(cq__driver_sqlite.stream_open(connection, &request, 10), CQ_SYNTAX);
}

static void test_deadline_of_a_row(void **state)
{
	(void)state;
	/* A hundred rows at once, then none for very long. */
	const cq__text text = kit_text("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, 'x' FROM n WHERE i <= 100",
		NULL, 0);
	for (int read_ahead = 0; read_ahead < 2; read_ahead++) {
		cq__request request = stream_request(&text, NULL);
		/* Small chunks are read ahead by the worker, a large one is the caller's own. */
		assert_int_equal(cq__driver_sqlite.stream_open(connection, &request, read_ahead != 0 ? 20 : 200), CQ_OK);
		cq_status status;
		int count = 0;
		void *row;
		while ((status = cq__driver_sqlite.stream_next(connection, &request, (int64_t)cq__deadline_after_ms(50), &row)) == CQ_OK)
			count++;
		assert_int_equal(status, CQ_TIMEOUT);
		assert_int_equal(count, 100);
		cq__driver_sqlite.stream_close(connection, &request);
	}
	/* Closing does not wait for a chunk that never comes. */
	cq__request request = stream_request(&text, NULL);
	assert_int_equal(cq__driver_sqlite.stream_open(connection, &request, 20), CQ_OK);
	for (int i = 0; i < 91; i++)
		assert_non_null(next(&request));
	cq__driver_sqlite.stream_close(connection, &request);
	assert_int_equal(kit_integer(connection, "SELECT 1"), 1);
}

static void test_large_rows_make_small_chunks(void **state)
{
	(void)state;
	const cq__text text = kit_text("SELECT n, replace(hex(zeroblob(100000)), '0', 'x') FROM t", NULL, 0);
	cq__request request = stream_request(&text, NULL);
	/* Two thousand rows of 200 KB would be 400 MB; AddressSanitizer and the bound on a chunk are what looks. */
	assert_int_equal(cq__driver_sqlite.stream_open(connection, &request, 2000), CQ_OK);
	int count = 0;
	const numbered *row;
	while ((row = next(&request)) != NULL && count < 100) {
		assert_int_equal(strlen(row->text), 200000);
		count++;
	}
	assert_int_equal(count, 100);
	cq__driver_sqlite.stream_close(connection, &request);
}

static void test_closing_the_connection_ends_streams(void **state)
{
	(void)state;
	cq__connection *const outer = connection;
	for (int rows = 0; rows < 30; rows += 29) {
		connection = kit_open(NULL);
		const cq__text text = kit_text("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, 'x' FROM n", NULL, 0);
		cq__request request = stream_request(&text, NULL);
		assert_int_equal(cq__driver_sqlite.stream_open(connection, &request, 4), CQ_OK);
		for (int i = 0; i < rows; i++)
			assert_non_null(next(&request));
		cq__driver_sqlite.close(connection);
		assert_null(request.stream);
		connection = outer;
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_all_rows_come_whatever_the_buffer),
		cmocka_unit_test(test_other_statements_run_in_between),
		cmocka_unit_test(test_the_same_text_streams_twice_at_once),
		cmocka_unit_test(test_values_need_not_outlive_the_opening),
		cmocka_unit_test(test_early_end_frees_the_statement),
		cmocka_unit_test(test_failure_comes_behind_the_rows_before_it),
		cmocka_unit_test(test_deadline_of_a_row),
		cmocka_unit_test(test_large_rows_make_small_chunks),
		cmocka_unit_test(test_closing_the_connection_ends_streams),
	};
	return cmocka_run_group_tests(tests, open_all, close_all);
}
