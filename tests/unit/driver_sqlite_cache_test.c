/* unit/driver_sqlite_cache_test.c: prepared statements: found, evicted, forgotten, prepared anew behind the library's back.
 *
 * It knows nothing of the executor. It looks at the connection's cache itself.
 */
#include "driver/sqlite/sqlite.h"
#include "support/driver_sqlite.h"

static cq__request integer_request(const cq__text *text, cq__error *error)
{
	cq__request request = kit_request(text, NULL, error);
	request.plan = &kit_integer_plan;
	request.sink = CQ__SINK_FIRST;
	return request;
}

static bool run_cached(cq__connection *connection, const cq__text *text)
{
	cq__request request = integer_request(text, NULL);
	cq__driver_sqlite.run(connection, &request);
	assert_int_equal(request.status, CQ_OK);
	cq__arena_destroy(request.arena);
	return request.was_cached;
}

static int statements_of(cq__connection *connection)
{
	int count = 0;
	for (sqlite3_stmt *at = sqlite3_next_stmt(connection->handle, NULL); at != NULL;
		at = sqlite3_next_stmt(connection->handle, at))
		count++;
	return count;
}

static void test_found_again(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open(NULL);
	enum { TEXTS = 200 };
	static cq__text texts[TEXTS];
	for (int i = 0; i < TEXTS; i++) {
		texts[i] = kit_text("SELECT 1", NULL, 0);
		assert_false(run_cached(connection, &texts[i]));
	}
	for (int i = 0; i < TEXTS; i++)
		assert_true(run_cached(connection, &texts[i]));
	assert_int_equal(connection->cache.count, TEXTS);
	assert_int_equal(statements_of(connection), TEXTS);
	cq__text once = kit_text("SELECT 1", NULL, 0);
	once.cacheable = false;
	assert_false(run_cached(connection, &once));
	assert_false(run_cached(connection, &once));
	assert_int_equal(statements_of(connection), TEXTS);
	cq__driver_sqlite.close(connection);
}

static void test_bounded_in_bytes(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open_with(NULL, 20000, 0);
	cq__text texts[40];
	for (size_t i = 0; i < COUNT(texts); i++) {
		texts[i] = kit_text("SELECT 1 + 2 + 3", NULL, 0);
		assert_false(run_cached(connection, &texts[i]));
		/* The first one is used all along, so it stays. */
		assert_int_equal(run_cached(connection, &texts[0]), 1);
		assert_true(connection->cache.bytes <= 20000);
		assert_int_equal(statements_of(connection), connection->cache.count);
	}
	assert_true(connection->cache.count >= 2 && connection->cache.count < COUNT(texts));
	assert_true(run_cached(connection, &texts[COUNT(texts) - 1]));
	assert_false(run_cached(connection, &texts[1]));
	cq__driver_sqlite.close(connection);

	/* Without any room only the statement in use is kept. */
	cq__connection *const small = kit_open_with(NULL, 0, 0);
	for (size_t i = 0; i < COUNT(texts); i++) {
		assert_false(run_cached(small, &texts[i]));
		assert_int_equal(small->cache.count, 1);
	}
	cq__driver_sqlite.close(small);
}

static void test_forgotten(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open(NULL);
	const cq__text text = kit_text("SELECT 1", NULL, 0);
	assert_false(run_cached(connection, &text));
	cq__driver_sqlite.forget(connection, text.id);
	assert_int_equal(statements_of(connection), 0);
	assert_int_equal(connection->cache.bytes, 0);
	cq__driver_sqlite.forget(connection, text.id);
	assert_false(run_cached(connection, &text));

	/* One that a stream reads from goes when the stream does. */
	cq__request stream = integer_request(&text, NULL);
	stream.sink = CQ__SINK_STREAM;
	const cq__text rows = kit_text("SELECT value FROM json_each('[1,2,3]')", NULL, 0);
	stream.text = &rows;
	assert_int_equal(cq__driver_sqlite.stream_open(connection, &stream, 2), CQ_OK);
	cq__driver_sqlite.forget(connection, rows.id);
	void *row;
	for (int i = 1; i <= 3; i++) {
		assert_int_equal(cq__driver_sqlite.stream_next(connection, &stream, 0, &row), CQ_OK);
		assert_int_equal(*(const int64_t *)row, i);
	}
	cq__driver_sqlite.stream_close(connection, &stream);
	assert_int_equal(statements_of(connection), 1);
	cq__driver_sqlite.close(connection);
}

/* SQLite prepares a statement anew, silently, when the schema has changed: SELECT * then has another number of columns. */
static void test_prepared_anew(void **state)
{
	(void)state;
	kit_file file;
	kit_file_make(&file);
	cq__connection *const connection = kit_open(file.path);
	cq__connection *const other = kit_open(file.path);
	kit_execute(connection, "CREATE TABLE t(n INTEGER); INSERT INTO t VALUES (7)");
	const cq__text star = kit_text("SELECT * FROM t", NULL, 0);
	const cq__text listed = kit_text("SELECT n FROM t", NULL, 0);
	assert_false(run_cached(connection, &star));
	assert_false(run_cached(connection, &listed));
	kit_execute(other, "ALTER TABLE t ADD COLUMN more INTEGER");
	cq__error error = { 0 };
	cq__request request = integer_request(&star, &error);
	cq__driver_sqlite.run(connection, &request);
	assert_true(request.was_cached);
	assert_int_equal(request.status, CQ_WRONG_TYPE);
	assert_string_equal(cq__error_get(&error)->message, "the result has 2 columns where Number has 1");
	cq__error_clear(&error);
	assert_true(run_cached(connection, &listed));
	kit_execute(other, "DROP TABLE t");
	request = integer_request(&listed, &error);
	cq__driver_sqlite.run(connection, &request);
	assert_int_equal(request.status, CQ_DATABASE);
	cq__error_release(&error);
	cq__driver_sqlite.close(other);
	cq__driver_sqlite.close(connection);
	kit_file_remove(&file);
}

/* ---- memory ------------------------------------------------------------------------------------------------------ */

typedef struct person {
	int64_t id;
	const char *name;
} person;

static const cq__decode person_columns[] = {
	{ .column = 0, .offset = offsetof(person, id), .type = CQ_TYPE_BIGINT, .name = "id" },
	{ .column = 1, .offset = offsetof(person, name), .type = CQ_TYPE_TEXT, .name = "name" },
};
static const cq__decode_plan people = { .row_size = sizeof(person), .column_count = 2, .result_columns = 2,
	.columns = person_columns, .name = "Person" };
static const cq__decode_plan people_by_name = { .row_size = sizeof(person), .column_count = 2, .columns = person_columns,
	.name = "Person", .by_name = true };

static cq_status read_people(cq__connection *connection, const cq__text *text, const cq_value *values,
	const cq__decode_plan *plan, bool submitted)
{
	cq__error error = { 0 };
	cq__request request = kit_request(text, values, &error);
	request.plan = plan;
	request.sink = CQ__SINK_ARRAY;
	if (submitted) {
		cq__driver_sqlite.submit(connection, &request);
		cq__driver_sqlite.wait(connection, &request);
	} else {
		cq__driver_sqlite.run(connection, &request);
	}
	if (request.status == CQ_OK)
		assert_true(request.item_count >= 200);
	else
		assert_null(request.arena);
	cq__arena_destroy(request.arena);
	cq__error_release(&error);
	return request.status;
}

static cq_status stream_people(cq__connection *connection, const cq__text *text, const cq_value *values)
{
	cq__error error = { 0 };
	cq__request request = kit_request(text, values, &error);
	request.plan = &people;
	request.sink = CQ__SINK_STREAM;
	cq_status status = cq__driver_sqlite.stream_open(connection, &request, 16);
	void *row = &request;
	int count = 0;
	while (status == CQ_OK && row != NULL) {
		status = cq__driver_sqlite.stream_next(connection, &request, 0, &row);
		count += row != NULL;
	}
	if (status == CQ_OK)
		assert_true(count >= 200);
	cq__driver_sqlite.stream_close(connection, &request);
	cq__error_release(&error);
	return status;
}

/* Everything that a connection does, once. The first failure ends it. */
static cq_status do_everything(void)
{
	const cq__open_options options = { .loop = kit_loop(), .path = ":memory:", .statement_cache_bytes = 100000, .create = true };
	cq__error error = { 0 };
	cq__connection *connection;
	cq_status status = cq__driver_sqlite.open(&options, &error, &connection);
	cq__error_release(&error);
	if (status != CQ_OK)
		return status;
	static const cq__bind binds[] = {
		{ .source = 0, .from = CQ_TYPE_TEXT, .to = CQ_TYPE_TEXT, .use = CQ__BIND_INFIX },
		{ .source = 1, .from = CQ_TYPE_INTEGER, .to = CQ_TYPE_BIGINT, .flags = CQ_VALUE_ARRAY },
		{ .source = 2, .from = CQ_TYPE_TIMESTAMP, .to = CQ_TYPE_TIMESTAMP },
	};
	static const int32_t numbers[] = { 1, 2, 3 };
	const cq_value values[3] = { { .text = "" }, { .bytes = { numbers, 3 } }, { .integer = 0 } };
	const cq__text text = kit_text("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)"
		" SELECT i AS id, printf('%0200d', i) AS name FROM n WHERE name LIKE ?1 ESCAPE '!'"
		" AND i NOT IN (SELECT value FROM json_each(?2)) AND ?3 < 'x'", binds, 3);
	const cq__text other = kit_text(text.sql, binds, 3);
	status = read_people(connection, &text, values, &people, false);
	if (status == CQ_OK)
		status = read_people(connection, &text, values, &people_by_name, true);
	if (status == CQ_OK)
		status = stream_people(connection, &other, values);
	cq__driver_sqlite.close(connection);
	return status;
}

static void test_every_allocation_may_fail(void **state)
{
	(void)state;
	assert_int_equal(do_everything(), CQ_OK);
	cq__alloc_fail_after(__LONG_MAX__);
	assert_int_equal(do_everything(), CQ_OK);
	const long count = cq__alloc_count();
	cq__alloc_fail_after(0);
	assert_true(count > 10);
	int failures = 0;
	for (long n = 1; n <= count; n++) {
		cq__alloc_fail_after(n);
		const cq_status once = do_everything();
		cq__alloc_fail_from(n);
		const cq_status from = do_everything();
		cq__alloc_fail_from(0);
		/* A single failure may be got over: without room in a cache a statement is used once. */
		assert_true(once == CQ_OK || once == CQ_NO_MEMORY);
		assert_true(from == CQ_OK || from == CQ_NO_MEMORY);
		failures += once == CQ_NO_MEMORY;
	}
	assert_true(failures > 8);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_found_again),
		cmocka_unit_test(test_bounded_in_bytes),
		cmocka_unit_test(test_forgotten),
		cmocka_unit_test(test_prepared_anew),
		cmocka_unit_test(test_every_allocation_may_fail),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
