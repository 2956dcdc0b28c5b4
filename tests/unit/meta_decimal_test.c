/* meta_decimal_test.c: decimals from and to text, their rounding and their order.
 *
 * It knows the public header and meta/convert.h only.
 */
#include "meta/convert.h"

#include <float.h>
#include <math.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static const int64_t bound = 1000000000000000000;

static uint64_t random_bits(void)
{
	static uint64_t bits = UINT64_C(0x9E3779B97F4A7C15);
	bits ^= bits << 13;
	bits ^= bits >> 7;
	bits ^= bits << 17;
	return bits;
}

/* Of every magnitude alike. */
static cq_decimal random_decimal(void)
{
	const uint64_t bits = random_bits();
	const int64_t coefficient = (int64_t)(random_bits() >> (bits & 63)) % bound;
	return (cq_decimal){ bits & 64 ? coefficient : -coefficient, (int32_t)(bits >> 8 & 0xFFFF) % 19 };
}

static void texts(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		cq_status status;
		int64_t coefficient;
		int32_t scale;
	} cases[] = {
		{ "12.50", CQ_OK, 1250, 2 }, { "-.5", CQ_OK, -5, 1 }, { "+5.", CQ_OK, 5, 0 }, { "0", CQ_OK, 0, 0 },
		{ "-0.0000", CQ_OK, 0, 4 }, { "0.0001", CQ_OK, 1, 4 }, { "1e-9", CQ_OK, 1, 9 }, { "1E3", CQ_OK, 1000, 0 },
		{ "1.5e1", CQ_OK, 15, 0 }, { "1.50e1", CQ_OK, 150, 1 }, { "0.99", CQ_OK, 99, 2 },
		{ "1.00000001", CQ_OK, 100000001, 8 }, { "100", CQ_OK, 100, 0 }, { "1.0e-18", CQ_OK, 1, 18 },
		{ "999999999999999999", CQ_OK, 999999999999999999, 0 },
		{ "-0.999999999999999999", CQ_OK, -999999999999999999, 18 },
		{ "000000000000000000000000000001.5", CQ_OK, 15, 1 },
		{ "1.000000000000000000000000000", CQ_OK, 100000000000000000, 17 },
		{ "0.0000000000000000000000", CQ_OK, 0, 18 }, { "0e999999999999999999999", CQ_OK, 0, 0 },
		{ "0e-99999999999999999999", CQ_OK, 0, 18 }, { "10e-19", CQ_OK, 1, 18 },
		{ "1000000000000000000", CQ_OUT_OF_RANGE, 0, 0 }, { "1e18", CQ_OUT_OF_RANGE, 0, 0 },
		{ "1e17", CQ_OK, 100000000000000000, 0 }, { "1e-19", CQ_OUT_OF_RANGE, 0, 0 },
		{ "1e999999999999999999999", CQ_OUT_OF_RANGE, 0, 0 }, { "1e-99999999999999999999", CQ_OUT_OF_RANGE, 0, 0 },
		{ "1.0000000000000000001", CQ_OUT_OF_RANGE, 0, 0 }, { "9223372036854775808", CQ_OUT_OF_RANGE, 0, 0 },
		{ "100000000000000000000000000000000000000000001", CQ_OUT_OF_RANGE, 0, 0 },
		{ "", CQ_WRONG_TYPE, 0, 0 }, { ".", CQ_WRONG_TYPE, 0, 0 }, { "-", CQ_WRONG_TYPE, 0, 0 },
		{ "1e", CQ_WRONG_TYPE, 0, 0 }, { "1e+", CQ_WRONG_TYPE, 0, 0 }, { "1,5", CQ_WRONG_TYPE, 0, 0 },
		{ " 1", CQ_WRONG_TYPE, 0, 0 }, { "1 ", CQ_WRONG_TYPE, 0, 0 }, { "NaN", CQ_WRONG_TYPE, 0, 0 },
		{ "1.2.3", CQ_WRONG_TYPE, 0, 0 }, { "e5", CQ_WRONG_TYPE, 0, 0 }, { "Infinity", CQ_WRONG_TYPE, 0, 0 },
	};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		cq_decimal value = { 77, 7 };
		const cq_status status = cq_decimal_parse(cases[i].text, &value);
		if (status != cases[i].status || value.coefficient != cases[i].coefficient || value.scale != cases[i].scale)
			fail_msg("\"%s\" gave %s %lld %d", cases[i].text, cq_status_name(status),
				(long long)value.coefficient, value.scale);
	}
}

static void every_decimal_comes_back(void **state)
{
	(void)state;
	for (int i = 0; i < 200000; i++) {
		const cq_decimal value = random_decimal();
		char text[CQ_DECIMAL_TEXT];
		cq_decimal again;
		assert_ptr_equal(cq_decimal_format(value, text), text);
		assert_true(strlen(text) < CQ_DECIMAL_TEXT);
		assert_int_equal(cq_decimal_parse(text, &again), CQ_OK);
		assert_true(again.coefficient == value.coefficient && again.scale == value.scale);
	}
}

static void formats(void **state)
{
	(void)state;
	char text[CQ_DECIMAL_TEXT];
	assert_string_equal(cq_decimal_format((cq_decimal){ INT64_MIN, 18 }, text), "-9.223372036854775808");
	assert_string_equal(cq_decimal_format((cq_decimal){ INT64_MIN, 0 }, text), "-9223372036854775808");
	assert_string_equal(cq_decimal_format((cq_decimal){ -5, 18 }, text), "-0.000000000000000005");
	assert_string_equal(cq_decimal_format((cq_decimal){ 0, 2 }, text), "0.00");
	assert_string_equal(cq_decimal_format((cq_decimal){ 1, 19 }, text), "invalid");
	assert_string_equal(cq_decimal_format((cq_decimal){ 1, -1 }, text), "invalid");
}

static int64_t rescaled(int64_t coefficient, int32_t from, int32_t to)
{
	cq_decimal value;
	assert_int_equal(cq_decimal_rescale((cq_decimal){ coefficient, from }, to, &value), CQ_OK);
	assert_int_equal(value.scale, to);
	return value.coefficient;
}

static void rounding(void **state)
{
	(void)state;
	assert_true(rescaled(125, 3, 2) == 13);
	assert_true(rescaled(-125, 3, 2) == -13);
	assert_true(rescaled(1249, 4, 2) == 12);
	assert_true(rescaled(-1249, 4, 2) == -12);
	assert_true(rescaled(5, 1, 0) == 1);
	assert_true(rescaled(4, 1, 0) == 0);
	assert_true(rescaled(999, 3, 2) == 100);
	assert_true(rescaled(12, 0, 16) == 120000000000000000);
	assert_true(rescaled(INT64_MIN, 18, 0) == -9);
	cq_decimal value;
	assert_int_equal(cq_decimal_rescale((cq_decimal){ 10, 0 }, 17, &value), CQ_OUT_OF_RANGE);
	assert_true(value.coefficient == 0);
	assert_int_equal(cq_decimal_rescale((cq_decimal){ 1, 0 }, 19, &value), CQ_OUT_OF_RANGE);
	assert_int_equal(cq_decimal_rescale((cq_decimal){ 1, 0 }, -1, &value), CQ_OUT_OF_RANGE);
	assert_int_equal(cq_decimal_rescale((cq_decimal){ 1, 40 }, 1, &value), CQ_OUT_OF_RANGE);
	assert_int_equal(cq_decimal_rescale((cq_decimal){ INT64_MAX, 0 }, 0, &value), CQ_OUT_OF_RANGE);
}

static void order(void **state)
{
	(void)state;
	assert_int_equal(cq_decimal_compare((cq_decimal){ 15, 1 }, (cq_decimal){ 150, 2 }), 0);
	assert_int_equal(cq_decimal_compare((cq_decimal){ INT64_MAX, 0 }, (cq_decimal){ INT64_MAX, 18 }), 1);
	assert_int_equal(cq_decimal_compare((cq_decimal){ INT64_MIN, 0 }, (cq_decimal){ INT64_MIN, 18 }), -1);
	for (int i = 0; i < 50000; i++) {
		const cq_decimal a = random_decimal();
		const cq_decimal b = random_decimal();
		const int compared = cq_decimal_compare(a, b);
		assert_int_equal(compared, -cq_decimal_compare(b, a));
		const double x = cq_decimal_to_double(a);
		const double y = cq_decimal_to_double(b);
		assert_true(compared < 0 ? x <= y : compared > 0 ? x >= y : x <= y && x >= y);
	}
}

static void doubles(void **state)
{
	(void)state;
	for (int i = 0; i < 50000; i++) {
		const cq_decimal value = random_decimal();
		char text[CQ_DECIMAL_TEXT];
		const double nearest = strtod(cq_decimal_format(value, text), NULL);
		const double number = cq_decimal_to_double(value);
		assert_true(number >= nearest && number <= nearest);
		/* Fifteen digits survive the way through a double. */
		cq_decimal again;
		if (value.coefficient > -1000000000000000 && value.coefficient < 1000000000000000) {
			assert_int_equal(cq__decimal_from_double(number, value.scale, &again), CQ_OK);
			assert_true(again.coefficient == value.coefficient && again.scale == value.scale);
		}
	}
	static const struct {
		double number;
		int32_t scale;
		int64_t coefficient;
	} cases[] = {
		{ 2328.59999999996, 2, 232860 }, { 1.005, 2, 101 }, { -1.005, 2, -101 }, { 0.125, 2, 13 }, { 0.5, 0, 1 },
		{ 1e-300, 18, 0 }, { 5.00000000001234e-9, 8, 1 }, { 4.99999999991234e-9, 8, 0 }, { 1e17, 0, 100000000000000000 },
		{ 123456789012345, 0, 123456789012345 },
	};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		cq_decimal value;
		assert_int_equal(cq__decimal_from_double(cases[i].number, cases[i].scale, &value), CQ_OK);
		if (value.coefficient != cases[i].coefficient)
			fail_msg("%g gave %lld", cases[i].number, (long long)value.coefficient);
	}
	const double wrong[] = { (double)NAN, (double)INFINITY, 1e18, -1e300, DBL_MAX };
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		cq_decimal value;
		assert_int_equal(cq__decimal_from_double(wrong[i], 0, &value), CQ_OUT_OF_RANGE);
	}
	cq_decimal value;
	assert_int_equal(cq__decimal_from_double(123456, 14, &value), CQ_OUT_OF_RANGE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts),
		cmocka_unit_test(every_decimal_comes_back),
		cmocka_unit_test(formats),
		cmocka_unit_test(rounding),
		cmocka_unit_test(order),
		cmocka_unit_test(doubles),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
