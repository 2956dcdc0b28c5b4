/* unit/driver_sqlite_decode_test.c: what each stored value becomes in a struct, and what is refused.
 *
 * It knows nothing of the executor: decode plans are made by hand, SQL expressions give the values.
 */
#include "driver_decode_kit.h"
#include "support/driver_sqlite.h"

#include <math.h>

static cq__connection *connection;
static cq__arena *kept;      /* of the last result */
static char last_message[512];

static int open_all(void **state)
{
	(void)state;
	connection = kit_open(NULL);
	return 0;
}

static int close_all(void **state)
{
	(void)state;
	cq__arena_destroy(kept);
	cq__driver_sqlite.close(connection);
	return 0;
}

/* Decodes the one value of SELECT `expression`. */
static cq_status decode_one(const char *expression, cq__decode column, member *out)
{
	char sql[512];
	(void)snprintf(sql, sizeof sql, "SELECT %s", expression);
	const cq__text text = kit_text(sql, NULL, 0);
	column.name = "field";
	const cq__decode_plan plan = { .row_size = sizeof *out, .column_count = 1, .result_columns = 1, .columns = &column,
		.name = "Row" };
	cq__error error = { 0 };
	cq__request request = kit_request(&text, NULL, &error);
	request.plan = &plan;
	request.sink = CQ__SINK_ARRAY;
	cq__driver_sqlite.run(connection, &request);
	memset(out, 0xa5, sizeof *out);
	if (request.status == CQ_OK) {
		assert_int_equal(request.item_count, 1);
		memcpy(out, request.items, sizeof *out);
	} else {
		assert_int_equal(request.item_count, 0);
		assert_null(request.items);
		assert_null(request.arena);
	}
	(void)snprintf(last_message, sizeof last_message, "%s", cq__error_get(&error)->message);
	cq__error_release(&error);
	cq__arena_destroy(kept);
	kept = request.arena;
	return request.status;
}

#define GIVES(expression, column, condition) \
	do { \
		member m; \
		const cq_status status = decode_one(expression, column, &m); \
		if (status != CQ_OK) \
			fail_msg("%s: %s", expression, last_message); \
		assert_true(condition); \
	} while (0)

#define REFUSED(expression, column, expected) \
	do { \
		member m; \
		assert_int_equal(decode_one(expression, column, &m), expected); \
		assert_non_null(strstr(last_message, "row 1, Row.field: ")); \
	} while (0)

static void test_integers(void **state)
{
	(void)state;
	GIVES("9223372036854775807", TYPE(BIGINT), m.big == INT64_MAX);
	GIVES("-2147483648", TYPE(INTEGER), m.integer == INT32_MIN);
	GIVES("32767", TYPE(SMALLINT), m.small == INT16_MAX);
	GIVES("1", TYPE(BOOLEAN), m.boolean);
	GIVES("0", TYPE(BOOLEAN), !m.boolean);
	GIVES("5", TYPE(BIGINT, .nullable = 1), m.opt_big.present && m.opt_big.value == 5);
	GIVES("NULL", TYPE(BIGINT, .nullable = 1), !m.opt_big.present && m.opt_big.value == 0);
	GIVES("NULL", TYPE(SMALLINT, .nullable = 1), !m.opt_small.present);
	GIVES("1", TYPE(BOOLEAN, .nullable = 1), m.opt_boolean.present && m.opt_boolean.value);
	REFUSED("4294967301", TYPE(INTEGER), CQ_OUT_OF_RANGE);
	REFUSED("-32769", TYPE(SMALLINT), CQ_OUT_OF_RANGE);
	REFUSED("2", TYPE(BOOLEAN), CQ_OUT_OF_RANGE);
	REFUSED("'abc'", TYPE(INTEGER), CQ_WRONG_TYPE);
	REFUSED("1.0", TYPE(BIGINT), CQ_WRONG_TYPE);
	REFUSED("x'01'", TYPE(BIGINT), CQ_WRONG_TYPE);
	REFUSED("NULL", TYPE(BIGINT), CQ_NULL_VALUE);
	REFUSED("NULL", TYPE(BOOLEAN), CQ_NULL_VALUE);
}

static void test_reals(void **state)
{
	(void)state;
	GIVES("2.5", TYPE(DOUBLE), m.number == 2.5);
	GIVES("3", TYPE(DOUBLE), m.number == 3.0);
	GIVES("9e999", TYPE(DOUBLE), isinf(m.number));
	GIVES("0.5", TYPE(REAL), m.real == 0.5f);
	GIVES("2.5", TYPE(DOUBLE, .nullable = 1), m.opt_number.present && m.opt_number.value == 2.5);
	REFUSED("1e39", TYPE(REAL), CQ_OUT_OF_RANGE);
	REFUSED("9007199254740993", TYPE(DOUBLE), CQ_OUT_OF_RANGE);
	REFUSED("'2.5'", TYPE(DOUBLE), CQ_WRONG_TYPE);
	REFUSED("NULL", TYPE(REAL), CQ_NULL_VALUE);
}

static void test_decimals(void **state)
{
	(void)state;
	GIVES("12.5", TYPE(DECIMAL, .scale = 2), m.decimal.coefficient == 1250 && m.decimal.scale == 2);
	GIVES("2328.59999999996", TYPE(DECIMAL, .scale = 2), m.decimal.coefficient == 232860);
	GIVES("9999999999999.99", TYPE(DECIMAL, .scale = 2), m.decimal.coefficient == INT64_C(999999999999999));
	GIVES("-0.01", TYPE(DECIMAL, .scale = 2), m.decimal.coefficient == -1);
	GIVES("7", TYPE(DECIMAL, .scale = 2), m.decimal.coefficient == 700);
	GIVES("'0.125'", TYPE(DECIMAL, .scale = 2), m.decimal.coefficient == 13);
	GIVES("1250", TYPE(DECIMAL, .scale = 2, .storage = CQ_STORAGE_INTEGER), m.decimal.coefficient == 1250);
	GIVES("NULL", TYPE(DECIMAL, .scale = 2, .nullable = 1), !m.opt_decimal.present);
	GIVES("1.5", TYPE(DECIMAL, .scale = 1, .nullable = 1), m.opt_decimal.present && m.opt_decimal.value.coefficient == 15);
	REFUSED("1e300", TYPE(DECIMAL, .scale = 2), CQ_OUT_OF_RANGE);
	REFUSED("9223372036854775807", TYPE(DECIMAL, .scale = 2), CQ_OUT_OF_RANGE);
	REFUSED("'12,5'", TYPE(DECIMAL, .scale = 2), CQ_WRONG_TYPE);
	REFUSED("x'00'", TYPE(DECIMAL, .scale = 2), CQ_WRONG_TYPE);
}

static void test_texts(void **state)
{
	(void)state;
	GIVES("''", TYPE(TEXT), strcmp(m.text, "") == 0);
	GIVES("'seven77'", TYPE(VARCHAR), strcmp(m.text, "seven77") == 0);
	GIVES("'eight888'", TYPE(VARCHAR), strcmp(m.text, "eight888") == 0);
	GIVES("'a text of more than two times eight bytes'", TYPE(CHAR),
		strcmp(m.text, "a text of more than two times eight bytes") == 0);
	GIVES("'b\xc3\xa4ren \xf0\x9f\x90\xbb'", TYPE(TEXT), strcmp(m.text, "b\xc3\xa4ren \xf0\x9f\x90\xbb") == 0);
	GIVES("NULL", TYPE(TEXT, .nullable = 1), m.text == NULL);
	GIVES("'{}'", TYPE(JSON), strcmp(m.text, "{}") == 0);
	REFUSED("NULL", TYPE(TEXT), CQ_NULL_VALUE);
	REFUSED("CAST(x'616200' AS TEXT)", TYPE(TEXT), CQ_BAD_TEXT);
	REFUSED("CAST(x'0061' AS TEXT)", TYPE(TEXT), CQ_BAD_TEXT);
	REFUSED("CAST(x'61626364650067686970' AS TEXT)", TYPE(TEXT), CQ_BAD_TEXT);
	REFUSED("CAST(x'ff' AS TEXT)", TYPE(TEXT), CQ_BAD_TEXT);
	REFUSED("CAST(x'6162636465666768c0af' AS TEXT)", TYPE(TEXT), CQ_BAD_TEXT);
	REFUSED("x'61'", TYPE(TEXT), CQ_WRONG_TYPE);
	REFUSED("7", TYPE(TEXT), CQ_WRONG_TYPE);
}

/* Every length and every place of a bad byte around the eight that are looked at together. */
static void test_every_byte_of_a_text_is_looked_at(void **state)
{
	(void)state;
	for (size_t length = 1; length <= 20; length++)
		for (size_t bad = 0; bad < length; bad++) {
			char hex[128] = "CAST(x'";
			for (size_t i = 0; i < length; i++)
				(void)snprintf(hex + strlen(hex), 3, "%02x", i == bad ? 0u : (unsigned)('a' + i));
			(void)snprintf(hex + strlen(hex), 16, "' AS TEXT)");
			REFUSED(hex, TYPE(TEXT), CQ_BAD_TEXT);
		}
}

static void test_bytes(void **state)
{
	(void)state;
	GIVES("x'6100ff'", TYPE(BYTES), m.bytes.size == 3 && memcmp(m.bytes.data, "a\0\xff", 3) == 0);
	GIVES("x''", TYPE(BYTES), m.bytes.size == 0 && m.bytes.data != NULL);
	GIVES("NULL", TYPE(BYTES, .nullable = 1), m.bytes.data == NULL && m.bytes.size == 0);
	REFUSED("NULL", TYPE(BYTES), CQ_NULL_VALUE);
	REFUSED("'text'", TYPE(BYTES), CQ_WRONG_TYPE);
}

#define NOON INT64_C(1709208000000000) /* 2024-02-29 12:00:00 */

static void test_timestamps(void **state)
{
	(void)state;
	GIVES("'2024-02-29 12:00:00.000000'", TYPE(TIMESTAMP), m.timestamp.microseconds == NOON);
	GIVES("'2024-02-28 12:00:00.000001'", TYPE(TIMESTAMP), m.timestamp.microseconds == NOON - INT64_C(86399999999));
	GIVES("'2024-02-28T12:00:00'", TYPE(TIMESTAMP), m.timestamp.microseconds == NOON - INT64_C(86400000000));
	GIVES("'2024-02-29T12:00:00Z'", TYPE(TIMESTAMP), m.timestamp.microseconds == NOON);
	GIVES("'2024-02-29 14:00:00+02:00'", TYPE(TIMESTAMP), m.timestamp.microseconds == NOON);
	GIVES("'2024-02-29 12:00:00.5'", TYPE(TIMESTAMP), m.timestamp.microseconds == NOON + 500000);
	GIVES("'0001-01-01 00:00:00'", TYPE(TIMESTAMP), m.timestamp.microseconds == INT64_C(-62135596800000000));
	GIVES("'9999-12-31 23:59:59.999999'", TYPE(TIMESTAMP), m.timestamp.microseconds == INT64_C(253402300799999999));
	GIVES("'infinity'", TYPE(TIMESTAMP), m.timestamp.microseconds == INT64_MAX);
	GIVES("1709208000", TYPE(TIMESTAMP), m.timestamp.microseconds == NOON);
	GIVES("1709208000000000", TYPE(TIMESTAMP, .storage = CQ_STORAGE_INTEGER), m.timestamp.microseconds == NOON);
	GIVES("2460370.0", TYPE(TIMESTAMP), m.timestamp.microseconds == NOON);
	GIVES("NULL", TYPE(TIMESTAMP, .nullable = 1), !m.opt_timestamp.present);
	GIVES("'1970-01-01 00:00:00'", TYPE(TIMESTAMP, .nullable = 1), m.opt_timestamp.present && m.opt_timestamp.value.microseconds == 0);
	REFUSED("'2023-02-29 12:00:00.000000'", TYPE(TIMESTAMP), CQ_WRONG_TYPE);
	REFUSED("'2024-02-28 12:60:00.000000'", TYPE(TIMESTAMP), CQ_WRONG_TYPE);
	REFUSED("'yesterday'", TYPE(TIMESTAMP), CQ_WRONG_TYPE);
	REFUSED("CAST(x'323032342d30322d32382031323a30303a303000' AS TEXT)", TYPE(TIMESTAMP), CQ_BAD_TEXT);
	REFUSED("9223372036854775807", TYPE(TIMESTAMP), CQ_OUT_OF_RANGE);
	REFUSED("NULL", TYPE(TIMESTAMP), CQ_NULL_VALUE);
}

/* The short way through a timestamp agrees with SQLite's own calendar on a day of each month of many years. */
static void test_timestamps_agree_with_sqlite(void **state)
{
	(void)state;
	for (int year = 1; year <= 9999; year += 97)
		for (int month = 1; month <= 12; month++) {
			char text[128], seconds[192];
			(void)snprintf(text, sizeof text, "'%04d-%02d-%02d 01:02:03.000004'", year, month, 1 + (year + month) % 28);
			(void)snprintf(seconds, sizeof seconds, "SELECT CAST(strftime('%%s', %s) AS INTEGER)", text);
			const int64_t expected = kit_integer(connection, seconds) * 1000000 + 4;
			GIVES(text, TYPE(TIMESTAMP), m.timestamp.microseconds == expected);
		}
}

static void test_dates_and_times(void **state)
{
	(void)state;
	GIVES("'2024-02-29'", TYPE(DATE), m.date.days == 19782);
	GIVES("'2024-02-29 00:00:00'", TYPE(DATE), m.date.days == 19782);
	GIVES("'1969-12-31 00:00:00'", TYPE(DATE), m.date.days == -1);
	GIVES("19782", TYPE(DATE, .storage = CQ_STORAGE_INTEGER), m.date.days == 19782);
	REFUSED("'2024-02-29 01:00:00'", TYPE(DATE), CQ_WRONG_TYPE);
	REFUSED("19782", TYPE(DATE), CQ_WRONG_TYPE);
	REFUSED("99999999999", TYPE(DATE, .storage = CQ_STORAGE_INTEGER), CQ_OUT_OF_RANGE);
	GIVES("'01:02:03.000004'", TYPE(TIME), m.time.microseconds == 3723000004);
	GIVES("'24:00:00'", TYPE(TIME), m.time.microseconds == 86400000000);
	GIVES("5", TYPE(TIME, .storage = CQ_STORAGE_INTEGER), m.time.microseconds == 5);
	REFUSED("'25:00:00'", TYPE(TIME), CQ_WRONG_TYPE);
	REFUSED("-5", TYPE(TIME, .storage = CQ_STORAGE_INTEGER), CQ_OUT_OF_RANGE);
	GIVES("'P1Y2M3DT4.000005S'", TYPE(INTERVAL),
		m.interval.months == 14 && m.interval.days == 3 && m.interval.microseconds == 4000005);
	REFUSED("'soon'", TYPE(INTERVAL), CQ_WRONG_TYPE);
}

static void test_uuids_and_enums(void **state)
{
	(void)state;
	static const uint8_t expected[16] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 };
	GIVES("'01020304-0506-0708-090A-0b0c0d0e0f10'", TYPE(UUID), memcmp(m.uuid.bytes, expected, 16) == 0);
	GIVES("'0102030405060708090a0b0c0d0e0f10'", TYPE(UUID), memcmp(m.uuid.bytes, expected, 16) == 0);
	GIVES("x'0102030405060708090a0b0c0d0e0f10'", TYPE(UUID), memcmp(m.uuid.bytes, expected, 16) == 0);
	GIVES("x'0102030405060708090a0b0c0d0e0f10'", TYPE(UUID, .nullable = 1),
		m.opt_uuid.present && memcmp(m.opt_uuid.value.bytes, expected, 16) == 0);
	REFUSED("x'01'", TYPE(UUID), CQ_WRONG_TYPE);
	REFUSED("'01020304'", TYPE(UUID), CQ_WRONG_TYPE);
	REFUSED("1", TYPE(UUID), CQ_WRONG_TYPE);
	GIVES("'sad'", TYPE(ENUM, .labels = &mood), m.label == 7);
	GIVES("7", TYPE(ENUM, .labels = &mood), m.label == 7);
	GIVES("NULL", TYPE(ENUM, .labels = &mood, .nullable = 1), !m.opt_label.present);
	REFUSED("'Sad'", TYPE(ENUM, .labels = &mood), CQ_WRONG_TYPE);
	REFUSED("3", TYPE(ENUM, .labels = &mood), CQ_OUT_OF_RANGE);
	REFUSED("1.5", TYPE(ENUM, .labels = &mood), CQ_WRONG_TYPE);
}

/* ---- rows -------------------------------------------------------------------------------------------------------- */

typedef struct author {
	int64_t id;
	const char *name;
} author;

typedef struct work {
	const char *title;
	author *by;
	cq_opt_int32 year;
} work;

static const cq__decode work_columns[] = {
	{ .column = 0, .offset = offsetof(work, title), .type = CQ_TYPE_TEXT, .name = "title" },
	{ .column = 1, .offset = offsetof(work, year), .type = CQ_TYPE_INTEGER, .nullable = 1, .name = "year" },
	{ .column = 2, .offset = offsetof(author, id), .type = CQ_TYPE_BIGINT, .object = 1, .name = "id" },
	{ .column = 3, .offset = offsetof(author, name), .type = CQ_TYPE_TEXT, .object = 1, .name = "name" },
};

static cq_status read_works(const char *sql, bool nullable, bool has_key, bool by_name, cq__request *request, cq__error *error)
{
	static cq__text text;
	static cq__decode_object object;
	static cq__decode_plan plan;
	text = kit_text(sql, NULL, 0);
	object = (cq__decode_object){ .offset = offsetof(work, by), .size = sizeof(author), .first = 2, .last = 4,
		.key_first = 2, .has_key = has_key, .nullable = nullable };
	plan = (cq__decode_plan){ .row_size = sizeof(work), .column_count = 4, .object_count = 1,
		.result_columns = by_name ? 0 : 4, .columns = work_columns, .objects = &object, .name = "Work", .by_name = by_name };
	*request = kit_request(&text, NULL, error);
	request->plan = &plan;
	request->sink = CQ__SINK_ARRAY;
	cq__driver_sqlite.run(connection, request);
	return request->status;
}

static void test_objects_in_rows(void **state)
{
	(void)state;
	static const char sql[] = "SELECT 'A', 1900, 7, 'ann' UNION ALL SELECT 'B', NULL, NULL, NULL";
	cq__error error = { 0 };
	cq__request request;
	for (int has_key = 0; has_key < 2; has_key++) {
		assert_int_equal(read_works(sql, true, has_key != 0, false, &request, &error), CQ_OK);
		const work *const works = request.items;
		assert_int_equal(request.item_count, 2);
		assert_string_equal(works[0].title, "A");
		assert_true(works[0].year.present);
		assert_int_equal(works[0].by->id, 7);
		assert_string_equal(works[0].by->name, "ann");
		assert_null(works[1].by);
		assert_false(works[1].year.present);
		cq__arena_destroy(request.arena);
	}
	assert_int_equal(read_works(sql, false, true, false, &request, &error), CQ_NULL_VALUE);
	assert_non_null(strstr(cq__error_get(&error)->message, "row 2 of Work"));
	cq__error_clear(&error);
	/* The key is there, but a column of the object that may not be NULL is. */
	assert_int_equal(read_works("SELECT 'A', 1, 7, NULL", true, true, false, &request, &error), CQ_NULL_VALUE);
	assert_non_null(strstr(cq__error_get(&error)->message, "row 1, Work.name"));
	cq__error_release(&error);
}

static void test_columns_by_name(void **state)
{
	(void)state;
	cq__error error = { 0 };
	cq__request request;
	assert_int_equal(read_works("SELECT 'ann' AS name, 5 AS more, 7 AS id, 'A' AS Title, 1900 AS year", true, true, true,
		&request, &error), CQ_OK);
	const work *const works = request.items;
	assert_string_equal(works[0].title, "A");
	assert_int_equal(works[0].by->id, 7);
	assert_int_equal(works[0].year.value, 1900);
	cq__arena_destroy(request.arena);
	assert_int_equal(read_works("SELECT 'ann' AS name, 7 AS id, 'A' AS title", true, true, true, &request, &error),
		CQ_WRONG_TYPE);
	assert_string_equal(cq__error_get(&error)->message, "the result has no column called year, which Work has");
	cq__error_clear(&error);
	assert_int_equal(read_works("SELECT 1, 2, 3", true, true, false, &request, &error), CQ_WRONG_TYPE);
	cq__error_release(&error);
}

static void test_first_and_limits(void **state)
{
	(void)state;
	const cq__text text = kit_text("SELECT value FROM json_each('[5,6,7]')", NULL, 0);
	static const struct {
		cq__sink sink;
		size_t limit;
		size_t items;
		int64_t seen;
	} cases[] = {
		{ CQ__SINK_FIRST, 1, 1, 1 },
		{ CQ__SINK_FIRST, 2, 1, 2 },
		{ CQ__SINK_FIRST, 0, 1, 3 },
		{ CQ__SINK_ARRAY, 2, 2, 2 },
		{ CQ__SINK_ARRAY, 0, 3, 3 },
		{ CQ__SINK_NONE, 0, 0, 3 },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		cq__error error = { 0 };
		cq__request request = kit_request(&text, NULL, &error);
		request.plan = &kit_integer_plan;
		request.sink = cases[i].sink;
		request.row_limit = cases[i].limit;
		cq__driver_sqlite.run(connection, &request);
		assert_int_equal(request.status, CQ_OK);
		assert_int_equal(request.item_count, cases[i].items);
		assert_int_equal(request.rows_seen, cases[i].seen);
		if (cases[i].items != 0)
			assert_int_equal(*(const int64_t *)request.items, 5);
		/* The first object tells its arena. */
		if (cases[i].sink == CQ__SINK_FIRST)
			assert_ptr_equal(cq__arena_of_first(request.items), request.arena);
		cq__arena_destroy(request.arena);
	}
}

static void test_many_rows(void **state)
{
	(void)state;
	const cq__text text = kit_text("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000) SELECT i FROM n", NULL, 0);
	cq__error error = { 0 };
	cq__request request = kit_request(&text, NULL, &error);
	request.plan = &kit_integer_plan;
	request.sink = CQ__SINK_ARRAY;
	cq__driver_sqlite.run(connection, &request);
	assert_int_equal(request.item_count, 50000);
	const int64_t *const numbers = request.items;
	for (int64_t i = 0; i < 50000; i++)
		assert_int_equal(numbers[i], i + 1);
	cq__arena_destroy(request.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_integers),
		cmocka_unit_test(test_reals),
		cmocka_unit_test(test_decimals),
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_every_byte_of_a_text_is_looked_at),
		cmocka_unit_test(test_bytes),
		cmocka_unit_test(test_timestamps),
		cmocka_unit_test(test_timestamps_agree_with_sqlite),
		cmocka_unit_test(test_dates_and_times),
		cmocka_unit_test(test_uuids_and_enums),
		cmocka_unit_test(test_objects_in_rows),
		cmocka_unit_test(test_columns_by_name),
		cmocka_unit_test(test_first_and_limits),
		cmocka_unit_test(test_many_rows),
	};
	return cmocka_run_group_tests(tests, open_all, close_all);
}
