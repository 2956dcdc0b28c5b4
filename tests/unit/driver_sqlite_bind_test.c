/* unit/driver_sqlite_bind_test.c: what each C value becomes on SQLite's side, and what is refused.
 *
 * It knows nothing of the executor: bind plans are made by hand, and SQLite itself says what it was given.
 */
#include "driver_bind_kit.h"
#include "driver_value_kit.h"
#include "support/driver_sqlite.h"

#include <math.h>

/* Binds one value to a SELECT that quotes it; the type and the text of what arrived in `out`. */
static cq_status bind_one(const cq__bind *bind, const cq_value *value, char out[256], cq__error *error)
{
	cq__connection *const connection = kit_open(NULL);
	const cq__text text = kit_text("SELECT typeof(?1) || ' ' || quote(?1)", bind, 1);
	static const cq__decode column = { .type = CQ_TYPE_TEXT, .name = "quoted" };
	const cq__decode_plan plan = { .row_size = sizeof(char *), .column_count = 1, .result_columns = 1, .columns = &column };
	cq__request request = kit_request(&text, value, error);
	request.plan = &plan;
	request.sink = CQ__SINK_FIRST;
	cq__driver_sqlite.run(connection, &request);
	out[0] = '\0';
	if (request.status == CQ_OK)
		(void)snprintf(out, 256, "%s", *(const char *const *)request.items);
	else
		assert_null(request.arena);
	cq__arena_destroy(request.arena);
	cq__driver_sqlite.close(connection);
	return request.status;
}

typedef struct bind_case {
	cq__bind bind;
	cq_value value;
	const char *arrives; /* NULL: refused with */
	cq_status status;
} bind_case;

#define FROM(f, t, ...) { .from = CQ_TYPE_##f, .to = CQ_TYPE_##t, __VA_ARGS__ }
#define ASSIGN .use = CQ__BIND_ASSIGN

static void check(const bind_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char arrived[256];
		cq__error error = { 0 };
		const cq_status status = bind_one(&cases[i].bind, &cases[i].value, arrived, &error);
		if (cases[i].arrives != NULL) {
			if (status != CQ_OK || strcmp(arrived, cases[i].arrives) != 0)
				fail_msg("case %zu: %s \"%s\" (%s) instead of \"%s\"", i, cq_status_name(status), arrived,
					cq__error_get(&error)->message, cases[i].arrives);
		} else if (status != cases[i].status) {
			fail_msg("case %zu: %s \"%s\" instead of %s", i, cq_status_name(status), arrived,
				cq_status_name(cases[i].status));
		}
		cq__error_release(&error);
	}
}

static void test_numbers(void **state)
{
	(void)state;
	static const bind_case cases[] = {
		{ FROM(BIGINT, BIGINT), INTEGER(INT64_MIN), "integer -9223372036854775808", 0 },
		{ FROM(BIGINT, INTEGER), INTEGER(2147483647), "integer 2147483647", 0 },
		{ FROM(BIGINT, INTEGER), INTEGER(2147483648), NULL, CQ_OUT_OF_RANGE },
		{ FROM(BIGINT, INTEGER), INTEGER(-2147483649), NULL, CQ_OUT_OF_RANGE },
		{ FROM(INTEGER, SMALLINT), INTEGER(-32768), "integer -32768", 0 },
		{ FROM(INTEGER, SMALLINT), INTEGER(32768), NULL, CQ_OUT_OF_RANGE },
		{ FROM(INTEGER, BOOLEAN), INTEGER(1), "integer 1", 0 },
		{ FROM(INTEGER, BOOLEAN), INTEGER(2), NULL, CQ_OUT_OF_RANGE },
		{ FROM(BOOLEAN, BOOLEAN), INTEGER(0), "integer 0", 0 },
		{ FROM(INTEGER, BIGINT, .use = CQ__BIND_LIMIT), INTEGER(0), "integer 0", 0 },
		{ FROM(INTEGER, BIGINT, .use = CQ__BIND_LIMIT), INTEGER(-1), NULL, CQ_OUT_OF_RANGE },
		{ FROM(INTEGER, NONE), INTEGER(7), "integer 7", 0 },
		{ FROM(DOUBLE, BIGINT), REAL(3.0), "integer 3", 0 },
		{ FROM(DOUBLE, BIGINT), REAL(3.5), NULL, CQ_WRONG_TYPE },
		{ FROM(DOUBLE, BIGINT), REAL(1e300), NULL, CQ_WRONG_TYPE },
		{ FROM(DOUBLE, DOUBLE), REAL(2.5), "real 2.5", 0 },
		{ FROM(DOUBLE, DOUBLE), REAL((double)NAN), NULL, CQ_OUT_OF_RANGE },
		{ FROM(DOUBLE, REAL, ASSIGN), REAL(1e39), NULL, CQ_OUT_OF_RANGE },
		{ FROM(DOUBLE, REAL, ASSIGN), REAL(0.5), "real 0.5", 0 },
		{ FROM(BIGINT, DOUBLE), INTEGER(1 << 20), "real 1048576.0", 0 },
		{ FROM(BIGINT, DOUBLE), INTEGER((INT64_C(1) << 53) + 1), NULL, CQ_OUT_OF_RANGE },
		{ FROM(TEXT, BIGINT), TEXT("7"), NULL, CQ_WRONG_TYPE },
		{ FROM(TEXT, DOUBLE), TEXT("7"), NULL, CQ_WRONG_TYPE },
	};
	check(cases, COUNT(cases));
}

static void test_decimals(void **state)
{
	(void)state;
	static const bind_case cases[] = {
		{ FROM(DECIMAL, DECIMAL, ASSIGN, .scale = 2), DECIMAL(1250, 2), "real 12.5", 0 },
		{ FROM(DECIMAL, DECIMAL, ASSIGN, .scale = 2), DECIMAL(12500, 3), "real 12.5", 0 },
		{ FROM(DECIMAL, DECIMAL, ASSIGN, .scale = 2), DECIMAL(12501, 3), NULL, CQ_OUT_OF_RANGE },
		{ FROM(DECIMAL, DECIMAL, .scale = 2), DECIMAL(12501, 3), "real 12.501", 0 },
		{ FROM(DECIMAL, DECIMAL, ASSIGN, .scale = 0), DECIMAL(7, 0), "integer 7", 0 },
		{ FROM(DECIMAL, DECIMAL, ASSIGN, .scale = 2, .precision = 4), DECIMAL(9999, 2), "real 99.99", 0 },
		{ FROM(DECIMAL, DECIMAL, ASSIGN, .scale = 2, .precision = 4), DECIMAL(10000, 2), NULL, CQ_OUT_OF_RANGE },
		{ FROM(DECIMAL, DECIMAL, ASSIGN, .scale = 2), DECIMAL(INT64_C(999999999999999), 2), "real 9999999999999.99", 0 },
		{ FROM(DECIMAL, DECIMAL, ASSIGN, .scale = 2), DECIMAL(INT64_C(1000000000000000), 2), NULL, CQ_OUT_OF_RANGE },
		{ FROM(DECIMAL, DECIMAL, ASSIGN, .scale = 2, .storage = CQ_STORAGE_TEXT), DECIMAL(5, 1), "text '0.50'", 0 },
		{ FROM(DECIMAL, DECIMAL, ASSIGN, .scale = 2, .storage = CQ_STORAGE_INTEGER), DECIMAL(5, 1), "integer 50", 0 },
		{ FROM(DECIMAL, DECIMAL, .scale = 2, .storage = CQ_STORAGE_INTEGER), DECIMAL(5, 3), NULL, CQ_OUT_OF_RANGE },
		{ FROM(INTEGER, DECIMAL, ASSIGN, .scale = 2, .storage = CQ_STORAGE_INTEGER), INTEGER(3), "integer 300", 0 },
		{ FROM(DOUBLE, DECIMAL, ASSIGN, .scale = 2), REAL(0.1), "real 0.1", 0 },
		{ FROM(DOUBLE, DECIMAL, ASSIGN, .scale = 2), REAL(0.125), NULL, CQ_OUT_OF_RANGE },
		{ FROM(DOUBLE, DECIMAL, .scale = 2), REAL(0.125), "real 0.125", 0 },
	};
	check(cases, COUNT(cases));
}

static void test_texts(void **state)
{
	(void)state;
	static const bind_case cases[] = {
		{ FROM(TEXT, TEXT), TEXT("it's"), "text 'it''s'", 0 },
		{ FROM(TEXT, TEXT), TEXT(""), "text ''", 0 },
		{ FROM(TEXT, VARCHAR, ASSIGN, .length = 4), TEXT("b\xc3\xa4ne"), "text 'b\xc3\xa4ne'", 0 },
		{ FROM(TEXT, VARCHAR, ASSIGN, .length = 3), TEXT("b\xc3\xa4ne"), NULL, CQ_TOO_LARGE },
		{ FROM(TEXT, VARCHAR, .length = 3), TEXT("longer"), "text 'longer'", 0 },
		{ FROM(TEXT, TEXT), TEXT("\xff"), NULL, CQ_BAD_TEXT },
		{ FROM(TEXT, TEXT), TEXT("eight by\xc0\xaf"), NULL, CQ_BAD_TEXT },
		{ FROM(TEXT, TEXT), TEXT("\xed\xa0\x80"), NULL, CQ_BAD_TEXT },
		{ FROM(TEXT, JSON), TEXT("{}"), "text '{}'", 0 },
		{ FROM(TEXT, TEXT, .use = CQ__BIND_PREFIX), TEXT("50%!_"), "text '50!%!!!_%'", 0 },
		{ FROM(TEXT, TEXT, .use = CQ__BIND_SUFFIX), TEXT("x"), "text '%x'", 0 },
		{ FROM(TEXT, TEXT, .use = CQ__BIND_INFIX), TEXT(""), "text '%%'", 0 },
		{ FROM(BYTES, BYTES), BYTES("a\0b"), "blob X'610062'", 0 },
		{ FROM(BYTES, BYTES), BYTES(""), "blob X''", 0 },
		{ FROM(BYTES, TEXT), BYTES("a"), NULL, CQ_WRONG_TYPE },
		{ FROM(INTEGER, TEXT), INTEGER(1), NULL, CQ_WRONG_TYPE },
	};
	check(cases, COUNT(cases));
}

static void test_nulls(void **state)
{
	(void)state;
	static const bind_case cases[] = {
		{ FROM(TEXT, TEXT, .nullable = 1), TEXT(NULL), "null NULL", 0 },
		{ FROM(TEXT, TEXT), TEXT(NULL), NULL, CQ_NULL_VALUE },
		{ FROM(BYTES, BYTES), { .bytes = { NULL, 0 } }, NULL, CQ_NULL_VALUE },
		{ FROM(BYTES, BYTES, .nullable = 1), { .bytes = { NULL, 0 } }, "null NULL", 0 },
		{ FROM(INTEGER, INTEGER, .nullable = 1), ABSENT, "null NULL", 0 },
		{ FROM(INTEGER, INTEGER, ASSIGN), ABSENT, NULL, CQ_NULL_VALUE },
		{ FROM(NONE, TIMESTAMP, .nullable = 1), ABSENT, "null NULL", 0 },
		{ FROM(TEXT, ENUM, .labels = &mood), TEXT(NULL), NULL, CQ_NULL_VALUE },
	};
	check(cases, COUNT(cases));
}

static void test_dates(void **state)
{
	(void)state;
	static const bind_case cases[] = {
		{ FROM(DATE, DATE), INTEGER(19782), "text '2024-02-29'", 0 },
		{ FROM(DATE, DATE, .storage = CQ_STORAGE_INTEGER), INTEGER(19782), "integer 19782", 0 },
		{ FROM(DATE, DATE), INTEGER(2932897), NULL, CQ_OUT_OF_RANGE },
		{ FROM(DATE, DATE), INTEGER(-719163), NULL, CQ_OUT_OF_RANGE },
		{ FROM(TIME, TIME, .storage = CQ_STORAGE_INTEGER), INTEGER(86400000000), "integer 86400000000", 0 },
		{ FROM(TIME, TIME), INTEGER(-1), NULL, CQ_OUT_OF_RANGE },
		{ FROM(TIME, TIME), INTEGER(3723000004), "text '01:02:03.000004'", 0 },
		{ FROM(TIMESTAMP, TIMESTAMP), INTEGER(0), "text '1970-01-01 00:00:00.000000'", 0 },
		{ FROM(TIMESTAMP, TIMESTAMP), INTEGER(-1), "text '1969-12-31 23:59:59.999999'", 0 },
		{ FROM(TIMESTAMP, TIMESTAMP), INTEGER(INT64_MAX), "text 'infinity'", 0 },
		{ FROM(TIMESTAMP, TIMESTAMP), INTEGER(INT64_C(253402300800000000)), NULL, CQ_OUT_OF_RANGE },
		{ FROM(TIMESTAMP, TIMESTAMP, .storage = CQ_STORAGE_INTEGER), INTEGER(5), "integer 5", 0 },
		{ FROM(TIMESTAMP, DATE), INTEGER(5), NULL, CQ_WRONG_TYPE },
		{ FROM(INTERVAL, INTERVAL), { .interval = { 14, 3, 4000005 } }, "text 'P1Y2M3DT4.000005S'", 0 },
	};
	check(cases, COUNT(cases));
}

static void test_uuids_and_enums(void **state)
{
	(void)state;
	static const bind_case cases[] = {
		{ FROM(UUID, UUID), { .uuid = { { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 } } },
			"text '01020304-0506-0708-090a-0b0c0d0e0f10'", 0 },
		{ FROM(UUID, UUID, .storage = CQ_STORAGE_BYTES),
			{ .uuid = { { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 } } },
			"blob X'0102030405060708090A0B0C0D0E0F10'", 0 },
		{ FROM(ENUM, ENUM, .labels = &mood), INTEGER(7), "text 'sad'", 0 },
		{ FROM(INTEGER, ENUM, .labels = &mood), INTEGER(2), "text 'so-so'", 0 },
		{ FROM(ENUM, ENUM, .labels = &mood), INTEGER(3), NULL, CQ_OUT_OF_RANGE },
		{ FROM(ENUM, ENUM, .labels = &mood, .storage = CQ_STORAGE_INTEGER), INTEGER(7), "integer 7", 0 },
		{ FROM(TEXT, ENUM, .labels = &mood), TEXT("glad"), "text 'glad'", 0 },
		{ FROM(TEXT, ENUM, .labels = &mood), TEXT("furious"), NULL, CQ_WRONG_TYPE },
		{ FROM(DOUBLE, ENUM, .labels = &mood), REAL(1), NULL, CQ_WRONG_TYPE },
	};
	check(cases, COUNT(cases));
}

static void test_arrays(void **state)
{
	(void)state;
	static const int32_t numbers[] = { 1, -2, 2147483647 };
	static const int64_t large[] = { INT64_MAX, INT64_MIN };
	static const char *const texts[] = { "a", "it's \"q\" \\", "\xc3\xa4\n" };
	static const char *const holed[] = { "a", NULL };
	static const char *const broken[] = { "\xff" };
	static const int moods[] = { 7, 1 };
	static const int no_moods[] = { 3 };
	static const bool flags[] = { true, false };
	static const double reals[] = { 0.1, -2.5 };
	static const cq_decimal decimals[] = { { 1250, 2 }, { 3, 0 } };
	static const cq_timestamp moments[] = { { 0 } };
	static const cq_bytes blobs[] = { { "x", 1 } };
	static const unsigned char no_flags[] = { 1, 2 };
	static const cq_date no_dates[] = { { 0 }, { 2932897 } };
	static const cq_time no_times[] = { { -1 } };
	static const cq_timestamp no_moments[] = { { INT64_MAX - 1 } };
#define ARRAY(a) { .bytes = { (a), sizeof(a) / sizeof(*(a)) } }
#define OF .flags = CQ_VALUE_ARRAY
	static const bind_case cases[] = {
		{ FROM(INTEGER, BIGINT, OF), ARRAY(numbers), "text '[1,-2,2147483647]'", 0 },
		{ FROM(BIGINT, BIGINT, OF), ARRAY(large), "text '[9223372036854775807,-9223372036854775808]'", 0 },
		{ FROM(TEXT, TEXT, OF), ARRAY(texts), "text '[\"a\",\"it''s \\\"q\\\" \\\\\",\"\xc3\xa4\\n\"]'", 0 },
		{ FROM(TEXT, TEXT, OF), ARRAY(holed), NULL, CQ_NULL_VALUE },
		{ FROM(TEXT, TEXT, OF), ARRAY(broken), NULL, CQ_BAD_TEXT },
		{ FROM(ENUM, ENUM, OF, .labels = &mood), ARRAY(moods), "text '[\"sad\",\"glad\"]'", 0 },
		{ FROM(ENUM, ENUM, OF, .labels = &mood, .storage = CQ_STORAGE_INTEGER), ARRAY(moods), "text '[7,1]'", 0 },
		{ FROM(ENUM, ENUM, OF, .labels = &mood), ARRAY(no_moods), NULL, CQ_OUT_OF_RANGE },
		{ FROM(BOOLEAN, BOOLEAN, OF), ARRAY(flags), "text '[1,0]'", 0 },
		{ FROM(DOUBLE, DOUBLE, OF), ARRAY(reals), "text '[0.1,-2.5]'", 0 },
		{ FROM(DECIMAL, DECIMAL, OF, .scale = 2), ARRAY(decimals), "text '[12.50,3]'", 0 },
		{ FROM(DECIMAL, DECIMAL, OF, .scale = 2, .storage = CQ_STORAGE_INTEGER), ARRAY(decimals), "text '[1250,300]'", 0 },
		{ FROM(TIMESTAMP, TIMESTAMP, OF), ARRAY(moments), "text '[\"1970-01-01 00:00:00.000000\"]'", 0 },
		{ FROM(INTEGER, BIGINT, OF), { .bytes = { numbers, 0 } }, "text '[]'", 0 },
		{ FROM(INTEGER, BIGINT, OF), { .bytes = { NULL, 2 } }, NULL, CQ_NULL_VALUE },
		{ FROM(BYTES, BYTES, OF), ARRAY(blobs), NULL, CQ_UNSUPPORTED },
		{ FROM(BOOLEAN, BOOLEAN, OF), ARRAY(no_flags), NULL, CQ_OUT_OF_RANGE },
		{ FROM(DATE, DATE, OF), ARRAY(no_dates), NULL, CQ_OUT_OF_RANGE },
		{ FROM(TIME, TIME, OF), ARRAY(no_times), NULL, CQ_OUT_OF_RANGE },
		{ FROM(TIMESTAMP, TIMESTAMP, OF), ARRAY(no_moments), NULL, CQ_OUT_OF_RANGE },
		{ FROM(TIMESTAMP, TIMESTAMP, OF, .storage = CQ_STORAGE_INTEGER), ARRAY(no_moments), NULL, CQ_OUT_OF_RANGE },
	};
	check(cases, COUNT(cases));
}

static void test_refusals_name_the_column(void **state)
{
	(void)state;
	char arrived[256];
	cq__error error = { 0 };
	const cq__bind bind = FROM(BIGINT, INTEGER, .column = &users.columns[0]);
	cq_value value = INTEGER(5000000000);
	assert_int_equal(bind_one(&bind, &value, arrived, &error), CQ_OUT_OF_RANGE);
	assert_string_equal(cq__error_get(&error)->message, "users.age: 5000000000 does not fit INTEGER");
	assert_string_equal(cq__error_get(&error)->table, "users");
	assert_string_equal(cq__error_get(&error)->column, "age");
	cq__error_clear(&error);

	value = (cq_value)ABSENT;
	assert_int_equal(bind_one(&bind, &value, arrived, &error), CQ_NULL_VALUE);
	assert_non_null(strstr(cq__error_get(&error)->message, "IS_NULL"));
	cq__error_release(&error);
}

static void test_number_of_values_is_checked(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open(NULL);
	const cq__bind bind = FROM(BIGINT, BIGINT);
	const cq_value value = INTEGER(1);
	const cq__text text = kit_text("SELECT ?1 + ?2", &bind, 1);
	cq__error error = { 0 };
	cq__request request = kit_request(&text, &value, &error);
	cq__driver_sqlite.run(connection, &request);
	assert_int_equal(request.status, CQ_MISUSE);
	cq__error_release(&error);
	cq__driver_sqlite.close(connection);
}

static void test_a_scale_that_no_decimal_has(void **state)
{
	(void)state;
	char arrived[256];
	cq__error error = { 0 };
	const cq__bind bind = FROM(DECIMAL, DECIMAL, ASSIGN, .scale = 2);
	const cq_value value = DECIMAL(1, 40);
	assert_int_equal(bind_one(&bind, &value, arrived, &error), CQ_OUT_OF_RANGE);
	assert_string_equal(cq__error_get(&error)->message, "a value: a DECIMAL has 0 to 18 digits behind the point, not 40");
	cq__error_release(&error);
}

/* Members whose memory holds neither 0 nor 1. */
static void test_a_member_that_is_no_bool(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open(NULL);
	kit_execute(connection, "CREATE TABLE flags(flag INTEGER)");
	for (int nullable = 0; nullable < 2; nullable++) {
		const unsigned char object[2] = { nullable ? 1 : 7, 7 };
		const cq__bind bind = FROM(BOOLEAN, BOOLEAN, ASSIGN, .nullable = nullable != 0);
		const cq__text text = kit_text("INSERT INTO flags VALUES (?)", &bind, 1);
		cq__error error = { 0 };
		cq__request request = kit_request(&text, NULL, &error);
		request.kind = CQ__REQUEST_ROWS;
		request.rows = object;
		request.row_count = 1;
		request.row_stride = sizeof object;
		cq__driver_sqlite.run(connection, &request);
		assert_int_equal(request.status, CQ_OUT_OF_RANGE);
		cq__error_release(&error);
	}
	assert_int_equal(kit_integer(connection, "SELECT count(*) FROM flags"), 0);
	cq__driver_sqlite.close(connection);
}

static void test_an_array_is_not_kept(void **state)
{
	(void)state;
	cq__connection *const connection = kit_open(NULL);
	static const int64_t numbers[] = { 424242 };
	const cq__bind bind = FROM(BIGINT, BIGINT, .flags = CQ_VALUE_ARRAY);
	const cq_value value = { .bytes = { numbers, 1 } };
	const cq__text text = kit_text("SELECT value FROM json_each(?)", &bind, 1);
	cq__error error = { 0 };
	cq__request request = kit_request(&text, &value, &error);
	cq__driver_sqlite.run(connection, &request);
	assert_int_equal(request.status, CQ_OK);
	assert_int_equal(request.rows_seen, 1);
	bool found = false;
	for (sqlite3_stmt *at = NULL; (at = sqlite3_next_stmt(cq__driver_sqlite.native(connection), at)) != NULL;) {
		found = found || strcmp(sqlite3_sql(at), text.sql) == 0;
		char *const expanded = sqlite3_expanded_sql(at);
		assert_non_null(expanded);
		assert_null(strstr(expanded, "424242"));
		sqlite3_free(expanded);
	}
	assert_true(found);
	cq__driver_sqlite.close(connection);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_decimals),
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_nulls),
		cmocka_unit_test(test_dates),
		cmocka_unit_test(test_uuids_and_enums),
		cmocka_unit_test(test_arrays),
		cmocka_unit_test(test_refusals_name_the_column),
		cmocka_unit_test(test_number_of_values_is_checked),
		cmocka_unit_test(test_a_scale_that_no_decimal_has),
		cmocka_unit_test(test_a_member_that_is_no_bool),
		cmocka_unit_test(test_an_array_is_not_kept),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
