/* unit/driver_postgres_encode_test.c: what each C value becomes as a parameter: its bytes, what the server reads in them, and
 * what is refused.
 *
 * It knows nothing of connections and of the executor: bind plans are made by hand.
 */
#include "driver_bind_kit.h"
#include "driver_postgres_kit.h"

#include <math.h>

#define UUID_BYTES { .uuid = { { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 } } }

static cq__pg_encoder encoder;
static cq__error last_error;

static int reset(void **state)
{
	(void)state;
	cq__error_release(&last_error);
	return 0;
}

static int release(void **state)
{
	cq__pg_encoder_release(&encoder);
	cq__error_release(&last_error);
	return kit_disconnect(state);
}

/* Encodes one value as the only parameter. */
static cq_status encode_one(const cq__bind *bind, const cq_value *value)
{
	const cq__text text = { .bind_count = 1, .binds = bind };
	cq__error_clear(&last_error);
	cq_status status = cq__pg_encode_begin(&encoder, &last_error, 1);
	assert_int_equal(status, CQ_OK);
	status = cq__pg_encode_values(&encoder, &text, value);
	assert_int_equal(status, last_error.shown.code);
	assert_int_equal(encoder.count, status == CQ_OK);
	return status;
}

/* ---- bytes ------------------------------------------------------------------------------------------------------- */

typedef struct byte_case {
	cq__bind bind;
	cq_value value;
	Oid type;
	const char *hex; /* NULL: NULL */
} byte_case;

static void check_bytes(const byte_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char hex[512];
		if (encode_one(&cases[i].bind, &cases[i].value) != CQ_OK)
			fail_msg("case %zu: %s", i, cq__error_get(&last_error)->message);
		if (cq__pg_parameter_type(&cases[i].bind) != cases[i].type)
			fail_msg("case %zu: type %u", i, (unsigned)cq__pg_parameter_type(&cases[i].bind));
		if (encoder.values[0] == NULL || cases[i].hex == NULL) {
			assert_true(encoder.values[0] == NULL && cases[i].hex == NULL);
			continue;
		}
		kit_hex(encoder.values[0], (size_t)encoder.lengths[0], hex);
		if (strcmp(hex, cases[i].hex) != 0)
			fail_msg("case %zu: %s instead of %s", i, hex, cases[i].hex);
		assert_int_equal(encoder.formats[0], 1);
	}
}

static void test_bytes_of_scalars(void **state)
{
	(void)state;
	static const byte_case cases[] = {
		{ FROM(BOOLEAN, BOOLEAN), INTEGER(1), 16, "01" },
		{ FROM(INTEGER, BOOLEAN), INTEGER(0), 16, "00" },
		{ FROM(SMALLINT, SMALLINT), INTEGER(-2), 21, "fffe" },
		{ FROM(INTEGER, SMALLINT), INTEGER(32767), 21, "7fff" },
		{ FROM(INTEGER, INTEGER), INTEGER(1), 23, "00000001" },
		{ FROM(BIGINT, INTEGER), INTEGER(INT32_MIN), 23, "80000000" },
		{ FROM(BIGINT, BIGINT), INTEGER(INT64_MIN), 20, "8000000000000000" },
		{ FROM(DOUBLE, BIGINT), REAL(3.0), 20, "0000000000000003" },
		{ FROM(INTEGER, NONE), INTEGER(7), 23, "00000007" },
		{ FROM(BIGINT, NONE), INTEGER(7), 20, "0000000000000007" },
		{ FROM(INTEGER, INTEGER, .use = CQ__BIND_LIMIT), INTEGER(5), 20, "0000000000000005" },
		{ FROM(REAL, REAL), REAL(1.5), 700, "3fc00000" },
		{ FROM(DOUBLE, DOUBLE), REAL(-2.5), 701, "c004000000000000" },
		{ FROM(BIGINT, DOUBLE), INTEGER(1), 701, "3ff0000000000000" },
		{ FROM(DOUBLE, DOUBLE), REAL((double)INFINITY), 701, "7ff0000000000000" },
		{ FROM(DECIMAL, DECIMAL, ASSIGN, .scale = 4), DECIMAL(1, 4), 1700, "0001ffff000000040001" },
		{ FROM(DECIMAL, DECIMAL, ASSIGN, .scale = 9), DECIMAL(1, 9), 1700, "0001fffd0000000903e8" },
		{ FROM(DECIMAL, DECIMAL, ASSIGN, .scale = 4), DECIMAL(0, 0), 1700, "0000000000000004" },
		{ FROM(INTEGER, DECIMAL, ASSIGN, .scale = 2), INTEGER(3), 1700, "00010000000000020003" },
		{ FROM(DOUBLE, DECIMAL, .scale = 2), REAL(0.125), 1700, "0001ffff0000000304e2" },
		{ FROM(TEXT, TEXT), TEXT("a\xc3\xa4"), 0, "61c3a4" },
		{ FROM(TEXT, VARCHAR), TEXT(""), 0, "" },
		{ FROM(TEXT, CHAR), TEXT("x "), 0, "7820" },
		{ FROM(TEXT, TEXT, .use = CQ__BIND_PREFIX), TEXT("5%!_"), 0, "3521252121215f25" },
		{ FROM(TEXT, TEXT, .use = CQ__BIND_INFIX), TEXT(""), 0, "2525" },
		{ FROM(TEXT, JSON), TEXT("{}"), 3802, "017b7d" },
		{ FROM(BYTES, BYTES), BYTES("a\0b"), 17, "610062" },
		{ FROM(BYTES, BYTES), BYTES(""), 17, "" },
		{ FROM(DATE, DATE), INTEGER(10957), 1082, "00000000" },
		{ FROM(DATE, DATE), INTEGER(INT32_MAX), 1082, "7fffffff" },
		{ FROM(DATE, DATE), INTEGER(INT32_MIN), 1082, "80000000" },
		{ FROM(TIME, TIME), INTEGER(86400000000), 1083, "000000141dd76000" },
		{ FROM(TIMESTAMP, TIMESTAMP), INTEGER(946684800000001), 1184, "0000000000000001" },
		{ FROM(TIMESTAMP, TIMESTAMP), INTEGER(INT64_MAX), 1184, "7fffffffffffffff" },
		{ FROM(TIMESTAMP, TIMESTAMP), INTEGER(INT64_MIN), 1184, "8000000000000000" },
		{ FROM(INTERVAL, INTERVAL), { .interval = { 14, -3, 5 } }, 1186, "0000000000000005fffffffd0000000e" },
		{ FROM(UUID, UUID), UUID_BYTES, 2950, "0102030405060708090a0b0c0d0e0f10" },
		{ FROM(ENUM, ENUM, .labels = &mood), INTEGER(7), 0, "736164" },
		{ FROM(INTEGER, ENUM, .labels = &mood), INTEGER(2), 0, "736f2d736f" },
		{ FROM(TEXT, ENUM, .labels = &mood), TEXT("glad"), 0, "676c6164" },
	};
	check_bytes(cases, COUNT(cases));
}

static void test_bytes_of_stored_forms(void **state)
{
	(void)state;
	static const byte_case cases[] = {
		{ FROM(DECIMAL, DECIMAL, ASSIGN, .scale = 2, .storage = CQ_STORAGE_TEXT), DECIMAL(5, 1), 0, "302e3530" },
		{ FROM(DECIMAL, DECIMAL, ASSIGN, .scale = 2, .storage = CQ_STORAGE_INTEGER), DECIMAL(5, 1), 20, "0000000000000032" },
		{ FROM(DECIMAL, DECIMAL, ASSIGN, .scale = 1, .storage = CQ_STORAGE_REAL), DECIMAL(25, 1), 701, "4004000000000000" },
		{ FROM(DOUBLE, DECIMAL, .scale = 1, .storage = CQ_STORAGE_REAL), REAL(2.5), 701, "4004000000000000" },
		{ FROM(DATE, DATE, .storage = CQ_STORAGE_INTEGER), INTEGER(1), 20, "0000000000000001" },
		{ FROM(DATE, DATE, .storage = CQ_STORAGE_TEXT), INTEGER(0), 0, "313937302d30312d3031" },
		{ FROM(TIME, TIME, .storage = CQ_STORAGE_INTEGER), INTEGER(2), 20, "0000000000000002" },
		{ FROM(TIMESTAMP, TIMESTAMP, .storage = CQ_STORAGE_INTEGER), INTEGER(3), 20, "0000000000000003" },
		{ FROM(TIMESTAMP, TIMESTAMP, .storage = CQ_STORAGE_TEXT), INTEGER(INT64_MAX), 0, "696e66696e697479" },
		{ FROM(UUID, UUID, .storage = CQ_STORAGE_BYTES), UUID_BYTES, 17, "0102030405060708090a0b0c0d0e0f10" },
		{ FROM(ENUM, ENUM, .labels = &mood, .storage = CQ_STORAGE_INTEGER), INTEGER(7), 23, "00000007" },
	};
	check_bytes(cases, COUNT(cases));
}

static void test_nulls(void **state)
{
	(void)state;
	static const byte_case cases[] = {
		{ FROM(TEXT, TEXT, .nullable = 1), TEXT(NULL), 0, NULL },
		{ FROM(BYTES, BYTES, .nullable = 1), { .bytes = { NULL, 0 } }, 17, NULL },
		{ FROM(INTEGER, INTEGER, .nullable = 1), ABSENT, 23, NULL },
		{ FROM(NONE, TIMESTAMP, .nullable = 1), ABSENT, 1184, NULL },
		{ FROM(NONE, NONE, .nullable = 1), ABSENT, 0, NULL },
		{ FROM(TEXT, JSON, .nullable = 1), TEXT(NULL), 3802, NULL },
		{ FROM(TEXT, ENUM, .nullable = 1, .labels = &mood), TEXT(NULL), 0, NULL },
	};
	check_bytes(cases, COUNT(cases));
}

static void test_bytes_of_arrays(void **state)
{
	(void)state;
	static const int16_t small[] = { 1, -1 };
	static const int32_t numbers[] = { 7 };
	static const char *const texts[] = { "a", "" };
	static const bool flags[] = { true };
	static const cq_bytes blobs[] = { { "\0x", 2 } };
	static const cq_decimal decimals[] = { { 1, 4 } };
	static const byte_case cases[] = {
		{ FROM(SMALLINT, INTEGER, OF), ARRAY(small), 1005, "0000000100000000000000150000000200000001" "000000020001" "00000002ffff" },
		{ FROM(INTEGER, BIGINT, OF), ARRAY(numbers), 1007, "0000000100000000000000170000000100000001" "0000000400000007" },
		{ FROM(INTEGER, INTEGER, OF), { .bytes = { numbers, 0 } }, 1007, "000000000000000000000017" },
		{ FROM(INTEGER, DOUBLE, OF), ARRAY(numbers), 1022, "0000000100000000000002bd0000000100000001" "00000008401c000000000000" },
		{ FROM(TEXT, TEXT, OF), ARRAY(texts), 1009, "0000000100000000000000190000000200000001" "0000000161" "00000000" },
		{ FROM(TEXT, NONE, OF), ARRAY(texts), 1009, "0000000100000000000000190000000200000001" "0000000161" "00000000" },
		{ FROM(TEXT, CHAR, OF, .column = &users.columns[0]), ARRAY(texts), 1014,
			"0000000100000000000004120000000200000001" "0000000161" "00000000" },
		{ FROM(BOOLEAN, BOOLEAN, OF), ARRAY(flags), 1000, "0000000100000000000000100000000100000001" "0000000101" },
		{ FROM(BYTES, BYTES, OF), ARRAY(blobs), 1001, "0000000100000000000000110000000100000001" "000000020078" },
		{ FROM(DECIMAL, DECIMAL, OF, .scale = 2), ARRAY(decimals), 1231,
			"0000000100000000000006a40000000100000001" "0000000a0001ffff000000040001" },
	};
	check_bytes(cases, COUNT(cases));
}

/* ---- refusals ---------------------------------------------------------------------------------------------------- */

typedef struct refused_case {
	cq__bind bind;
	cq_value value;
	cq_status status;
	const char *message; /* behind "a value: " */
} refused_case;

static void test_refused(void **state)
{
	(void)state;
	static const char *const holed[] = { "a", NULL };
	static const char *const broken[] = { "\xff" };
	static const int no_moods[] = { 3 };
	static const unsigned char no_flags[] = { 1, 2 };
	static const cq_time no_times[] = { { -1 } };
	static const cq_bytes no_bytes[] = { { NULL, 0 } };
	static const refused_case cases[] = {
		{ FROM(BIGINT, INTEGER), INTEGER(2147483648), CQ_OUT_OF_RANGE, "2147483648 does not fit INTEGER" },
		{ FROM(INTEGER, SMALLINT), INTEGER(-32769), CQ_OUT_OF_RANGE, "-32769 does not fit SMALLINT" },
		{ FROM(INTEGER, BOOLEAN), INTEGER(2), CQ_OUT_OF_RANGE, "2 does not fit BOOLEAN" },
		{ FROM(INTEGER, BIGINT, .use = CQ__BIND_LIMIT), INTEGER(-1), CQ_OUT_OF_RANGE, "-1 does not fit LIMIT or OFFSET" },
		{ FROM(DOUBLE, BIGINT), REAL(3.5), CQ_WRONG_TYPE, "DOUBLE is given where BIGINT is stored" },
		{ FROM(TEXT, BIGINT), TEXT("7"), CQ_WRONG_TYPE, "TEXT is given where BIGINT is stored" },
		{ FROM(TEXT, DOUBLE), TEXT("7"), CQ_WRONG_TYPE, "TEXT is given where DOUBLE is stored" },
		{ FROM(BIGINT, DOUBLE), INTEGER((INT64_C(1) << 53) + 1), CQ_OUT_OF_RANGE, "9007199254740993 is no exact DOUBLE" },
		{ FROM(DOUBLE, REAL), REAL(1e39), CQ_OUT_OF_RANGE, "1e+39 does not fit REAL" },
		{ FROM(DOUBLE, REAL, ASSIGN), REAL(1e39), CQ_OUT_OF_RANGE, "1e+39 does not fit REAL" },
		{ FROM(DECIMAL, DECIMAL, ASSIGN, .scale = 2), DECIMAL(12501, 3), CQ_OUT_OF_RANGE, "12.501 does not fit 2 digits behind the point" },
		{ FROM(DECIMAL, DECIMAL, ASSIGN, .scale = 2, .precision = 4), DECIMAL(10000, 2), CQ_OUT_OF_RANGE, "100.00 does not fit DECIMAL(4, 2)" },
		{ FROM(DECIMAL, DECIMAL, .scale = 2), DECIMAL(1, 40), CQ_OUT_OF_RANGE, "a DECIMAL has 0 to 18 digits behind the point, not 40" },
		{ FROM(DOUBLE, DECIMAL, ASSIGN, .scale = 2), REAL(0.125), CQ_OUT_OF_RANGE, "0.125 is no DECIMAL with 2 digits behind the point" },
		{ FROM(DOUBLE, DECIMAL, .scale = 2), REAL((double)NAN), CQ_OUT_OF_RANGE, NULL },
		{ FROM(TEXT, VARCHAR, ASSIGN, .length = 3), TEXT("b\xc3\xa4ne"), CQ_TOO_LARGE, "a text of 4 characters does not fit VARCHAR(3)" },
		{ FROM(TEXT, TEXT), TEXT("\xed\xa0\x80"), CQ_BAD_TEXT, "the text is not UTF-8" },
		{ FROM(BYTES, TEXT), BYTES("a"), CQ_WRONG_TYPE, "BYTES is given where TEXT is stored" },
		{ FROM(BYTES, BYTES), { .bytes = { "", 0x40000000 } }, CQ_TOO_LARGE, "is larger than PostgreSQL takes" },
		{ FROM(TEXT, TEXT), TEXT(NULL), CQ_NULL_VALUE,
			"NULL is given where a value is compared, and nothing is equal to NULL: ask with IS_NULL" },
		{ FROM(INTEGER, INTEGER, ASSIGN), ABSENT, CQ_NULL_VALUE, "NULL is given for a column that is NOT NULL" },
		{ FROM(DATE, DATE), INTEGER(INT32_MAX - 1), CQ_OUT_OF_RANGE, "a DATE must lie between 4714 BC and the year 5874897" },
		{ FROM(DATE, DATE, .storage = CQ_STORAGE_TEXT), INTEGER(2932897), CQ_OUT_OF_RANGE, "a DATE must lie in the years 1 to 9999" },
		{ FROM(TIME, TIME), INTEGER(-1), CQ_OUT_OF_RANGE, "a TIME must lie between 00:00:00 and 24:00:00" },
		{ FROM(TIMESTAMP, TIMESTAMP), INTEGER(INT64_MIN + 1), CQ_OUT_OF_RANGE, "a TIMESTAMP must not lie before 4714 BC" },
		{ FROM(TIMESTAMP, DATE), INTEGER(5), CQ_WRONG_TYPE, "TIMESTAMP is given where DATE is stored" },
		{ FROM(ENUM, ENUM, .labels = &mood), INTEGER(3), CQ_OUT_OF_RANGE, "3 is no value of enum Mood" },
		{ FROM(TEXT, ENUM, .labels = &mood), TEXT("furious"), CQ_WRONG_TYPE, "\"furious\" is no label of enum Mood" },
		{ FROM(DOUBLE, ENUM, .labels = &mood), REAL(1), CQ_WRONG_TYPE, "DOUBLE is given where ENUM is stored" },
		{ FROM(ENUM, NONE), INTEGER(1), CQ_WRONG_TYPE, "ENUM is given where ENUM is stored" },
		{ FROM(INTEGER, BIGINT, OF), { .bytes = { NULL, 2 } }, CQ_NULL_VALUE, "NULL is given for an array" },
		{ FROM(TEXT, TEXT, OF), ARRAY(holed), CQ_NULL_VALUE, "element 1 of the array: it is NULL" },
		{ FROM(BYTES, BYTES, OF), ARRAY(no_bytes), CQ_NULL_VALUE, "element 0 of the array: it is NULL" },
		{ FROM(TEXT, TEXT, OF), ARRAY(broken), CQ_BAD_TEXT, "element 0 of the array: the text is not UTF-8" },
		{ FROM(ENUM, ENUM, OF, .labels = &mood), ARRAY(no_moods), CQ_OUT_OF_RANGE, "element 0 of the array: 3 is no value of enum Mood" },
		{ FROM(BOOLEAN, BOOLEAN, OF), ARRAY(no_flags), CQ_OUT_OF_RANGE, "element 1 of the array: 2 does not fit BOOLEAN" },
		{ FROM(TIME, TIME, OF), ARRAY(no_times), CQ_OUT_OF_RANGE, "element 0 of the array: a TIME must lie between 00:00:00 and 24:00:00" },
		{ FROM(INTEGER, INTEGER, OF), { .bytes = { "", SIZE_MAX / 16 } }, CQ_TOO_LARGE, NULL },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		char expected[256];
		const cq_status status = encode_one(&cases[i].bind, &cases[i].value);
		if (status != cases[i].status)
			fail_msg("case %zu: %s: %s", i, cq_status_name(status), cq__error_get(&last_error)->message);
		if (cases[i].message == NULL)
			continue;
		(void)snprintf(expected, sizeof expected, "a value: %s", cases[i].message);
		assert_string_equal(cq__error_get(&last_error)->message, expected);
	}
}

static void test_refusals_name_column_and_object(void **state)
{
	(void)state;
	typedef struct person {
		int64_t age;
	} person;
	const person people[] = { { 1 }, { 5000000000 } };
	const cq__bind bind = { .from = CQ_TYPE_BIGINT, .to = CQ_TYPE_INTEGER, .column = &users.columns[0], .use = CQ__BIND_ASSIGN };
	const cq__text text = { .bind_count = 1, .binds = &bind, .rows_form = CQ__ROWS_ARRAYS };
	assert_int_equal(cq__pg_encode_begin(&encoder, &last_error, 1), CQ_OK);
	encoder.giver.many = true;
	assert_int_equal(cq__pg_encode_object(&encoder, &text, &people[0], 0), CQ_OK);
	assert_int_equal(cq__pg_encode_object(&encoder, &text, &people[1], 1), CQ_OUT_OF_RANGE);
	assert_string_equal(cq__error_get(&last_error)->message, "object 1: users.age: 5000000000 does not fit INTEGER");
	assert_string_equal(cq__error_get(&last_error)->table, "users");
	assert_string_equal(cq__error_get(&last_error)->column, "age");
	cq__error_clear(&last_error);
	assert_int_equal(cq__pg_encode_begin(&encoder, &last_error, 1), CQ_OK);
	encoder.giver.many = true;
	assert_int_equal(cq__pg_encode_members(&encoder, &bind, people, 0, 2, sizeof *people), CQ_OUT_OF_RANGE);
	assert_string_equal(cq__error_get(&last_error)->message, "object 1: users.age: 5000000000 does not fit INTEGER");
}

/* ---- the server's word ------------------------------------------------------------------------------------------- */

typedef struct server_case {
	cq__bind bind;
	cq_value value;
	const char *sql;
	const char *text; /* the one text that it gives */
} server_case;

static void check_server(const server_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const Oid type = cq__pg_parameter_type(&cases[i].bind);
		if (encode_one(&cases[i].bind, &cases[i].value) != CQ_OK)
			fail_msg("case %zu: %s", i, cq__error_get(&last_error)->message);
		PGresult *const result = kit_rows(cases[i].sql, &encoder, &type);
		if (strcmp(PQgetvalue(result, 0, 0), cases[i].text) != 0)
			fail_msg("case %zu, %s: \"%s\" instead of \"%s\"", i, cases[i].sql, PQgetvalue(result, 0, 0), cases[i].text);
		PQclear(result);
	}
}

static void test_server_reads_scalars(void **state)
{
	(void)state;
	if (kit_server == NULL)
		skip();
	static const server_case cases[] = {
		{ FROM(BOOLEAN, BOOLEAN), INTEGER(1), "SELECT $1::text", "true" },
		{ FROM(BIGINT, BIGINT), INTEGER(INT64_MIN), "SELECT $1::text", "-9223372036854775808" },
		{ FROM(REAL, REAL), REAL(0.1f), "SELECT $1::text", "0.1" },
		{ FROM(DOUBLE, DOUBLE), REAL((double)NAN), "SELECT $1::text", "NaN" },
		{ FROM(DOUBLE, DECIMAL), REAL((double)INFINITY), "SELECT $1::text", "Infinity" },
		{ FROM(TEXT, TEXT), TEXT("it's \xc3\xa4"), "SELECT $1", "it's \xc3\xa4" },
		{ FROM(TEXT, JSON), TEXT("{\"a\": [1,2]}"), "SELECT $1::text", "{\"a\": [1, 2]}" },
		{ FROM(BYTES, BYTES), BYTES("a\0b"), "SELECT $1::text", "\\x610062" },
		{ FROM(DATE, DATE), INTEGER(-2440588), "SELECT $1::text", "4714-11-24 BC" },
		{ FROM(DATE, DATE), INTEGER(2145042905), "SELECT $1::text", "5874897-12-31" },
		{ FROM(DATE, DATE), INTEGER(INT32_MIN), "SELECT $1::text", "-infinity" },
		{ FROM(TIME, TIME), INTEGER(86400000000), "SELECT $1::text", "24:00:00" },
		{ FROM(TIMESTAMP, TIMESTAMP), INTEGER(INT64_C(-210866803200000000)), "SELECT $1::text", "4714-11-24 00:00:00+00 BC" },
		{ FROM(TIMESTAMP, TIMESTAMP), INTEGER(INT64_MAX - 1), "SELECT $1::text", "294247-01-10 04:00:54.775806+00" },
		{ FROM(TIMESTAMP, TIMESTAMP), INTEGER(INT64_MAX), "SELECT $1::text", "infinity" },
		{ FROM(INTERVAL, INTERVAL), { .interval = { 14, -3, 4000005 } }, "SELECT $1::text", "P1Y2M-3DT4.000005S" },
		{ FROM(UUID, UUID), UUID_BYTES, "SELECT $1::text", "01020304-0506-0708-090a-0b0c0d0e0f10" },
		/* The text around a label or a text tells its type. */
		{ FROM(ENUM, ENUM, .labels = &mood), INTEGER(7), "SELECT ('sad'::pg_temp.mood = $1)::text", "true" },
		{ FROM(ENUM, ENUM, .labels = &mood), INTEGER(7), "SELECT ('sad'::varchar = $1)::text", "true" },
		{ FROM(TEXT, CHAR), TEXT("ab "), "SELECT ('ab'::char(3) = $1)::text", "true" },
		{ FROM(TEXT, NONE), TEXT("2024-02-29"), "SELECT ($1::date + 1)::text", "2024-03-01" },
		{ FROM(TEXT, NONE), TEXT("7"), "SELECT (6 + $1)::text", "13" },
		{ FROM(TEXT, NONE), TEXT("seven"), "SELECT $1", "seven" },
		{ FROM(INTEGER, NONE), INTEGER(7), "SELECT pg_typeof($1)::text", "integer" },
		/* Others than the column's very type are compared all the same. */
		{ FROM(INTEGER, INTEGER), INTEGER(7), "SELECT (7::int8 = $1)::text", "true" },
		{ FROM(BIGINT, BIGINT), INTEGER(7), "SELECT (7::int2 = $1)::text", "true" },
		{ FROM(TIMESTAMP, TIMESTAMP), INTEGER(0), "SELECT ('1970-01-01'::timestamp = $1)::text", "true" },
		{ FROM(DOUBLE, DECIMAL, .scale = 2), REAL(0.1), "SELECT (0.10::numeric(10, 2) = $1)::text", "true" },
		{ FROM(DOUBLE, REAL), REAL(0.1), "SELECT (0.1::real = $1)::text", "true" },
		{ FROM(INTEGER, INTEGER, .use = CQ__BIND_LIMIT), INTEGER(2), "SELECT count(*)::text FROM (SELECT 1 FROM generate_series(1, 5) LIMIT $1) AS rows", "2" },
	};
	check_server(cases, COUNT(cases));
}

static void test_server_reads_arrays(void **state)
{
	(void)state;
	if (kit_server == NULL)
		skip();
	static const int32_t numbers[] = { 1, -2, 2147483647 };
	static const int64_t large[] = { INT64_MAX, INT64_MIN, 7 };
	static const char *const texts[] = { "a", "it's \"q\" \\", "NULL", "", "{,}" };
	static const char *const padded[] = { "ab " };
	static const int moods[] = { 7, 1 };
	static const char *const labels[] = { "sad", "so-so" };
	static const bool flags[] = { true, false };
	static const double reals[] = { 0.1, -2.5, (double)INFINITY };
	static const float singles[] = { 0.1f };
	static const cq_decimal decimals[] = { { 1250, 2 }, { 3, 0 } };
	static const cq_timestamp moments[] = { { 0 }, { INT64_MAX } };
	static const cq_date dates[] = { { 19782 } };
	static const cq_time times[] = { { 86400000000 } };
	static const cq_interval spans[] = { { 14, 0, 0 } };
	static const cq_uuid uuids[] = { { { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 } } };
	static const cq_bytes blobs[] = { { "x\0", 2 }, { "", 0 } };
	static const char *const documents[] = { "{\"a\": 1}" };
	static const server_case cases[] = {
		{ FROM(INTEGER, INTEGER, OF), ARRAY(numbers), "SELECT $1::text", "{1,-2,2147483647}" },
		{ FROM(INTEGER, BIGINT, OF), ARRAY(numbers), "SELECT (1::int8 = ANY($1))::text", "true" },
		{ FROM(BIGINT, SMALLINT, OF), ARRAY(large), "SELECT (7::int2 = ANY($1))::text", "true" },
		{ FROM(INTEGER, INTEGER, OF), { .bytes = { numbers, 0 } }, "SELECT (1 = ANY($1))::text", "false" },
		{ FROM(INTEGER, INTEGER, OF), { .bytes = { numbers, 0 } }, "SELECT (1 <> ALL($1))::text", "true" },
		{ FROM(TEXT, TEXT, OF), ARRAY(texts), "SELECT $1::text", "{a,\"it's \\\"q\\\" \\\\\",\"NULL\",\"\",\"{,}\"}" },
		{ FROM(TEXT, VARCHAR, OF), ARRAY(texts), "SELECT ('a'::varchar = ANY($1))::text", "true" },
		{ FROM(TEXT, CHAR, OF, .column = &users.columns[0]), ARRAY(padded), "SELECT ('ab'::char(5) = ANY($1))::text", "true" },
		{ FROM(ENUM, ENUM, OF, .labels = &mood), ARRAY(moods), "SELECT ('sad'::pg_temp.mood = ANY($1))::text", "true" },
		{ FROM(ENUM, ENUM, OF, .labels = &mood), ARRAY(moods), "SELECT ('sad'::varchar = ANY($1))::text", "true" },
		{ FROM(TEXT, ENUM, OF, .labels = &mood), ARRAY(labels), "SELECT ('glad'::varchar = ANY($1))::text", "false" },
		{ FROM(ENUM, ENUM, OF, .labels = &mood), { .bytes = { moods, 0 } }, "SELECT ('sad'::varchar = ANY($1))::text", "false" },
		{ FROM(ENUM, ENUM, OF, .labels = &mood, .storage = CQ_STORAGE_INTEGER), ARRAY(moods), "SELECT $1::text", "{7,1}" },
		{ FROM(BOOLEAN, BOOLEAN, OF), ARRAY(flags), "SELECT $1::text", "{t,f}" },
		{ FROM(DOUBLE, DOUBLE, OF), ARRAY(reals), "SELECT $1::text", "{0.1,-2.5,Infinity}" },
		{ FROM(REAL, REAL, OF), ARRAY(singles), "SELECT $1::text", "{0.1}" },
		{ FROM(DECIMAL, DECIMAL, OF, .scale = 2), ARRAY(decimals), "SELECT $1::text", "{12.50,3}" },
		{ FROM(INTEGER, DECIMAL, OF, .scale = 2), ARRAY(numbers), "SELECT (1.00 = ANY($1))::text", "true" },
		{ FROM(DOUBLE, DECIMAL, OF, .scale = 2), { .bytes = { reals, 1 } }, "SELECT (0.10 = ANY($1))::text", "true" },
		{ FROM(DECIMAL, DECIMAL, OF, .scale = 2, .storage = CQ_STORAGE_INTEGER), ARRAY(decimals), "SELECT $1::text", "{1250,300}" },
		{ FROM(DECIMAL, DECIMAL, OF, .scale = 2, .storage = CQ_STORAGE_TEXT), ARRAY(decimals), "SELECT $1::text", "{12.50,3.00}" },
		{ FROM(TIMESTAMP, TIMESTAMP, OF), ARRAY(moments), "SELECT $1::text", "{\"1970-01-01 00:00:00+00\",infinity}" },
		{ FROM(DATE, DATE, OF), ARRAY(dates), "SELECT $1::text", "{2024-02-29}" },
		{ FROM(DATE, DATE, OF, .storage = CQ_STORAGE_TEXT), ARRAY(dates), "SELECT $1::text", "{2024-02-29}" },
		{ FROM(TIME, TIME, OF), ARRAY(times), "SELECT $1::text", "{24:00:00}" },
		{ FROM(INTERVAL, INTERVAL, OF), ARRAY(spans), "SELECT $1::text", "{P1Y2M}" },
		{ FROM(UUID, UUID, OF), ARRAY(uuids), "SELECT $1::text", "{01020304-0506-0708-090a-0b0c0d0e0f10}" },
		{ FROM(UUID, UUID, OF, .storage = CQ_STORAGE_BYTES), ARRAY(uuids), "SELECT $1::text", "{\"\\\\x0102030405060708090a0b0c0d0e0f10\"}" },
		{ FROM(BYTES, BYTES, OF), ARRAY(blobs), "SELECT $1::text", "{\"\\\\x7800\",\"\\\\x\"}" },
		{ FROM(TEXT, JSON, OF), ARRAY(documents), "SELECT ($1)[1]::text", "{\"a\": 1}" },
	};
	check_server(cases, COUNT(cases));
}

/* ---- objects ----------------------------------------------------------------------------------------------------- */

typedef struct thing {
	bool flag;
	int16_t small;
	cq_opt_int32 number;
	int64_t large;
	float single;
	double real;
	const char *name;
	const char *note; /* may be NULL */
	cq_decimal price;
	cq_timestamp made;
	cq_bytes data;
} thing;

#define MEMBER(t, m, ...) { .source = offsetof(thing, m), .from = CQ_TYPE_##t, .to = CQ_TYPE_##t, ASSIGN, __VA_ARGS__ }

static const cq__bind thing_binds[] = {
	MEMBER(BOOLEAN, flag),
	MEMBER(SMALLINT, small),
	MEMBER(INTEGER, number, .nullable = 1),
	MEMBER(BIGINT, large),
	MEMBER(REAL, single),
	MEMBER(DOUBLE, real),
	MEMBER(TEXT, name),
	MEMBER(TEXT, note, .nullable = 1),
	MEMBER(DECIMAL, price, .scale = 2),
	MEMBER(TIMESTAMP, made),
	MEMBER(BYTES, data),
};

static const cq__text thing_text = { .bind_count = COUNT(thing_binds), .binds = thing_binds };

static const thing things[] = {
	{ true, -5, { true, 70000 }, INT64_MAX, 1.5f, -2.5, "one", NULL, { 1250, 2 }, { 0 }, { "\1", 1 } },
	{ false, 6, { false, 0 }, -1, 0.1f, 1e300, "", "noted", { 3, 0 }, { INT64_MIN }, { "", 0 } },
	{ true, 0, { true, 0 }, 0, 0, 0, "three", "", { -1, 2 }, { 1 }, { "abc", 3 } },
};

/* What stands in the table, as the server writes it. */
static void check_things(void)
{
	PGresult *const result = kit_rows("SELECT string_agg(translate(row(flag, small, number, large, single, real, name, note, price, made, "
		"data)::text, '()', '{}'), ' ' ORDER BY place) FROM things", NULL, NULL);
	static const char expected[] = "{t,-5,70000,9223372036854775807,1.5,-2.5,one,,12.50,\"1970-01-01 00:00:00+00\",\"\\\\x01\"} "
		"{f,6,,-1,0.1,1e+300,\"\",noted,3.00,-infinity,\"\\\\x\"} "
		"{t,0,0,0,0,0,three,\"\",-0.01,\"1970-01-01 00:00:00.000001+00\",\"\\\\x616263\"}";
	assert_string_equal(PQgetvalue(result, 0, 0), expected);
	PQclear(result);
}

static void make_things(void)
{
	PGresult *const result = PQexec(kit_server, "DROP TABLE IF EXISTS pg_temp.things; CREATE TEMP TABLE things (place serial, flag boolean, "
		"small smallint, number integer, large bigint, single real, real double precision, name text, note varchar(10), "
		"price numeric(10, 2), made timestamptz, data bytea)");
	assert_int_equal(PQresultStatus(result), PGRES_COMMAND_OK);
	PQclear(result);
}

#define THING_COLUMNS "(flag, small, number, large, single, real, name, note, price, made, data)"

static void test_objects(void **state)
{
	(void)state;
	if (kit_server == NULL)
		skip();
	make_things();
	Oid types[2 * COUNT(thing_binds)];
	assert_int_equal(cq__pg_parameter_types(&thing_text, 2, types), 2 * COUNT(thing_binds));
	/* Two at once, then one; the encoder grows on the way. */
	cq__pg_encoder_release(&encoder);
	assert_int_equal(cq__pg_encode_begin(&encoder, &last_error, 0), CQ_OK);
	assert_int_equal(cq__pg_encode_object(&encoder, &thing_text, &things[0], 0), CQ_OK);
	assert_int_equal(cq__pg_encode_object(&encoder, &thing_text, &things[1], 1), CQ_OK);
	PGresult *result = kit_ask("INSERT INTO things " THING_COLUMNS " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11), "
		"($12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)", &encoder, types);
	assert_string_equal(PQresultErrorMessage(result), "");
	PQclear(result);
	assert_int_equal(cq__pg_encode_begin(&encoder, &last_error, 11), CQ_OK);
	assert_int_equal(cq__pg_encode_object(&encoder, &thing_text, &things[2], 2), CQ_OK);
	result = kit_ask("INSERT INTO things " THING_COLUMNS " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)", &encoder, types);
	assert_string_equal(PQresultErrorMessage(result), "");
	PQclear(result);
	check_things();
}

static void test_objects_as_arrays(void **state)
{
	(void)state;
	if (kit_server == NULL)
		skip();
	make_things();
	cq__text text = thing_text;
	text.rows_form = CQ__ROWS_ARRAYS;
	Oid types[COUNT(thing_binds)];
	assert_int_equal(cq__pg_parameter_types(&text, 1, types), COUNT(thing_binds));
	/* The second and third; the first stands before them. */
	for (size_t first = 0, count = 1; first < 3; first += count, count = 2) {
		assert_int_equal(cq__pg_encode_begin(&encoder, &last_error, 11), CQ_OK);
		for (size_t i = 0; i < COUNT(thing_binds); i++)
			assert_int_equal(cq__pg_encode_members(&encoder, &thing_binds[i], things, first, count, sizeof *things), CQ_OK);
		PGresult *const result = kit_ask("INSERT INTO things " THING_COLUMNS " SELECT * FROM unnest(CAST($1 AS BOOLEAN[]), $2, $3, $4, $5, $6, "
			"CAST($7 AS TEXT[]), $8, $9, $10, $11)", &encoder, types);
		assert_string_equal(PQresultErrorMessage(result), "");
		PQclear(result);
	}
	check_things();
}

static void test_objects_copied(void **state)
{
	(void)state;
	if (kit_server == NULL)
		skip();
	make_things();
	cq__buffer rows = { 0 };
	cq__buffer_append(&rows, "PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", 19);
	assert_int_equal(cq__pg_encode_begin(&encoder, &last_error, 0), CQ_OK);
	for (size_t i = 0; i < COUNT(things); i++)
		assert_int_equal(cq__pg_copy_object(&encoder, &thing_text, &things[i], i, &rows), CQ_OK);
	cq__buffer_append(&rows, "\xff\xff", 2);
	PQclear(PQexec(kit_server, "COPY things " THING_COLUMNS " FROM STDIN (FORMAT binary)"));
	assert_int_equal(PQputCopyData(kit_server, rows.data, (int)rows.length), 1);
	assert_int_equal(PQputCopyEnd(kit_server, NULL), 1);
	PGresult *const result = PQgetResult(kit_server);
	assert_string_equal(PQresultErrorMessage(result), "");
	PQclear(result);
	assert_null(PQgetResult(kit_server));
	cq__buffer_release(&rows);
	check_things();
}

/* ---- limits ------------------------------------------------------------------------------------------------------ */

/* Values that fit one by one, and not together in one message; the server's limit is lowered. */
static void test_sums_are_limited(void **state)
{
	(void)state;
	static char half[600];
	memset(half, 'x', sizeof half - 1);
	const char *const texts[] = { half, half };
	const cq__bind binds[] = { FROM(TEXT, TEXT), FROM(TEXT, TEXT, .source = 1) };
	const cq_value values[] = { TEXT(half), TEXT(half) };
	const cq__bind all = FROM(TEXT, TEXT, OF);
	const cq_value array = ARRAY(texts);
	encoder.limit = 1200;
	cq__text text = { .bind_count = 1, .binds = binds };
	assert_int_equal(cq__pg_encode_statement(&encoder, &last_error, &text, values), CQ_OK);
	text.bind_count = 2;
	assert_int_equal(cq__pg_encode_statement(&encoder, &last_error, &text, values), CQ_TOO_LARGE);
	assert_true(encoder.full);
	assert_non_null(strstr(cq__error_get(&last_error)->message, "larger than PostgreSQL takes"));
	assert_int_equal(encode_one(&all, &array), CQ_TOO_LARGE);
	/* What an array does not take is not written either. */
	assert_true(encoder.scratch == NULL || cq__arena_bytes(encoder.scratch) < 64 * 1024);
	encoder.limit = 4096;
	assert_int_equal(cq__pg_encode_statement(&encoder, &last_error, &text, values), CQ_OK);
	assert_int_equal(encode_one(&all, &array), CQ_OK);
	encoder.limit = 0;
}

/* Members that fit one by one, and not together in one row of a COPY. */
static void test_copied_objects_are_limited(void **state)
{
	(void)state;
	enum { SIZE = 100 * 1024 };
	static char large[SIZE];
	memset(large, 'x', SIZE - 1);
	const char *const object[] = { large, large };
	const cq__bind binds[] = { FROM(TEXT, TEXT), FROM(TEXT, TEXT, .source = sizeof *object) };
	const cq__text text = { .bind_count = 2, .binds = binds };
	cq__buffer rows = { 0 };
	assert_int_equal(cq__pg_encode_begin(&encoder, &last_error, 0), CQ_OK);
	encoder.giver.many = true;
	encoder.limit = 300 * 1024;
	assert_int_equal(cq__pg_copy_object(&encoder, &text, object, 41, &rows), CQ_TOO_LARGE);
	assert_non_null(strstr(cq__error_get(&last_error)->message, "object 41"));
	cq__error_clear(&last_error);
	cq__buffer_clear(&rows);
	encoder.limit = 400 * 1024;
	assert_int_equal(cq__pg_copy_object(&encoder, &text, object, 41, &rows), CQ_OK);
	encoder.limit = 0;
	cq__buffer_release(&rows);
}

/* ---- memory ------------------------------------------------------------------------------------------------------ */

static void test_memory_is_reused(void **state)
{
	(void)state;
	assert_int_equal(cq__pg_encode_begin(&encoder, &last_error, COUNT(thing_binds)), CQ_OK);
	assert_int_equal(cq__pg_encode_object(&encoder, &thing_text, &things[0], 0), CQ_OK);
	const cq__bind pattern = FROM(TEXT, TEXT, .use = CQ__BIND_INFIX);
	const cq_value value = TEXT("50%");
	assert_int_equal(encode_one(&pattern, &value), CQ_OK);
	cq__alloc_fail_from(1);
	assert_int_equal(cq__pg_encode_begin(&encoder, &last_error, COUNT(thing_binds)), CQ_OK);
	assert_int_equal(cq__pg_encode_object(&encoder, &thing_text, &things[0], 0), CQ_OK);
	assert_int_equal(encode_one(&pattern, &value), CQ_OK);
	cq__alloc_fail_from(0);
}

static void test_each_allocation_may_fail(void **state)
{
	(void)state;
	static const int64_t numbers[500] = { 1 };
	const cq__bind binds[] = { FROM(BIGINT, BIGINT, OF), FROM(TEXT, TEXT, .use = CQ__BIND_PREFIX, .source = 1), FROM(TEXT, JSON, .source = 1) };
	const cq_value values[] = { ARRAY(numbers), TEXT("text") };
	const cq__text text = { .bind_count = COUNT(binds), .binds = binds };
	bool done = false;
	for (long n = 1; !done; n++) {
		cq__pg_encoder fresh = { 0 };
		cq__error error = { 0 };
		cq__alloc_fail_after(n);
		cq_status status = cq__pg_encode_begin(&fresh, &error, 1);
		if (status == CQ_OK)
			status = cq__pg_encode_values(&fresh, &text, values);
		cq__alloc_fail_after(0);
		done = status == CQ_OK;
		assert_true(done || (status == CQ_NO_MEMORY && error.shown.code == CQ_NO_MEMORY));
		assert_true(n < 100);
		cq__pg_encoder_release(&fresh);
		cq__error_release(&error);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_bytes_of_scalars, reset),
		cmocka_unit_test_setup(test_bytes_of_stored_forms, reset),
		cmocka_unit_test_setup(test_nulls, reset),
		cmocka_unit_test_setup(test_bytes_of_arrays, reset),
		cmocka_unit_test_setup(test_refused, reset),
		cmocka_unit_test_setup(test_refusals_name_column_and_object, reset),
		cmocka_unit_test_setup(test_server_reads_scalars, reset),
		cmocka_unit_test_setup(test_server_reads_arrays, reset),
		cmocka_unit_test_setup(test_objects, reset),
		cmocka_unit_test_setup(test_objects_as_arrays, reset),
		cmocka_unit_test_setup(test_objects_copied, reset),
		cmocka_unit_test_setup(test_sums_are_limited, reset),
		cmocka_unit_test_setup(test_copied_objects_are_limited, reset),
		cmocka_unit_test_setup(test_memory_is_reused, reset),
		cmocka_unit_test_setup(test_each_allocation_may_fail, reset),
	};
	return kit_result(cmocka_run_group_tests(tests, kit_connect, release));
}
