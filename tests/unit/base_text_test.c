/* base_text_test.c: UTF-8, numbers whatever the locale, JSON, the clock.
 *
 * It knows the internal headers only.
 */
#include "base/alloc.h"
#include "base/clock.h"
#include "base/text.h"

#include <float.h>
#include <limits.h>
#include <locale.h>
#include <math.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static size_t encode(uint32_t point, unsigned char out[4])
{
	if (point < 0x80) {
		out[0] = (unsigned char)point;
		return 1;
	}
	const size_t size = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
	for (size_t i = size - 1; i > 0; i--, point >>= 6)
		out[i] = (unsigned char)(0x80 | (point & 0x3F));
	static const unsigned char leads[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
	out[0] = (unsigned char)(leads[size] | point);
	return size;
}

static void every_code_point(void **state)
{
	(void)state;
	for (uint32_t point = 1; point < 0x120000; point++) {
		unsigned char text[4];
		const size_t size = encode(point, text);
		const bool valid = point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
		assert_true(cq__text_is_utf8(text, size) == valid);
		if (valid && size > 1)
			assert_false(cq__text_is_utf8(text, size - 1));
	}
}

static void bad_bytes_at_every_place(void **state)
{
	(void)state;
	static const char *const bad[] = {
		"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC3", "\xC3(", "\xE0\x80\x80", "\xE0\x9F\xBF", "\xE2\x82",
		"\xE2(\xA1", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x80\x80\x80", "\xF0\x8F\xBF\xBF", "\xF0\x9F\x98",
		"\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xF8\x88\x80\x80\x80", "\xFE", "\xFF",
	};
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		for (size_t before = 0; before < 20; before++) {
			for (size_t behind = 0; behind < 20; behind++) {
				/* Of exactly this size, so that a read behind it is caught. */
				const size_t size = before + strlen(bad[i]) + behind;
				char *const text = malloc(size);
				memset(text, 'x', size);
				assert_true(cq__text_is_utf8(text, size));
				memcpy(text + before, bad[i], strlen(bad[i]));
				assert_false(cq__text_is_utf8(text, size));
				memset(text, 'x', size);
				text[before] = '\0';
				assert_true(cq__text_is_utf8(text, size));
				assert_int_equal(cq__text_check(text, size), CQ_BAD_TEXT);
				text[before] = '\1';
				assert_int_equal(cq__text_check(text, size), CQ_OK);
				free(text);
			}
		}
	}
	assert_int_equal(cq__text_check("", 0), CQ_OK);
	assert_int_equal(cq__text_length("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80", 10), 4);
}

static void small_helpers(void **state)
{
	(void)state;
	char out[4];
	assert_true(cq__text_copy(out, sizeof out, "abc"));
	assert_string_equal(out, "abc");
	assert_false(cq__text_copy(out, sizeof out, "abcd"));
	assert_string_equal(out, "abc");
	assert_true(cq__text_equal_ascii("WaL", "wal"));
	assert_false(cq__text_equal_ascii("wal", "wall"));
	assert_false(cq__text_equal_ascii("wall", "wal"));
	assert_false(cq__text_equal_ascii("@", "`"));
	assert_false(cq__text_equal_ascii_n("a", "a\0", 2));
}

static void integers(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		cq_status status;
		int64_t value;
	} cases[] = {
		{ "0", CQ_OK, 0 }, { "-0", CQ_OK, 0 }, { "+7", CQ_OK, 7 }, { "007", CQ_OK, 7 },
		{ "9223372036854775807", CQ_OK, INT64_MAX }, { "-9223372036854775808", CQ_OK, INT64_MIN },
		{ "9223372036854775808", CQ_OUT_OF_RANGE, 0 }, { "-9223372036854775809", CQ_OUT_OF_RANGE, 0 },
		{ "99999999999999999999999", CQ_OUT_OF_RANGE, 0 }, { "99999999999999999999999x", CQ_WRONG_TYPE, 0 },
		{ "", CQ_WRONG_TYPE, 0 }, { "-", CQ_WRONG_TYPE, 0 }, { " 1", CQ_WRONG_TYPE, 0 }, { "1 ", CQ_WRONG_TYPE, 0 },
		{ "1.0", CQ_WRONG_TYPE, 0 }, { "0x1", CQ_WRONG_TYPE, 0 }, { "--1", CQ_WRONG_TYPE, 0 },
	};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		int64_t value = 99;
		assert_int_equal(cq__int64_parse(cases[i].text, strlen(cases[i].text), &value), cases[i].status);
		assert_int_equal(value, cases[i].value);
	}
}

static uint64_t random_bits(void)
{
	static uint64_t bits = UINT64_C(0x123456789ABCDEF1);
	bits ^= bits << 13;
	bits ^= bits >> 7;
	bits ^= bits << 17;
	return bits;
}

static void check_double(double number)
{
	char text[CQ__NUMBER_TEXT];
	const size_t length = cq__double_format(number, text);
	assert_int_equal(strlen(text), length);
	double again = 1;
	assert_int_equal(cq__double_parse(text, length, &again), CQ_OK);
	assert_memory_equal(&again, &number, sizeof number);
	assert_int_equal(strspn(text, "-+.e0123456789"), length);
}

static void doubles_come_back(void **state)
{
	(void)state;
	for (int i = 0; i < 50000; i++) {
		const uint64_t bits = random_bits();
		double number;
		memcpy(&number, &bits, sizeof number);
		if (!isnan(number) && !isinf(number))
			check_double(number);
		check_double((double)(int64_t)(bits >> (bits & 63)) / 1000);
	}
	const double edges[] = { 0.0, -0.0, 1, -1, DBL_MAX, DBL_MIN, 5e-324, 1e15, 999999999999999, 1e16, 0.1, -2.5e-7 };
	for (size_t i = 0; i < sizeof edges / sizeof edges[0]; i++)
		check_double(edges[i]);
}

static void double_texts(void **state)
{
	(void)state;
	char text[CQ__NUMBER_TEXT];
	cq__double_format(0.1, text);
	assert_string_equal(text, "0.1");
	cq__double_format(12, text);
	assert_string_equal(text, "12");
	cq__double_format(-(double)INFINITY, text);
	assert_string_equal(text, "-inf");
	cq__double_format((double)NAN, text);
	assert_string_equal(text, "nan");
	static const char *const wrong[] = {
		"", ".", "-", "e5", "1e", "1e+", "1,5", "0x10", " 1", "1 ", "1.5.2", "infinit", "nan(1)",
	};
	double number;
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
		assert_int_equal(cq__double_parse(wrong[i], strlen(wrong[i]), &number), CQ_WRONG_TYPE);
	assert_int_equal(cq__double_parse("1\0002", 3, &number), CQ_WRONG_TYPE);
	assert_int_equal(cq__double_parse("1e999", 5, &number), CQ_OUT_OF_RANGE);
	assert_int_equal(cq__double_parse("-Infinity", 9, &number), CQ_OK);
	assert_true(isinf(number) && number < 0);
	assert_int_equal(cq__double_parse("NaN", 3, &number), CQ_OK);
	assert_true(isnan(number));
	char longer[400];
	memset(longer, '0', sizeof longer);
	longer[0] = '2';
	longer[1] = '.';
	longer[399] = '1';
	assert_int_equal(cq__double_parse(longer, sizeof longer, &number), CQ_OK);
	assert_true(number >= 2 && number <= 2);
	cq__alloc_fail_after(1);
	assert_int_equal(cq__double_parse(longer, sizeof longer, &number), CQ_NO_MEMORY);
	cq__alloc_fail_after(0);
}

static bool has_comma(const char *name)
{
	return setlocale(LC_ALL, name) != NULL && strcmp(localeconv()->decimal_point, ",") == 0;
}

/* A locale with a comma: an installed one, or one that is compiled into the folder, where the system can do that. */
static bool set_comma_locale(const char *folder)
{
	static const char *const names[] = { "de_DE.UTF-8", "de_DE", "fr_FR.UTF-8", "es_ES.UTF-8", "pt_BR.UTF-8" };
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		if (has_comma(names[i]))
			return true;
	}
	char command[200];
	snprintf(command, sizeof command, "localedef --no-archive -i de_DE -f UTF-8 %s/de_DE.UTF-8 >%s/log 2>&1", folder,
		folder);
	if (system(command) != 0)
		return false;
	setenv("LOCPATH", folder, 1);
	return has_comma("de_DE.UTF-8");
}

static void the_locale_changes_nothing(void **state)
{
	(void)state;
	char folder[] = "/tmp/cquel-locale-XXXXXX";
	assert_non_null(mkdtemp(folder));
	const bool found = set_comma_locale(folder);
	char command[100];
	snprintf(command, sizeof command, "rm -rf %s", folder);
	assert_int_equal(system(command), 0);
	if (!found)
		skip();
	char text[CQ__NUMBER_TEXT];
	snprintf(text, sizeof text, "%.1f", 1.5);
	assert_string_equal(text, "1,5");
	cq__double_format(1234567.5, text);
	assert_string_equal(text, "1234567.5");
	double number;
	assert_int_equal(cq__double_parse("1.5", 3, &number), CQ_OK);
	assert_true(number > 1.4 && number < 1.6);
	assert_int_equal(cq__double_parse("1,5", 3, &number), CQ_WRONG_TYPE);
	doubles_come_back(state);
	setlocale(LC_ALL, "C");
}

static void json(void **state)
{
	(void)state;
	cq__buffer buffer = { .data = NULL };
	cq__json_append(&buffer, "a\"b\\c\n\t\0\x1f\x7f\xC3\xA9/", 13);
	assert_string_equal(cq__buffer_text(&buffer), "\"a\\\"b\\\\c\\n\\t\\u0000\\u001f\\u007f\xC3\xA9/\"");
	cq__buffer_clear(&buffer);
	cq__json_append(&buffer, NULL, 0);
	assert_string_equal(cq__buffer_text(&buffer), "\"\"");
	cq__buffer_release(&buffer);
}

static void deadlines(void **state)
{
	(void)state;
	const uint64_t before = cq__monotonic_ns();
	assert_true(cq__monotonic_ns() >= before);
	assert_int_equal(cq__deadline_after_ms(0), 0);
	assert_int_equal(cq__deadline_after_ms(-5), 0);
	assert_int_equal(cq__deadline_poll_ms(0), -1);
	assert_int_equal(cq__deadline_poll_ms(before), 0);
	assert_true(cq__deadline_passed(before));
	assert_false(cq__deadline_passed(0));
	const cq__deadline soon = cq__deadline_after_ms(5000);
	const int left = cq__deadline_poll_ms(soon);
	assert_true(left > 1000 && left <= 5000);
	assert_false(cq__deadline_passed(soon));
	assert_true(cq__deadline_after_ms(INT64_MAX) == UINT64_MAX);
	assert_int_equal(cq__deadline_poll_ms(UINT64_MAX), INT_MAX);
	assert_true(cq__deadline_earlier(0, soon) == soon && cq__deadline_earlier(soon, 0) == soon);
	assert_true(cq__deadline_earlier(before, soon) == before);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_code_point),
		cmocka_unit_test(bad_bytes_at_every_place),
		cmocka_unit_test(small_helpers),
		cmocka_unit_test(integers),
		cmocka_unit_test(doubles_come_back),
		cmocka_unit_test(double_texts),
		cmocka_unit_test(the_locale_changes_nothing),
		cmocka_unit_test(json),
		cmocka_unit_test(deadlines),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
