/* unit/driver_postgres_decode_test.c: what each column of a result becomes in a struct, and what is refused.
 *
 * It knows nothing of connections and of the executor: decode plans are made by hand, SQL expressions give the values.
 */
#include "driver_postgres_decode_kit.h"

#include <math.h>

/* Decodes the one value of SELECT `expression`. */
static cq_status decode_one(const char *expression, cq__decode column, member *out)
{
	char sql[512];
	(void)snprintf(sql, sizeof sql, "SELECT %s AS field", expression);
	column.name = "field";
	const cq__decode_plan plan = { .row_size = sizeof *out, .column_count = 1, .result_columns = 1, .columns = &column,
		.name = "Row" };
	PGresult *const result = kit_rows(sql, NULL, NULL);
	cq__pg_decoder decoder = { 0 };
	cq__request request = { .plan = &plan, .sink = CQ__SINK_ARRAY };
	const cq_status status = decode_all(&decoder, result, &request);
	memset(out, 0xa5, sizeof *out);
	if (status == CQ_OK) {
		assert_int_equal(request.item_count, 1);
		assert_int_equal(request.rows_seen, 1);
		memcpy(out, request.items, sizeof *out);
	} else {
		assert_int_equal(request.item_count, 0);
	}
	cq__pg_decoder_release(&decoder);
	PQclear(result);
	return status;
}

#define GIVES(expression, column, condition) \
	do { \
		member m; \
		const cq_status status = decode_one(expression, column, &m); \
		if (status != CQ_OK) \
			fail_msg("%s: %s", expression, last_message); \
		if (!(condition)) \
			fail_msg("%s: not %s", expression, #condition); \
	} while (0)

#define REFUSED(expression, column, expected, message) \
	do { \
		member m; \
		assert_int_equal(decode_one(expression, column, &m), expected); \
		assert_string_equal(last_message, message); \
	} while (0)

static void test_integers(void **state)
{
	NEEDS_SERVER;
	GIVES("9223372036854775807", TYPE(BIGINT), m.big == INT64_MAX);
	GIVES("(-32768)::int2", TYPE(SMALLINT), m.small == INT16_MIN);
	GIVES("-2147483648", TYPE(INTEGER), m.integer == INT32_MIN);
	GIVES("7::int2", TYPE(BIGINT), m.big == 7);
	GIVES("-7", TYPE(BIGINT), m.big == -7);
	GIVES("7::int8", TYPE(SMALLINT), m.small == 7);
	GIVES("4294967295::oid", TYPE(BIGINT), m.big == 4294967295);
	GIVES("(SELECT sum(n) FROM (VALUES (9007199254740993::int8)) AS t(n))", TYPE(BIGINT), m.big == 9007199254740993);
	GIVES("3.00::numeric", TYPE(INTEGER), m.integer == 3);
	GIVES("7::pg_temp.age", TYPE(INTEGER), m.integer == 7);
	GIVES("true", TYPE(BOOLEAN), m.boolean);
	GIVES("false", TYPE(BOOLEAN), !m.boolean);
	GIVES("1", TYPE(BOOLEAN), m.boolean);
	GIVES("5::int8", TYPE(BIGINT, .nullable = 1), m.opt_big.present && m.opt_big.value == 5);
	GIVES("5::int2", TYPE(BIGINT, .nullable = 1), m.opt_big.present && m.opt_big.value == 5);
	GIVES("NULL::int8", TYPE(BIGINT, .nullable = 1), !m.opt_big.present && m.opt_big.value == 0);
	GIVES("NULL", TYPE(BIGINT, .nullable = 1), !m.opt_big.present);
	GIVES("NULL::int2", TYPE(SMALLINT, .nullable = 1), !m.opt_small.present);
	GIVES("NULL::int4", TYPE(INTEGER, .nullable = 1), !m.opt_integer.present);
	GIVES("true", TYPE(BOOLEAN, .nullable = 1), m.opt_boolean.present && m.opt_boolean.value);
	GIVES("NULL::bool", TYPE(BOOLEAN, .nullable = 1), !m.opt_boolean.present);
	REFUSED("4294967301", TYPE(INTEGER), CQ_OUT_OF_RANGE, "row 1, Row.field: 4294967301 does not fit INTEGER");
	REFUSED("-32769", TYPE(SMALLINT), CQ_OUT_OF_RANGE, "row 1, Row.field: -32769 does not fit SMALLINT");
	REFUSED("2", TYPE(BOOLEAN), CQ_OUT_OF_RANGE, "row 1, Row.field: 2 does not fit BOOLEAN");
	REFUSED("1e30::numeric", TYPE(BIGINT), CQ_OUT_OF_RANGE, "row 1, Row.field: 1000000000000000000000000000000 does not fit BIGINT");
	REFUSED("70000::numeric", TYPE(SMALLINT), CQ_OUT_OF_RANGE, "row 1, Row.field: 70000 does not fit SMALLINT");
	REFUSED("1.5", TYPE(BIGINT), CQ_WRONG_TYPE, "row 1, Row.field: 1.5 stands where BIGINT is read");
	REFUSED("'7'", TYPE(BIGINT), CQ_WRONG_TYPE, "row 1, Row.field: a value of PostgreSQL's type 25 stands where BIGINT is read");
	REFUSED("NULL::int8", TYPE(BIGINT), CQ_NULL_VALUE, "row 1, Row.field: NULL stands in a field that cannot hold it");
	REFUSED("NULL::int4", TYPE(BIGINT), CQ_NULL_VALUE, "row 1, Row.field: NULL stands in a field that cannot hold it");
	REFUSED("NULL::bool", TYPE(BOOLEAN), CQ_NULL_VALUE, "row 1, Row.field: NULL stands in a field that cannot hold it");
}

static void test_other_types(void **state)
{
	NEEDS_SERVER;
	REFUSED("'1.50'::money", TYPE(DECIMAL, .scale = 2), CQ_WRONG_TYPE,
		"Row.field: the result's column \"field\" has PostgreSQL's type 790, which is not read as DECIMAL");
	REFUSED("'12:00+02'::timetz", TYPE(TIME), CQ_WRONG_TYPE,
		"Row.field: the result's column \"field\" has PostgreSQL's type 1266, which is not read as TIME");
	REFUSED("1.5::float8", TYPE(BIGINT), CQ_WRONG_TYPE,
		"Row.field: the result's column \"field\" has PostgreSQL's type 701, which is not read as BIGINT");
	REFUSED("7", TYPE(TEXT), CQ_WRONG_TYPE,
		"Row.field: the result's column \"field\" has PostgreSQL's type 23, which is not read as TEXT");
	REFUSED("'\\x00'::bytea", TYPE(TEXT), CQ_WRONG_TYPE,
		"Row.field: the result's column \"field\" has PostgreSQL's type 17, which is not read as TEXT");
	REFUSED("7", TYPE(DATE), CQ_WRONG_TYPE,
		"Row.field: the result's column \"field\" has PostgreSQL's type 23, which is not read as DATE");
	REFUSED("ARRAY[1]", TYPE(INTEGER), CQ_WRONG_TYPE,
		"Row.field: the result's column \"field\" has PostgreSQL's type 1007, which is not read as INTEGER");
}

static void test_reals(void **state)
{
	NEEDS_SERVER;
	GIVES("2.5::float8", TYPE(DOUBLE), m.number == 2.5);
	GIVES("0.1::float4", TYPE(DOUBLE), m.number == (double)0.1f);
	GIVES("3", TYPE(DOUBLE), m.number == 3.0);
	GIVES("9007199254740992", TYPE(DOUBLE), m.number == 9007199254740992.0);
	GIVES("'NaN'::float8", TYPE(DOUBLE), isnan(m.number));
	GIVES("'-Infinity'::float8", TYPE(DOUBLE), isinf(m.number) && m.number < 0);
	GIVES("0.1::numeric", TYPE(DOUBLE), m.number == 0.1);
	GIVES("'NaN'::numeric", TYPE(DOUBLE), isnan(m.number));
	GIVES("1e308::numeric", TYPE(DOUBLE), m.number == 1e308);
	GIVES("0.1::float4", TYPE(REAL), m.real == 0.1f);
	GIVES("0.5::float8", TYPE(REAL), m.real == 0.5f);
	GIVES("'Infinity'::float8", TYPE(REAL), isinf(m.real));
	GIVES("0.5::float4", TYPE(REAL, .nullable = 1), m.opt_real.present && m.opt_real.value == 0.5f);
	GIVES("2.5::float8", TYPE(DOUBLE, .nullable = 1), m.opt_number.present && m.opt_number.value == 2.5);
	GIVES("NULL::float8", TYPE(DOUBLE, .nullable = 1), !m.opt_number.present);
	REFUSED("1e39::float8", TYPE(REAL), CQ_OUT_OF_RANGE, "row 1, Row.field: 1e+39 does not fit REAL");
	REFUSED("9007199254740993", TYPE(DOUBLE), CQ_OUT_OF_RANGE, "row 1, Row.field: 9007199254740993 does not fit DOUBLE");
	REFUSED("('1' || repeat('0', 400))::numeric", TYPE(DOUBLE), CQ_OUT_OF_RANGE,
		"row 1, Row.field: 1000000000000000000000000000000000000000000000000000000000000... does not fit DOUBLE");
}

#define IS_DECIMAL(c, s) (m.decimal.coefficient == (c) && m.decimal.scale == (s))

static void test_decimals(void **state)
{
	NEEDS_SERVER;
	GIVES("12.50::numeric(10, 2)", TYPE(DECIMAL, .scale = 2), IS_DECIMAL(1250, 2));
	GIVES("12.5", TYPE(DECIMAL, .scale = 2), IS_DECIMAL(1250, 2));
	GIVES("0.125", TYPE(DECIMAL, .scale = 2), IS_DECIMAL(13, 2));
	GIVES("7", TYPE(DECIMAL, .scale = 2), IS_DECIMAL(700, 2));
	GIVES("7::int8", TYPE(DECIMAL, .scale = 2, .storage = CQ_STORAGE_INTEGER), IS_DECIMAL(7, 2));
	GIVES("2328.59999999996::float8", TYPE(DECIMAL, .scale = 2), IS_DECIMAL(232860, 2));
	GIVES("'-0.99'", TYPE(DECIMAL, .scale = 2, .storage = CQ_STORAGE_TEXT), IS_DECIMAL(-99, 2));
	GIVES("(SELECT avg(n) FROM (VALUES (1), (2), (2)) AS t(n))", TYPE(DECIMAL, .scale = 6), IS_DECIMAL(1666667, 6));
	GIVES("1.00000001", TYPE(DECIMAL, .scale = 8, .nullable = 1), m.opt_decimal.present && m.opt_decimal.value.coefficient == 100000001);
	GIVES("NULL::numeric", TYPE(DECIMAL, .nullable = 1), !m.opt_decimal.present);
	REFUSED("'NaN'::numeric", TYPE(DECIMAL), CQ_OUT_OF_RANGE, "row 1, Row.field: NaN does not fit DECIMAL");
	REFUSED("12345678901234567.89", TYPE(DECIMAL, .scale = 2), CQ_OUT_OF_RANGE,
		"row 1, Row.field: 12345678901234567.89 does not fit DECIMAL");
	REFUSED("9223372036854775807", TYPE(DECIMAL, .scale = 2), CQ_OUT_OF_RANGE,
		"row 1, Row.field: 9223372036854775807 does not fit DECIMAL");
	REFUSED("'x'", TYPE(DECIMAL), CQ_WRONG_TYPE, "row 1, Row.field: \"x\" is no DECIMAL");
	REFUSED("'Infinity'::float8", TYPE(DECIMAL), CQ_OUT_OF_RANGE, "row 1, Row.field: inf does not fit DECIMAL");
}

static void test_texts(void **state)
{
	NEEDS_SERVER;
	GIVES("'it''s'", TYPE(TEXT), strcmp(m.text, "it's") == 0);
	GIVES("''", TYPE(TEXT), strcmp(m.text, "") == 0);
	GIVES("'seven77'::varchar", TYPE(VARCHAR), strcmp(m.text, "seven77") == 0);
	GIVES("'ab'::char(4)", TYPE(CHAR), strcmp(m.text, "ab  ") == 0);
	GIVES("'pg_class'::name", TYPE(TEXT), strcmp(m.text, "pg_class") == 0);
	GIVES("U&'\\00e4'", TYPE(TEXT), strcmp(m.text, "\xc3\xa4") == 0);
	GIVES("'glad'::pg_temp.mood", TYPE(TEXT), strcmp(m.text, "glad") == 0);
	GIVES("'{\"a\": 1}'::json", TYPE(JSON), strcmp(m.text, "{\"a\": 1}") == 0);
	GIVES("'{\"a\":1}'::jsonb", TYPE(JSON), strcmp(m.text, "{\"a\": 1}") == 0);
	GIVES("'{}'::jsonb", TYPE(TEXT), strcmp(m.text, "{}") == 0);
	GIVES("NULL::text", TYPE(TEXT, .nullable = 1), m.text == NULL);
	GIVES("NULL::jsonb", TYPE(JSON, .nullable = 1), m.text == NULL);
	GIVES("''", TYPE(TEXT, .nullable = 1), m.text != NULL && *m.text == '\0');
	GIVES("'\\x610062'::bytea", TYPE(BYTES), m.bytes.size == 3 && memcmp(m.bytes.data, "a\0b", 3) == 0);
	GIVES("'\\x'::bytea", TYPE(BYTES), m.bytes.size == 0 && m.bytes.data != NULL);
	GIVES("NULL::bytea", TYPE(BYTES, .nullable = 1), m.bytes.data == NULL);
	REFUSED("NULL::text", TYPE(TEXT), CQ_NULL_VALUE, "row 1, Row.field: NULL stands in a field that cannot hold it");
	REFUSED("NULL::bytea", TYPE(BYTES), CQ_NULL_VALUE, "row 1, Row.field: NULL stands in a field that cannot hold it");
	REFUSED("'text'", TYPE(BYTES), CQ_WRONG_TYPE, "row 1, Row.field: a value of PostgreSQL's type 25 stands where BYTES is read");
}

static void test_a_type_that_is_no_text(void **state)
{
	NEEDS_SERVER;
	member m;
	PGresult *const made = PQexec(kit_server, "DROP TYPE IF EXISTS pg_temp.pair; CREATE TYPE pg_temp.pair AS (a int, b int)");
	PQclear(made);
	assert_int_equal(decode_one("ROW(1, 2)::pg_temp.pair", TYPE(TEXT), &m), CQ_WRONG_TYPE);
	assert_non_null(strstr(last_message, "is no text"));
	assert_int_equal(decode_one("ROW(1, 2)::pg_temp.pair", TYPE(ENUM, .labels = &mood), &m), CQ_WRONG_TYPE);
}

static void test_dates(void **state)
{
	NEEDS_SERVER;
	GIVES("'2024-02-29'::date", TYPE(DATE), m.date.days == 19782);
	GIVES("'infinity'::date", TYPE(DATE), m.date.days == INT32_MAX);
	GIVES("'-infinity'::date", TYPE(DATE), m.date.days == INT32_MIN);
	GIVES("'4714-11-24 BC'::date", TYPE(DATE), m.date.days == -2440588);
	GIVES("'5874897-12-31'::date", TYPE(DATE), m.date.days == 2145042905);
	GIVES("'2024-02-29 00:00'::timestamp", TYPE(DATE), m.date.days == 19782);
	GIVES("'infinity'::timestamptz", TYPE(DATE), m.date.days == INT32_MAX);
	GIVES("'2024-02-29'", TYPE(DATE, .storage = CQ_STORAGE_TEXT), m.date.days == 19782);
	GIVES("'2024-02-29 00:00:00'", TYPE(DATE), m.date.days == 19782);
	GIVES("5::int8", TYPE(DATE, .storage = CQ_STORAGE_INTEGER), m.date.days == 5);
	GIVES("'2024-02-29'::date", TYPE(DATE, .nullable = 1), m.opt_date.present && m.opt_date.value.days == 19782);
	GIVES("NULL::date", TYPE(DATE, .nullable = 1), !m.opt_date.present);
	REFUSED("'2024-02-29 01:00'::timestamptz", TYPE(DATE), CQ_WRONG_TYPE,
		"row 1, Row.field: a timestamp that is not midnight stands where DATE is read");
	REFUSED("'2024-02-30'", TYPE(DATE), CQ_WRONG_TYPE, "row 1, Row.field: \"2024-02-30\" is no DATE");
	REFUSED("5000000000", TYPE(DATE, .storage = CQ_STORAGE_INTEGER), CQ_OUT_OF_RANGE, "row 1, Row.field: 5000000000 does not fit DATE");
}

static void test_times(void **state)
{
	NEEDS_SERVER;
	GIVES("'24:00:00'::time", TYPE(TIME), m.time.microseconds == 86400000000);
	GIVES("'01:02:03.000004'::time", TYPE(TIME, .nullable = 1), m.opt_time.value.microseconds == 3723000004);
	GIVES("'01:02'", TYPE(TIME), m.time.microseconds == 3720000000);
	GIVES("5::int8", TYPE(TIME, .storage = CQ_STORAGE_INTEGER), m.time.microseconds == 5);
	GIVES("'1970-01-01 00:00:00.000001+00'::timestamptz", TYPE(TIMESTAMP), m.timestamp.microseconds == 1);
	GIVES("'1970-01-01 02:00:00+02'::timestamptz", TYPE(TIMESTAMP), m.timestamp.microseconds == 0);
	GIVES("'1970-01-01 00:00:01'::timestamp", TYPE(TIMESTAMP), m.timestamp.microseconds == 1000000);
	GIVES("'infinity'::timestamptz", TYPE(TIMESTAMP), m.timestamp.microseconds == INT64_MAX);
	GIVES("'-infinity'::timestamptz", TYPE(TIMESTAMP), m.timestamp.microseconds == INT64_MIN);
	GIVES("'4714-11-24 00:00:00+00 BC'::timestamptz", TYPE(TIMESTAMP), m.timestamp.microseconds == INT64_C(-210866803200000000));
	GIVES("'1970-01-02'::date", TYPE(TIMESTAMP), m.timestamp.microseconds == 86400000000);
	GIVES("'infinity'::date", TYPE(TIMESTAMP), m.timestamp.microseconds == INT64_MAX);
	GIVES("'1970-01-01T00:00:01Z'", TYPE(TIMESTAMP), m.timestamp.microseconds == 1000000);
	GIVES("5::int8", TYPE(TIMESTAMP, .storage = CQ_STORAGE_INTEGER), m.timestamp.microseconds == 5);
	GIVES("NULL::timestamptz", TYPE(TIMESTAMP, .nullable = 1), !m.opt_timestamp.present);
	GIVES("'infinity'::timestamptz", TYPE(TIMESTAMP, .nullable = 1), m.opt_timestamp.present && m.opt_timestamp.value.microseconds == INT64_MAX);
	GIVES("'P1Y2M-3DT4.000005S'::interval", TYPE(INTERVAL),
		m.interval.months == 14 && m.interval.days == -3 && m.interval.microseconds == 4000005);
	GIVES("'P2W'", TYPE(INTERVAL, .nullable = 1), m.opt_interval.present && m.opt_interval.value.days == 14);
	REFUSED("-1", TYPE(TIME, .storage = CQ_STORAGE_INTEGER), CQ_OUT_OF_RANGE, "row 1, Row.field: -1 does not fit TIME");
	REFUSED("'294276-12-31 23:59:59+00'::timestamptz", TYPE(TIMESTAMP), CQ_OUT_OF_RANGE,
		"row 1, Row.field: a moment so far away does not fit TIMESTAMP");
	REFUSED("'soon'", TYPE(TIMESTAMP), CQ_WRONG_TYPE, "row 1, Row.field: \"soon\" is no TIMESTAMP");
	REFUSED("'5874897-12-31'::date", TYPE(TIMESTAMP), CQ_OUT_OF_RANGE, "row 1, Row.field: a date so far away does not fit TIMESTAMP");
}

static void test_uuids_and_enums(void **state)
{
	NEEDS_SERVER;
	static const uint8_t bytes[16] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 };
#define IS_UUID(value) (memcmp((value).bytes, bytes, 16) == 0)
	GIVES("'01020304-0506-0708-090a-0b0c0d0e0f10'::uuid", TYPE(UUID), IS_UUID(m.uuid));
	GIVES("'01020304-0506-0708-090a-0b0c0d0e0f10'", TYPE(UUID), IS_UUID(m.uuid));
	GIVES("'\\x0102030405060708090a0b0c0d0e0f10'::bytea", TYPE(UUID, .storage = CQ_STORAGE_BYTES), IS_UUID(m.uuid));
	GIVES("'01020304-0506-0708-090a-0b0c0d0e0f10'::uuid", TYPE(UUID, .nullable = 1), m.opt_uuid.present && IS_UUID(m.opt_uuid.value));
	GIVES("NULL::uuid", TYPE(UUID, .nullable = 1), !m.opt_uuid.present);
	REFUSED("'\\x01'::bytea", TYPE(UUID), CQ_WRONG_TYPE, "row 1, Row.field: a UUID has 16 bytes");
	REFUSED("'x'", TYPE(UUID), CQ_WRONG_TYPE, "row 1, Row.field: \"x\" is no UUID");
	GIVES("'sad'", TYPE(ENUM, .labels = &mood), m.label == 7);
	GIVES("'sad'::pg_temp.mood", TYPE(ENUM, .labels = &mood), m.label == 7);
	GIVES("1", TYPE(ENUM, .labels = &mood), m.label == 1);
	GIVES("'glad'", TYPE(ENUM, .labels = &mood, .nullable = 1), m.opt_label.present && m.opt_label.value == 1);
	REFUSED("'so-so'::pg_temp.mood", TYPE(ENUM, .labels = &mood), CQ_WRONG_TYPE, "row 1, Row.field: \"so-so\" is no label of enum Mood");
	REFUSED("'sa'", TYPE(ENUM, .labels = &mood), CQ_WRONG_TYPE, "row 1, Row.field: \"sa\" is no label of enum Mood");
	REFUSED("''", TYPE(ENUM, .labels = &mood), CQ_WRONG_TYPE, "row 1, Row.field: \"\" is no label of enum Mood");
	REFUSED("2", TYPE(ENUM, .labels = &mood), CQ_OUT_OF_RANGE, "row 1, Row.field: 2 is no value of enum Mood");
	REFUSED("'sad'", TYPE(ENUM), CQ_MISUSE, "row 1, Row.field: the field's enum is not known");
}

typedef struct pair {
	int32_t number;
	const char *name;
} pair;

static void test_lists(void **state)
{
	NEEDS_SERVER;
	static const cq_row_field fields[] = {
		{ .name = "number", .offset = offsetof(pair, number), .type = CQ_TYPE_INTEGER },
		{ .name = "name", .offset = offsetof(pair, name), .type = CQ_TYPE_TEXT, .nullable = 1 },
	};
	static const cq_row_type pairs = { .name = "Pair", .fields = fields, .count = 2, .size = sizeof(pair) };
	GIVES("'[[1, \"one\"], [2, null]]'::json", TYPE(LIST, .rows = &pairs), m.list.count == 2 &&
		((const pair *)m.list.items)[0].number == 1 && strcmp(((const pair *)m.list.items)[0].name, "one") == 0 &&
		((const pair *)m.list.items)[1].name == NULL);
	GIVES("'[]'::jsonb", TYPE(LIST, .rows = &pairs), m.list.count == 0);
	member m;
	assert_int_equal(decode_one("'[[1]]'::json", TYPE(LIST, .rows = &pairs), &m), CQ_WRONG_TYPE);
	assert_non_null(strstr(last_message, "Pair"));
}

/* ---- nonsense --------------------------------------------------------------------------------------------------- */

/* A result of one column and some rows of random bytes, as no server would send it. */
static PGresult *make_garbage(Oid type, int rows)
{
	PGresult *const result = PQmakeEmptyPGresult(NULL, PGRES_TUPLES_OK);
	char name[] = "field";
	PGresAttDesc column = { .name = name, .format = 1, .typid = type, .typlen = -1, .atttypmod = -1 };
	assert_int_equal(PQsetResultAttrs(result, 1, &column), 1);
	for (int i = 0; i < rows; i++) {
		char bytes[40];
		for (size_t j = 0; j < sizeof bytes; j++)
			bytes[j] = (char)(kit_random() >> 11);
		const int length = (int)(kit_random() % 30);
		/* A numeric's head that is right leads further in. */
		if (type == CQ__OID_NUMERIC && length >= 8 && kit_random() % 2 == 0) {
			memset(bytes, 0, 8);
			bytes[1] = (char)((length - 8) / 2);
			bytes[3] = (char)(kit_random() % 8);
		}
		assert_int_equal(PQsetvalue(result, i, 0, kit_random() % 8 == 0 ? NULL : bytes, length), 1);
	}
	return result;
}

static void test_garbage(void **state)
{
	(void)state;
	static const Oid types[] = { CQ__OID_BOOL, CQ__OID_BYTEA, CQ__OID_INT8, CQ__OID_INT2, CQ__OID_INT4, CQ__OID_TEXT, CQ__OID_OID, CQ__OID_JSON,
		CQ__OID_FLOAT4, CQ__OID_FLOAT8, CQ__OID_BPCHAR, CQ__OID_DATE, CQ__OID_TIME, CQ__OID_TIMESTAMP, CQ__OID_TIMESTAMPTZ, CQ__OID_INTERVAL,
		CQ__OID_NUMERIC, CQ__OID_UUID, CQ__OID_JSONB, CQ__OID_FIRST_OWN };
	static const cq_row_field field = { .name = "n", .type = CQ_TYPE_INTEGER };
	static const cq_row_type rows = { .name = "Pair", .fields = &field, .count = 1, .size = 4 };
	unsigned decoded = 0, refused = 0;
	for (size_t t = 0; t < COUNT(types); t++) {
		for (uint8_t to = CQ_TYPE_BOOLEAN; to < CQ_TYPE_COUNT; to++) {
			for (int round = 0; round < 40; round++) {
				const cq__decode column = { .type = to, .nullable = round % 2 != 0 && to != CQ_TYPE_LIST, .scale = 4, .labels = &mood, .rows = &rows,
					.storage = round % 3 == 0 ? CQ_STORAGE_INTEGER : CQ_STORAGE_NATURAL, .name = "field" };
				const cq__decode_plan plan = { .row_size = sizeof(member), .column_count = 1, .result_columns = 1, .columns = &column };
				PGresult *const result = make_garbage(types[t], 1 + round % 3);
				cq__pg_decoder decoder = { 0 };
				cq__request request = { .plan = &plan, .sink = CQ__SINK_ARRAY };
				const cq_status status = decode_all(&decoder, result, &request);
				decoded += status == CQ_OK;
				refused += status != CQ_OK;
				assert_true(status != CQ_NO_MEMORY);
				cq__pg_decoder_release(&decoder);
				PQclear(result);
			}
		}
	}
	assert_true(decoded > 500 && refused > 5000);
}

/* ---- there and back ---------------------------------------------------------------------------------------------- */

/* Sends a value and reads it as it came back, and as the server writes it. */
static void send_and_read(const cq__bind *bind, const cq_value *value, const char *sql, const cq__decode *column, member *out,
	char text[256])
{
	static cq__pg_encoder encoder;
	cq__error error = { 0 };
	const cq__text given = { .bind_count = 1, .binds = bind };
	const Oid type = cq__pg_parameter_type(bind);
	cq__decode columns[] = { *column, { .column = 1, .offset = sizeof *out, .type = CQ_TYPE_TEXT, .name = "text" } };
	const cq__decode_plan plan = { .row_size = sizeof *out + sizeof(char *), .column_count = 2, .result_columns = 2, .columns = columns };
	assert_int_equal(cq__pg_encode_begin(&encoder, &error, 1), CQ_OK);
	if (cq__pg_encode_values(&encoder, &given, value) != CQ_OK)
		fail_msg("%s", cq__error_get(&error)->message);
	PGresult *const result = kit_rows(sql, &encoder, &type);
	cq__pg_decoder decoder = { 0 };
	cq__request request = { .plan = &plan, .sink = CQ__SINK_FIRST };
	if (decode_all(&decoder, result, &request) != CQ_OK)
		fail_msg("%s", last_message);
	memcpy(out, request.items, sizeof *out);
	(void)snprintf(text, 256, "%s", *(const char *const *)(const void *)((const char *)request.items + sizeof *out));
	cq__pg_decoder_release(&decoder);
	cq__pg_encoder_release(&encoder);
	PQclear(result);
}

enum { ROUNDS = 400 };

static void test_random_numbers(void **state)
{
	NEEDS_SERVER;
	for (int i = 0; i < ROUNDS; i++) {
		member m;
		char text[256], expected[64];
		const int64_t number = kit_random_integer();
		cq_value value = { .integer = number };
		send_and_read(&(cq__bind)FROM(BIGINT, BIGINT), &value, "SELECT $1, $1::text", &TYPE(BIGINT), &m, text);
		(void)snprintf(expected, sizeof expected, "%lld", (long long)number);
		assert_true(m.big == number);
		assert_string_equal(text, expected);
		value.integer = (int32_t)number;
		send_and_read(&(cq__bind)FROM(INTEGER, INTEGER), &value, "SELECT $1, $1::text", &TYPE(BIGINT), &m, text);
		(void)snprintf(expected, sizeof expected, "%d", (int)(int32_t)number);
		assert_true(m.big == (int32_t)number);
		assert_string_equal(text, expected);
		const uint64_t bits = kit_random();
		memcpy(&value.real, &bits, sizeof bits);
		if (isnan(value.real))
			continue;
		send_and_read(&(cq__bind)FROM(DOUBLE, DOUBLE), &value, "SELECT $1, $1::text", &TYPE(DOUBLE), &m, text);
		assert_memory_equal(&m.number, &value.real, sizeof(double));
		assert_true(strtod(text, NULL) == value.real);
	}
}

static void test_random_decimals(void **state)
{
	NEEDS_SERVER;
	for (int i = 0; i < ROUNDS; i++) {
		member m;
		char text[256], expected[CQ_DECIMAL_TEXT];
		const uint8_t scale = (uint8_t)(kit_random() % 19);
		const cq_value value = { .decimal = { kit_random_integer() % INT64_C(1000000000000000000), scale } };
		send_and_read(&(cq__bind)FROM(DECIMAL, DECIMAL, ASSIGN, .scale = scale), &value, "SELECT $1, $1::text", &TYPE(DECIMAL, .scale = scale), &m, text);
		assert_true(m.decimal.coefficient == value.decimal.coefficient && m.decimal.scale == scale);
		assert_string_equal(text, cq_decimal_format(value.decimal, expected));
	}
}

static void test_random_moments(void **state)
{
	NEEDS_SERVER;
	static const int64_t first = INT64_C(-62135596800000000), last = INT64_C(253402300800000000);
	for (int i = 0; i < ROUNDS; i++) {
		member m;
		char text[256], expected[CQ_TIMESTAMP_TEXT];
		cq_value value = { .integer = first + (int64_t)(kit_random() % (uint64_t)(last - first)) };
		send_and_read(&(cq__bind)FROM(TIMESTAMP, TIMESTAMP), &value,
			"SELECT $1, to_char($1, 'YYYY-MM-DD HH24:MI:SS.US')", &TYPE(TIMESTAMP), &m, text);
		assert_true(m.timestamp.microseconds == value.integer);
		assert_string_equal(text, cq_timestamp_format(m.timestamp, expected));
		value.integer /= 86400000000;
		send_and_read(&(cq__bind)FROM(DATE, DATE), &value, "SELECT $1, to_char($1, 'YYYY-MM-DD')", &TYPE(DATE), &m, text);
		assert_true(m.date.days == value.integer);
		assert_string_equal(text, cq_date_format(m.date, expected));
		value.integer = (int64_t)(kit_random() % 86400000000);
		send_and_read(&(cq__bind)FROM(TIME, TIME), &value, "SELECT $1, to_char($1, 'HH24:MI:SS.US')", &TYPE(TIME), &m, text);
		assert_true(m.time.microseconds == value.integer);
		assert_string_equal(text, cq_time_format(m.time, expected));
		/* Far away, too. */
		value.integer = INT64_C(-210866803200000000) + (int64_t)(kit_random() >> 1);
		send_and_read(&(cq__bind)FROM(TIMESTAMP, TIMESTAMP), &value, "SELECT $1, $1::text", &TYPE(TIMESTAMP), &m, text);
		assert_true(m.timestamp.microseconds == value.integer);
	}
}

/* Small enough for each unit to be printed as it is. */
static void test_random_intervals(void **state)
{
	NEEDS_SERVER;
	for (int i = 0; i < ROUNDS; i++) {
		member m;
		char text[256];
		cq_interval back;
		const cq_value value = { .interval = { (int32_t)kit_random_integer(), (int32_t)kit_random_integer(),
			(int64_t)(kit_random() >> 16) - (INT64_C(1) << 47) } };
		send_and_read(&(cq__bind)FROM(INTERVAL, INTERVAL), &value, "SELECT $1, $1::text", &TYPE(INTERVAL), &m, text);
		assert_memory_equal(&m.interval, &value.interval, sizeof m.interval);
		assert_int_equal(cq_interval_parse(text, &back), CQ_OK);
		assert_memory_equal(&back, &value.interval, sizeof back);
		/* And the text that a column with STORED_AS(TEXT) has is one that the server reads. */
		char own[CQ_INTERVAL_TEXT];
		(void)cq_interval_format(value.interval, own);
		const cq_value given = { .text = own };
		send_and_read(&(cq__bind)FROM(TEXT, NONE), &given, "SELECT $1::interval, ''::text", &TYPE(INTERVAL), &m, text);
		assert_memory_equal(&m.interval, &value.interval, sizeof m.interval);
	}
}

static void test_random_bytes(void **state)
{
	NEEDS_SERVER;
	for (int i = 0; i < ROUNDS; i++) {
		member m;
		unsigned char bytes[100];
		char text[256], hex[256];
		for (size_t j = 0; j < sizeof bytes; j++)
			bytes[j] = (unsigned char)kit_random();
		cq_value value = { .bytes = { bytes, kit_random() % sizeof bytes } };
		send_and_read(&(cq__bind)FROM(BYTES, BYTES), &value, "SELECT $1, encode($1, 'hex')", &TYPE(BYTES), &m, text);
		kit_hex(bytes, value.bytes.size, hex);
		assert_int_equal(m.bytes.size, value.bytes.size);
		assert_memory_equal(m.bytes.data, bytes, value.bytes.size);
		assert_string_equal(text, hex);
		cq_uuid uuid;
		memcpy(uuid.bytes, bytes, sizeof uuid.bytes);
		value = (cq_value){ .uuid = uuid };
		send_and_read(&(cq__bind)FROM(UUID, UUID), &value, "SELECT $1, $1::text", &TYPE(UUID), &m, text);
		assert_memory_equal(&m.uuid, &uuid, sizeof uuid);
		assert_string_equal(text, cq_uuid_format(uuid, hex));
	}
}

static void test_random_texts(void **state)
{
	NEEDS_SERVER;
	for (int i = 0; i < ROUNDS; i++) {
		member m;
		char given[200], text[256];
		size_t length = 0;
		for (size_t wanted = kit_random() % 40; wanted != 0; wanted--) {
			/* One, two, three or four bytes. */
			static const char *const others[] = { "\xc3\xa4", "\xe2\x82\xac", "\xf0\x9f\x98\x80", "\\", "'", "\"", "%", "_", "!" };
			const uint64_t random = kit_random();
			if (random % 3 != 0)
				given[length++] = (char)(1 + random / 3 % 127);
			else
				length += (size_t)snprintf(given + length, 5, "%s", others[random / 3 % COUNT(others)]);
		}
		given[length] = '\0';
		const cq_value value = { .text = given };
		send_and_read(&(cq__bind)FROM(TEXT, TEXT), &value, "SELECT $1::text, $1::text", &TYPE(TEXT), &m, text);
		assert_string_equal(text, given);
		assert_string_equal(m.text, given);
		/* A pattern of a text finds that text, and not another. */
		const cq_value same = { .text = given };
		send_and_read(&(cq__bind)FROM(TEXT, TEXT, .use = CQ__BIND_INFIX), &same, "SELECT 'a', $1::text", &TYPE(TEXT), &m, text);
		const char *const params[] = { given, text };
		PGresult *const result = PQexecParams(kit_server, "SELECT 'x' || $1::text || 'y' LIKE $2::text ESCAPE '!'", 2, NULL, params, NULL, NULL, 0);
		assert_string_equal(PQgetvalue(result, 0, 0), "t");
		PQclear(result);
	}
}

/* An array of random numbers: each comes back, in order. */
static void test_random_arrays(void **state)
{
	NEEDS_SERVER;
	static const cq__decode column = { .type = CQ_TYPE_BIGINT, .name = "n" };
	static const cq__decode_plan plan = { .row_size = 8, .column_count = 1, .result_columns = 1, .columns = &column, .complete = true };
	for (int i = 0; i < 50; i++) {
		int64_t numbers[300];
		const size_t count = kit_random() % COUNT(numbers);
		for (size_t j = 0; j < count; j++)
			numbers[j] = kit_random_integer();
		const cq__bind bind = FROM(BIGINT, BIGINT, OF);
		const cq_value value = { .bytes = { numbers, count } };
		const cq__text text = { .bind_count = 1, .binds = &bind };
		const Oid type = cq__pg_parameter_type(&bind);
		cq__pg_encoder encoder = { 0 };
		assert_int_equal(cq__pg_encode_begin(&encoder, NULL, 1), CQ_OK);
		assert_int_equal(cq__pg_encode_values(&encoder, &text, &value), CQ_OK);
		PGresult *const result = kit_rows("SELECT * FROM unnest($1)", &encoder, &type);
		cq__pg_decoder decoder = { 0 };
		cq__request request = { .plan = &plan, .sink = CQ__SINK_ARRAY };
		assert_int_equal(decode_all(&decoder, result, &request), CQ_OK);
		assert_int_equal(request.item_count, count);
		if (count != 0)
			assert_memory_equal(request.items, numbers, count * sizeof *numbers);
		cq__pg_decoder_release(&decoder);
		cq__pg_encoder_release(&encoder);
		PQclear(result);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_integers, no_message),
		cmocka_unit_test_setup(test_other_types, no_message),
		cmocka_unit_test_setup(test_reals, no_message),
		cmocka_unit_test_setup(test_decimals, no_message),
		cmocka_unit_test_setup(test_texts, no_message),
		cmocka_unit_test_setup(test_a_type_that_is_no_text, no_message),
		cmocka_unit_test_setup(test_dates, no_message),
		cmocka_unit_test_setup(test_times, no_message),
		cmocka_unit_test_setup(test_uuids_and_enums, no_message),
		cmocka_unit_test_setup(test_lists, no_message),
		cmocka_unit_test_setup(test_garbage, no_message),
		cmocka_unit_test_setup(test_random_numbers, no_message),
		cmocka_unit_test_setup(test_random_decimals, no_message),
		cmocka_unit_test_setup(test_random_moments, no_message),
		cmocka_unit_test_setup(test_random_intervals, no_message),
		cmocka_unit_test_setup(test_random_bytes, no_message),
		cmocka_unit_test_setup(test_random_texts, no_message),
		cmocka_unit_test_setup(test_random_arrays, no_message),
	};
	return kit_result(cmocka_run_group_tests(tests, kit_connect, close_all));
}
