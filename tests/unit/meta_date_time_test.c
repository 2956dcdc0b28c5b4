/* meta_date_time_test.c: every day of the calendar, times, timestamps and intervals, in four time zones.
 *
 * It knows the public header and meta/convert.h only.
 */
#include "meta/convert.h"

#include "support/share.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

static uint64_t random_bits(void)
{
	static uint64_t bits = UINT64_C(0x2545F4914F6CDD1D);
	bits ^= bits << 13;
	bits ^= bits >> 7;
	bits ^= bits << 17;
	return bits;
}

/* Counts the days as a calendar does, one by one, and compares with the arithmetic. */
static void every_day_of_ten_thousand_years(void **state)
{
	(void)state;
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	int32_t expected = -719162; /* 0001-01-01 */
	const int last = share(9999);
	for (int year = 1; year <= last; year++) {
		const bool leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
		for (int month = 1; month <= 12; month++) {
			const int length = lengths[month - 1] + (month == 2 && leap);
			for (int day = 1; day <= length; day++, expected++) {
				cq_date date;
				cq_date again;
				char text[CQ_DATE_TEXT];
				char written[40];
				assert_true(cq_date_make(year, month, day, &date) == CQ_OK && date.days == expected);
				snprintf(written, sizeof written, "%04d-%02d-%02d", year, month, day);
				assert_true(strcmp(cq_date_format(date, text), written) == 0);
				assert_true(cq_date_parse(text, &again) == CQ_OK && again.days == expected);
			}
			cq_date none;
			assert_int_equal(cq_date_make(year, month, length + 1, &none), CQ_OUT_OF_RANGE);
		}
	}
	if (last == 9999)
		assert_int_equal(expected, 2932897);
}

static void all_dates_come_back(void **state)
{
	(void)state;
	for (int i = 0; i < 100000; i++) {
		const cq_date date = { (int32_t)(i == 0 ? INT32_MAX : i == 1 ? INT32_MIN : i == 2 ? INT32_MAX - 1 :
			i == 3 ? INT32_MIN + 1 : (int32_t)(uint32_t)random_bits()) };
		char text[CQ_DATE_TEXT];
		cq_date again;
		assert_true(strlen(cq_date_format(date, text)) < CQ_DATE_TEXT);
		assert_int_equal(cq_date_parse(text, &again), CQ_OK);
		assert_int_equal(again.days, date.days);
	}
	char text[CQ_DATE_TEXT];
	assert_string_equal(cq_date_format((cq_date){ INT32_MIN }, text), "-infinity");
	assert_string_equal(cq_date_format((cq_date){ -719528 }, text), "0000-01-01");
	assert_string_equal(cq_date_format((cq_date){ -719529 }, text), "-0001-12-31");
	assert_string_equal(cq_date_format((cq_date){ 2932897 }, text), "10000-01-01");
}

static void no_dates(void **state)
{
	(void)state;
	static const char *const wrong[] = {
		"", "2024", "2024-02", "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-01", "2024-01-00", "2024-04-31",
		"2024-1-01", "24-01-01", "2024/01/01", "2024-01-01 ", " 2024-01-01", "2024-01-01T", "20240101", "02024-01-01",
		"12345678-01-01", "infinit", "infinityy", "--0001-01-01", "0000-00-00", "2024-01-0a",
	};
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		cq_date date = { 5 };
		if (cq_date_parse(wrong[i], &date) != CQ_WRONG_TYPE || date.days != 0)
			fail_msg("\"%s\" was read", wrong[i]);
	}
	cq_date date;
	assert_int_equal(cq_date_parse("9999999-01-01", &date), CQ_OUT_OF_RANGE);
	assert_int_equal(cq_date_make(0, 1, 1, &date), CQ_OUT_OF_RANGE);
	assert_int_equal(cq_date_make(10000, 1, 1, &date), CQ_OUT_OF_RANGE);
	assert_int_equal(cq_date_make(2024, -1, 1, &date), CQ_OUT_OF_RANGE);
}

static void times(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		cq_status status;
		int64_t microseconds;
	} cases[] = {
		{ "00:00", CQ_OK, 0 }, { "23:59:59.123456", CQ_OK, 86399123456 }, { "24:00:00", CQ_OK, 86400000000 },
		{ "24:00", CQ_OK, 86400000000 }, { "01:02:03.5", CQ_OK, 3723500000 }, { "00:00:00.0000014", CQ_OK, 1 },
		{ "00:00:00.0000015", CQ_OK, 2 }, { "23:59:59.9999999", CQ_OK, 86400000000 },
		{ "24:00:00.000001", CQ_WRONG_TYPE, 0 }, { "24:01", CQ_WRONG_TYPE, 0 }, { "25:00", CQ_WRONG_TYPE, 0 },
		{ "12:60", CQ_WRONG_TYPE, 0 }, { "12:00:60", CQ_WRONG_TYPE, 0 }, { "1:00", CQ_WRONG_TYPE, 0 },
		{ "12", CQ_WRONG_TYPE, 0 }, { "12:00:", CQ_WRONG_TYPE, 0 }, { "12:00:00.", CQ_WRONG_TYPE, 0 },
		{ "12:00:00Z", CQ_WRONG_TYPE, 0 }, { "", CQ_WRONG_TYPE, 0 }, { "-1:00", CQ_WRONG_TYPE, 0 },
	};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		cq_time value = { 5 };
		const cq_status status = cq_time_parse(cases[i].text, &value);
		if (status != cases[i].status || value.microseconds != cases[i].microseconds)
			fail_msg("\"%s\" gave %s %lld", cases[i].text, cq_status_name(status), (long long)value.microseconds);
	}
	for (int i = 0; i < 100000; i++) {
		const cq_time value = { (int64_t)(random_bits() % 86400000001) };
		char text[CQ_TIME_TEXT];
		cq_time again;
		assert_int_equal(cq_time_parse(cq_time_format(value, text), &again), CQ_OK);
		assert_true(again.microseconds == value.microseconds);
	}
	char text[CQ_TIME_TEXT];
	assert_string_equal(cq_time_format((cq_time){ 86400000000 }, text), "24:00:00.000000");
	assert_string_equal(cq_time_format((cq_time){ 86400000001 }, text), "invalid");
	assert_string_equal(cq_time_format((cq_time){ -1 }, text), "invalid");
}

static void timestamps(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		cq_status status;
		int64_t microseconds;
	} cases[] = {
		{ "1970-01-01 00:00:00", CQ_OK, 0 }, { "1970-01-01", CQ_OK, 0 }, { "1970-01-01T00:00Z", CQ_OK, 0 },
		{ "1969-12-31 23:59:59.999999", CQ_OK, -1 }, { "1970-01-01 02:00:00+02", CQ_OK, 0 },
		{ "1970-01-01 02:00:00 +02:00", CQ_OK, 0 }, { "1969-12-31T18:30:00-0530", CQ_OK, 0 },
		{ "2024-02-29 23:59:59.123456", CQ_OK, 1709251199123456 }, { "1970-01-01 24:00:00", CQ_OK, 86400000000 },
		{ "2000-01-01 00:00:00", CQ_OK, 946684800000000 }, { "infinity", CQ_OK, INT64_MAX },
		{ "-Infinity", CQ_OK, INT64_MIN }, { "294247-01-10 04:00:54.775806", CQ_OK, INT64_MAX - 1 },
		{ "294247-01-10 04:00:54.775807", CQ_OUT_OF_RANGE, 0 }, { "-290308-12-21 19:59:05.224192", CQ_OUT_OF_RANGE, 0 },
		{ "-290308-12-21 19:59:05.224193", CQ_OK, INT64_MIN + 1 }, { "9999999-01-01", CQ_OUT_OF_RANGE, 0 },
		{ "2024-02-30 00:00:00", CQ_WRONG_TYPE, 0 }, { "0000-00-00 00:00:00", CQ_WRONG_TYPE, 0 },
		{ "2024-02-29 ", CQ_WRONG_TYPE, 0 }, { "2024-02-29 25:00", CQ_WRONG_TYPE, 0 },
		{ "2024-02-29 10:00:00+", CQ_WRONG_TYPE, 0 }, { "2024-02-29 10:00:00 ", CQ_WRONG_TYPE, 0 },
		{ "2024-02-29 10:00:00+24", CQ_WRONG_TYPE, 0 }, { "2024-02-29 10:00:00+02:60", CQ_WRONG_TYPE, 0 },
		{ "2024-02-29 10:00:00+02:", CQ_WRONG_TYPE, 0 }, { "2024-02-29 10:00:00Zx", CQ_WRONG_TYPE, 0 },
		{ "2024-02-29  10:00:00", CQ_WRONG_TYPE, 0 }, { "", CQ_WRONG_TYPE, 0 }, { "now", CQ_WRONG_TYPE, 0 },
	};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		cq_timestamp value = { 5 };
		const cq_status status = cq_timestamp_parse(cases[i].text, &value);
		if (status != cases[i].status || value.microseconds != cases[i].microseconds)
			fail_msg("\"%s\" gave %s %lld", cases[i].text, cq_status_name(status), (long long)value.microseconds);
	}
	for (int i = 0; i < 200000; i++) {
		const uint64_t bits = random_bits();
		const cq_timestamp value = { i < 100000 ? (int64_t)bits : (int64_t)(bits % 500000000000000000) - 62135596800000000 };
		char text[CQ_TIMESTAMP_TEXT];
		cq_timestamp again;
		assert_int_equal(cq_timestamp_parse(cq_timestamp_format(value, text), &again), CQ_OK);
		assert_true(again.microseconds == value.microseconds);
	}
	char text[CQ_TIMESTAMP_TEXT];
	assert_string_equal(cq_timestamp_format((cq_timestamp){ -1 }, text), "1969-12-31 23:59:59.999999");
	assert_string_equal(cq_timestamp_format((cq_timestamp){ INT64_MIN }, text), "-infinity");
	cq_timestamp moment;
	assert_int_equal(cq__timestamp_of_date((cq_date){ INT32_MIN }, &moment), CQ_OK);
	assert_true(moment.microseconds == INT64_MIN);
	assert_int_equal(cq__timestamp_of_date((cq_date){ INT32_MAX - 1 }, &moment), CQ_OUT_OF_RANGE);
	assert_int_equal(cq__timestamp_of_date((cq_date){ 1 }, &moment), CQ_OK);
	assert_true(moment.microseconds == 86400000000);
}

static void the_time_zone_changes_nothing(void **state)
{
	static const char *const zones[] = { "UTC", "America/New_York", "Asia/Kolkata", "XYZ-14" };
	for (size_t i = 0; i < 4; i++) {
		setenv("TZ", zones[i], 1);
		tzset();
		times(state);
		timestamps(state);
		const int64_t seconds = cq_now().microseconds / 1000000;
		assert_true(seconds - time(NULL) <= 1 && time(NULL) - seconds <= 1);
	}
	unsetenv("TZ");
}

static void intervals(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		cq_status status;
		cq_interval value;
	} cases[] = {
		{ "P1Y2M3DT4H5M6.000007S", CQ_OK, { 14, 3, 14706000007 } }, { "PT0S", CQ_OK, { 0, 0, 0 } },
		{ "P2W", CQ_OK, { 0, 14, 0 } }, { "P1M", CQ_OK, { 1, 0, 0 } }, { "PT1M", CQ_OK, { 0, 0, 60000000 } },
		{ "-PT1.5S", CQ_OK, { 0, 0, -1500000 } }, { "PT-0.5S", CQ_OK, { 0, 0, -500000 } },
		{ "-PT-0.5S", CQ_OK, { 0, 0, 500000 } }, { "P1DT-1H", CQ_OK, { 0, 1, -3600000000 } },
		{ "PT0.0000005S", CQ_OK, { 0, 0, 1 } }, { "P-178956970Y-8M", CQ_OK, { INT32_MIN, 0, 0 } },
		{ "P2147483648M", CQ_OUT_OF_RANGE, { 0, 0, 0 } }, { "P-2147483649D", CQ_OUT_OF_RANGE, { 0, 0, 0 } },
		{ "PT99999999999999999999S", CQ_OUT_OF_RANGE, { 0, 0, 0 } }, { "PT2562047789H", CQ_OUT_OF_RANGE, { 0, 0, 0 } },
		{ "", CQ_WRONG_TYPE, { 0, 0, 0 } }, { "P", CQ_WRONG_TYPE, { 0, 0, 0 } }, { "PT", CQ_WRONG_TYPE, { 0, 0, 0 } },
		{ "P1YT", CQ_WRONG_TYPE, { 0, 0, 0 } }, { "P1", CQ_WRONG_TYPE, { 0, 0, 0 } }, { "PY", CQ_WRONG_TYPE, { 0, 0, 0 } },
		{ "P1D1Y", CQ_WRONG_TYPE, { 0, 0, 0 } }, { "P1Y1Y", CQ_WRONG_TYPE, { 0, 0, 0 } },
		{ "P1H", CQ_WRONG_TYPE, { 0, 0, 0 } }, { "PT1D", CQ_WRONG_TYPE, { 0, 0, 0 } },
		{ "P1.5D", CQ_WRONG_TYPE, { 0, 0, 0 } }, { "PT1.S", CQ_WRONG_TYPE, { 0, 0, 0 } },
		{ "PTT1S", CQ_WRONG_TYPE, { 0, 0, 0 } }, { "P1D ", CQ_WRONG_TYPE, { 0, 0, 0 } }, { "1D", CQ_WRONG_TYPE, { 0, 0, 0 } },
		{ "P--1D", CQ_WRONG_TYPE, { 0, 0, 0 } }, { "PT1S1", CQ_WRONG_TYPE, { 0, 0, 0 } },
	};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		cq_interval value = { 5, 5, 5 };
		const cq_status status = cq_interval_parse(cases[i].text, &value);
		const cq_interval *const expected = &cases[i].value;
		if (status != cases[i].status || value.months != expected->months || value.days != expected->days ||
			value.microseconds != expected->microseconds)
			fail_msg("\"%s\" gave %s %d %d %lld", cases[i].text, cq_status_name(status), value.months, value.days,
				(long long)value.microseconds);
	}
	for (int i = 0; i < 100000; i++) {
		const uint64_t bits = random_bits();
		cq_interval value = { 0, 0, 0 };
		if (i == 0)
			value = (cq_interval){ INT32_MIN, INT32_MIN, INT64_MIN };
		else if (i == 1)
			value = (cq_interval){ INT32_MAX, INT32_MAX, INT64_MAX };
		else
			value = (cq_interval){ (int32_t)((uint32_t)bits >> (bits & 31)), (int32_t)(bits >> 32) >> (bits & 15),
				(int64_t)random_bits() >> (bits & 63) };
		char text[CQ_INTERVAL_TEXT];
		cq_interval again;
		assert_true(strlen(cq_interval_format(value, text)) < CQ_INTERVAL_TEXT);
		assert_int_equal(cq_interval_parse(text, &again), CQ_OK);
		assert_true(again.months == value.months && again.days == value.days && again.microseconds == value.microseconds);
	}
	char text[CQ_INTERVAL_TEXT];
	assert_string_equal(cq_interval_format((cq_interval){ 14, 3, 14706000007 }, text), "P1Y2M3DT4H5M6.000007S");
	assert_string_equal(cq_interval_format((cq_interval){ 0, 0, 0 }, text), "PT0S");
	assert_string_equal(cq_interval_format((cq_interval){ 0, 0, -500000 }, text), "PT-0.500000S");
	assert_string_equal(cq_interval_format((cq_interval){ -14, 0, 0 }, text), "P-1Y-2M");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_day_of_ten_thousand_years),
		cmocka_unit_test(all_dates_come_back),
		cmocka_unit_test(no_dates),
		cmocka_unit_test(times),
		cmocka_unit_test(timestamps),
		cmocka_unit_test(the_time_zone_changes_nothing),
		cmocka_unit_test(intervals),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
