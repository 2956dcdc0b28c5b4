/* unit/driver_postgres_numeric_test.c: PostgreSQL's numeric: known bytes, and the server's own word on many numbers. */
#include "driver_postgres_kit.h"

#include "base/text.h"

#include <math.h>

static void check_bytes(const unsigned char *bytes, int size, const char *expected)
{
	char hex[128];
	kit_hex(bytes, (size_t)size, hex);
	assert_string_equal(hex, expected);
}

static void test_bytes_of_decimals(void **state)
{
	(void)state;
	static const struct {
		cq_decimal number;
		const char *bytes;
	} cases[] = {
		{ { 1, 4 }, "0001ffff000000040001" },
		{ { 1, 9 }, "0001fffd0000000903e8" },
		{ { 0, 4 }, "0000000000000004" },
		{ { 0, 0 }, "0000000000000000" },
		{ { 1, 0 }, "00010000000000000001" },
		{ { -1, 0 }, "00010000400000000001" },
		{ { 99, 2 }, "0001ffff0000000226ac" },
		{ { 100000001, 8 }, "0003000000000008000100000001" },
		{ { 10000, 0 }, "00010001000000000001" },
		{ { 123456789, 2 }, "0003000100000002007b11d722c4" },
		{ { 1250, 2 }, "000200000000000200" "0c1388" },
		{ { 999999999999999999, 18 }, "0005ffff00000012270f270f270f270f26ac" },
		{ { 999999999999999999, 0 }, "00050004000000000063270f270f270f270f" },
		{ { INT64_MIN, 0 }, "0005000440000000039a0d2c0170156516b0" },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		unsigned char bytes[CQ__NUMERIC_BYTES];
		const int size = cq__numeric_of_decimal(cases[i].number, bytes);
		check_bytes(bytes, size, cases[i].bytes);
	}
}

static void test_bytes_of_doubles(void **state)
{
	(void)state;
	static const struct {
		double number;
		const char *bytes;
	} cases[] = {
		{ 0.0001, "0001ffff000000040001" },
		{ 1e-9, "0001fffd0000000903e8" },
		{ 0, "0000000000000000" },
		{ -2.5, "00020000400000010002" "1388" },
		{ 1e20, "00010005000000000001" },
		{ 1e300, "0001004b000000000001" },
		{ (double)NAN, "00000000c0000000" },
		{ (double)INFINITY, "00000000d0000000" },
		{ -(double)INFINITY, "00000000f0000000" },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		unsigned char bytes[CQ__NUMERIC_BYTES];
		const int size = cq__numeric_of_double(cases[i].number, bytes);
		check_bytes(bytes, size, cases[i].bytes);
	}
}

/* A numeric of digits to the base 10,000. */
static cq__numeric number_of(const unsigned char *bytes, int size)
{
	cq__numeric number;
	assert_true(cq__numeric_read(bytes, size, &number));
	return number;
}

static void test_what_is_no_numeric(void **state)
{
	(void)state;
	cq__numeric number;
	static const unsigned char short_header[] = { 0, 0, 0, 0, 0, 0, 0 };
	static const unsigned char missing_digit[] = { 0, 2, 0, 0, 0, 0, 0, 0, 0, 1 };
	static const unsigned char too_long[] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 };
	static const unsigned char large_digit[] = { 0, 1, 0, 0, 0, 0, 0, 0, 0x27, 0x10 };
	static const unsigned char odd_sign[] = { 0, 0, 0, 0, 0x80, 0, 0, 0 };
	static const unsigned char negative_count[] = { 0xff, 0xff, 0, 0, 0, 0, 0, 0 };
	assert_false(cq__numeric_read(short_header, sizeof short_header, &number));
	assert_false(cq__numeric_read(missing_digit, sizeof missing_digit, &number));
	assert_false(cq__numeric_read(too_long, sizeof too_long, &number));
	assert_false(cq__numeric_read(large_digit, sizeof large_digit, &number));
	assert_false(cq__numeric_read(odd_sign, sizeof odd_sign, &number));
	assert_false(cq__numeric_read(negative_count, sizeof negative_count, &number));
}

static void test_weights_at_the_edge(void **state)
{
	(void)state;
	static const unsigned char huge[] = { 0, 1, 0x7f, 0xff, 0, 0, 0, 0, 0, 1 };
	static const unsigned char tiny[] = { 0, 1, 0x80, 0, 0, 0, 0x3f, 0xff, 0, 1 };
	cq_decimal decimal;
	int64_t integer;
	double real;
	char text[CQ__NUMERIC_TEXT];
	cq__numeric number = number_of(huge, sizeof huge);
	assert_int_equal(cq__numeric_to_decimal(&number, 2, &decimal), CQ_OUT_OF_RANGE);
	assert_int_equal(cq__numeric_to_integer(&number, &integer), CQ_OUT_OF_RANGE);
	assert_int_equal(cq__numeric_to_double(&number, &real), CQ_OUT_OF_RANGE);
	assert_true(strlen(cq__numeric_show(&number, text)) < sizeof text);
	number = number_of(tiny, sizeof tiny);
	assert_int_equal(cq__numeric_to_decimal(&number, 18, &decimal), CQ_OK);
	assert_int_equal(decimal.coefficient, 0);
	assert_int_equal(cq__numeric_to_integer(&number, &integer), CQ_WRONG_TYPE);
	assert_true(strlen(cq__numeric_show(&number, text)) < sizeof text);
}

/* ---- the server's word ------------------------------------------------------------------------------------------- */

/* The server's numeric of an expression; the result must be cleared behind its use. */
static PGresult *ask_numeric(const char *expression, cq__numeric *out)
{
	char sql[512];
	(void)snprintf(sql, sizeof sql, "SELECT CAST(%s AS numeric)", expression);
	PGresult *const result = kit_rows(sql, NULL, NULL);
	assert_true(cq__numeric_read(PQgetvalue(result, 0, 0), PQgetlength(result, 0, 0), out));
	return result;
}

static void test_rounding(void **state)
{
	(void)state;
	if (kit_server == NULL)
		skip();
	static const struct {
		const char *number;
		int32_t scale;
		cq_status status;
		int64_t coefficient;
	} cases[] = {
		{ "0.125", 2, CQ_OK, 13 },
		{ "-0.125", 2, CQ_OK, -13 },
		{ "0.1249999999999999999999999", 2, CQ_OK, 12 },
		{ "0.99995", 4, CQ_OK, 10000 },
		{ "12345.00005", 4, CQ_OK, 123450001 },
		{ "12345.00004999", 4, CQ_OK, 123450000 },
		{ "3.3333333333333333333333", 18, CQ_OUT_OF_RANGE, 0 },
		{ "0.3333333333333333333333", 18, CQ_OK, 333333333333333333 },
		{ "0.00000000000000000049", 18, CQ_OK, 0 },
		{ "0.0000000000000000005", 18, CQ_OK, 1 },
		{ "100000000", 0, CQ_OK, 100000000 },
		{ "100000000", 9, CQ_OK, 100000000000000000 },
		{ "100000000", 10, CQ_OUT_OF_RANGE, 0 },
		{ "999999999999999999", 0, CQ_OK, 999999999999999999 },
		{ "999999999999999999.4", 0, CQ_OK, 999999999999999999 },
		{ "999999999999999999.5", 0, CQ_OUT_OF_RANGE, 0 },
		{ "1e40", 0, CQ_OUT_OF_RANGE, 0 },
		{ "9999.5", 0, CQ_OK, 10000 },
		{ "9999.4999", 0, CQ_OK, 9999 },
		{ "'NaN'", 0, CQ_OUT_OF_RANGE, 0 },
		{ "'Infinity'", 0, CQ_OUT_OF_RANGE, 0 },
		{ "0", 5, CQ_OK, 0 },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		cq__numeric number;
		cq_decimal decimal;
		PGresult *const result = ask_numeric(cases[i].number, &number);
		const cq_status status = cq__numeric_to_decimal(&number, cases[i].scale, &decimal);
		if (status != cases[i].status || decimal.coefficient != cases[i].coefficient)
			fail_msg("%s to %d: %s %lld", cases[i].number, (int)cases[i].scale, cq_status_name(status),
				(long long)decimal.coefficient);
		PQclear(result);
	}
}

static void test_whole_numbers(void **state)
{
	(void)state;
	if (kit_server == NULL)
		skip();
	static const struct {
		const char *number;
		cq_status status;
		int64_t whole;
	} cases[] = {
		{ "0", CQ_OK, 0 },
		{ "10000", CQ_OK, 10000 },
		{ "-12340000", CQ_OK, -12340000 },
		{ "1.000", CQ_OK, 1 },
		{ "1.5", CQ_WRONG_TYPE, 0 },
		{ "0.0001", CQ_WRONG_TYPE, 0 },
		{ "9223372036854775807", CQ_OK, INT64_MAX },
		{ "9223372036854775808", CQ_OUT_OF_RANGE, 0 },
		{ "-9223372036854775808", CQ_OK, INT64_MIN },
		{ "-9223372036854775809", CQ_OUT_OF_RANGE, 0 },
		{ "1e30", CQ_OUT_OF_RANGE, 0 },
		{ "'NaN'", CQ_OUT_OF_RANGE, 0 },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		cq__numeric number;
		int64_t whole;
		PGresult *const result = ask_numeric(cases[i].number, &number);
		const cq_status status = cq__numeric_to_integer(&number, &whole);
		if (status != cases[i].status || whole != cases[i].whole)
			fail_msg("%s: %s %lld", cases[i].number, cq_status_name(status), (long long)whole);
		PQclear(result);
	}
}

static void test_shown(void **state)
{
	(void)state;
	if (kit_server == NULL)
		skip();
	static const char *const numbers[] = { "0", "1", "-1.50", "12345.6789", "0.0001", "0.00", "-0.99", "100000000", "1.00000001",
		"10000.0001", "0.12345", "NaN", "Infinity", "-Infinity", "98765432109876543210.5" };
	for (size_t i = 0; i < COUNT(numbers); i++) {
		cq__numeric number;
		char literal[80], text[CQ__NUMERIC_TEXT];
		(void)snprintf(literal, sizeof literal, "'%s'", numbers[i]);
		PGresult *const result = ask_numeric(literal, &number);
		assert_string_equal(cq__numeric_show(&number, text), numbers[i]);
		PQclear(result);
	}
}

/* What the server makes of a numeric that was sent, as text. */
static void check_server_text(const unsigned char *bytes, int size, const char *expected)
{
	const char *const values[] = { (const char *)bytes };
	const int formats[] = { 1 };
	const Oid types[] = { CQ__OID_NUMERIC };
	PGresult *const result = PQexecParams(kit_server, "SELECT CAST($1 AS text)", 1, types, values, &size, formats, 0);
	if (PQresultStatus(result) != PGRES_TUPLES_OK)
		fail_msg("%s: %s", expected, PQresultErrorMessage(result));
	assert_string_equal(PQgetvalue(result, 0, 0), expected);
	PQclear(result);
}

static void test_random_decimals(void **state)
{
	(void)state;
	if (kit_server == NULL)
		skip();
	for (int i = 0; i < 4000; i++) {
		cq_decimal number = { kit_random_integer() % INT64_C(1000000000000000000), (int32_t)(kit_random() % 19) };
		unsigned char bytes[CQ__NUMERIC_BYTES];
		char text[CQ_DECIMAL_TEXT], shown[CQ__NUMERIC_TEXT];
		const int size = cq__numeric_of_decimal(number, bytes);
		assert_true(size <= (int)sizeof bytes);
		check_server_text(bytes, size, cq_decimal_format(number, text));
		const cq__numeric read = number_of(bytes, size);
		assert_string_equal(cq__numeric_show(&read, shown), text);
		cq_decimal back;
		assert_int_equal(cq__numeric_to_decimal(&read, number.scale, &back), CQ_OK);
		assert_memory_equal(&back, &number, sizeof back.coefficient);
		/* To any other scale it is what cquel's own rounding gives. */
		const int32_t scale = (int32_t)(kit_random() % 19);
		cq_decimal rescaled = { 0, 0 }, cut;
		const cq_status expected = cq_decimal_rescale(number, scale, &rescaled);
		assert_int_equal(cq__numeric_to_decimal(&read, scale, &cut), expected);
		assert_int_equal(cut.coefficient, rescaled.coefficient);
		double real;
		assert_int_equal(cq__numeric_to_double(&read, &real), CQ_OK);
		assert_true(real == cq_decimal_to_double(number));
	}
	static const int64_t largest[] = { INT64_MIN, INT64_MAX };
	for (size_t i = 0; i < COUNT(largest); i++) {
		unsigned char bytes[CQ__NUMERIC_BYTES];
		char text[32];
		(void)snprintf(text, sizeof text, "%lld", (long long)largest[i]);
		check_server_text(bytes, cq__numeric_of_decimal((cq_decimal){ largest[i], 0 }, bytes), text);
	}
}

static void test_random_doubles(void **state)
{
	(void)state;
	if (kit_server == NULL)
		skip();
	for (int i = 0; i < 4000; i++) {
		double number;
		const uint64_t bits = kit_random();
		memcpy(&number, &bits, sizeof number);
		if (i % 2 != 0)
			number = (double)kit_random_integer() / 1000;
		if (!isfinite(number))
			continue;
		unsigned char bytes[CQ__NUMERIC_BYTES];
		const int size = cq__numeric_of_double(number, bytes);
		assert_true(size <= (int)sizeof bytes);
		const cq__numeric read = number_of(bytes, size);
		double back;
		assert_int_equal(cq__numeric_to_double(&read, &back), CQ_OK);
		assert_true(back == number);
		/* The server reads the same number. */
		const char *const values[] = { (const char *)bytes };
		const int formats[] = { 1 };
		const Oid types[] = { CQ__OID_NUMERIC };
		PGresult *const result = PQexecParams(kit_server, "SELECT CAST($1 AS text)", 1, types, values, &size, formats, 0);
		assert_int_equal(PQresultStatus(result), PGRES_TUPLES_OK);
		assert_true(strtod(PQgetvalue(result, 0, 0), NULL) == number);
		PQclear(result);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bytes_of_decimals),
		cmocka_unit_test(test_bytes_of_doubles),
		cmocka_unit_test(test_what_is_no_numeric),
		cmocka_unit_test(test_weights_at_the_edge),
		cmocka_unit_test(test_rounding),
		cmocka_unit_test(test_whole_numbers),
		cmocka_unit_test(test_shown),
		cmocka_unit_test(test_random_decimals),
		cmocka_unit_test(test_random_doubles),
	};
	return kit_result(cmocka_run_group_tests(tests, kit_connect, kit_disconnect));
}
