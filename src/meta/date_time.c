/* meta/date_time.c: dates, times of day and timestamps in the proleptic Gregorian calendar, by arithmetic alone.
 *
 * It knows nothing of time zones but an offset written in a text, and never asks the system's. See cquel/types.h and
 * meta/convert.h.
 */
#include "meta/convert.h"

#include "base/text.h"

#include <string.h>
#include <time.h>

static const int64_t us_per_second = 1000000;
static const int64_t us_per_minute = 60000000;
static const int64_t us_per_hour = 3600000000;
static const int64_t us_per_day = 86400000000;

/* Days from 0000-03-01, where the calendar's pattern of 400 years begins, to 1970-01-01. */
static const int64_t days_to_epoch = 719468;
static const int64_t days_per_pattern = 146097;

static int64_t divide_down(int64_t number, int64_t divisor)
{
	return number / divisor - (number % divisor < 0);
}

typedef struct calendar_day {
	int64_t year;
	int month;
	int day;
} calendar_day;

/* A year that begins in March has its leap day at its end, and its months' lengths follow (153 * m + 2) / 5. */
static int64_t days_of(calendar_day date)
{
	const int64_t year = date.month > 2 ? date.year : date.year - 1;
	const int month = date.month > 2 ? date.month - 3 : date.month + 9;
	const int64_t before_year =
		year * 365 + divide_down(year, 4) - divide_down(year, 100) + divide_down(year, 400);
	return before_year + (153 * month + 2) / 5 + date.day - 1 - days_to_epoch;
}

static calendar_day calendar_of(int64_t days)
{
	const int64_t since = days + days_to_epoch;
	const int64_t pattern = divide_down(since, days_per_pattern);
	const int in_pattern = (int)(since - pattern * days_per_pattern);
	/* Without the leap days so far every year has 365: one in 1460 days, none in 36524, one in 146096. */
	const int year = (in_pattern - in_pattern / 1460 + in_pattern / 36524 - in_pattern / 146096) / 365;
	const int in_year = in_pattern - (365 * year + year / 4 - year / 100);
	const int month = (5 * in_year + 2) / 153;
	return (calendar_day){
		.year = pattern * 400 + year + (month >= 10),
		.month = month < 10 ? month + 3 : month - 9,
		.day = in_year - (153 * month + 2) / 5 + 1,
	};
}

static bool is_day(int64_t year, int month, int day)
{
	static const unsigned char lengths[12] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	if (month < 1 || month > 12 || day < 1)
		return false;
	const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
	return day <= lengths[month - 1] + (month == 2 && leap);
}

cq_status cq_date_make(int year, int month, int day, cq_date *out)
{
	if (out == NULL)
		return CQ_MISUSE;
	*out = (cq_date){ .days = 0 };
	if (year < 1 || year > 9999 || !is_day(year, month, day))
		return CQ_OUT_OF_RANGE;
	out->days = (int32_t)days_of((calendar_day){ year, month, day });
	return CQ_OK;
}

typedef struct reader {
	const char *at;
	const char *end;
} reader;

static bool is_digit(char character)
{
	return character >= '0' && character <= '9';
}

static bool take(reader *text, char character)
{
	if (text->at == text->end || *text->at != character)
		return false;
	text->at++;
	return true;
}

static bool two_digits(reader *text, int *out)
{
	if (text->end - text->at < 2 || !is_digit(text->at[0]) || !is_digit(text->at[1]))
		return false;
	*out = (text->at[0] - '0') * 10 + (text->at[1] - '0');
	text->at += 2;
	return true;
}

/* Four digits, or up to seven where the first is not 0; a sign is allowed. */
static bool read_year(reader *text, int64_t *out)
{
	const bool negative = take(text, '-');
	if (!negative)
		(void)take(text, '+');
	const char *const first = text->at;
	int64_t year = 0;
	for (; text->at != text->end && is_digit(*text->at) && text->at - first < 7; text->at++)
		year = year * 10 + (*text->at - '0');
	const int64_t digits = text->at - first;
	*out = negative ? -year : year;
	return digits == 4 || (digits > 4 && *first != '0');
}

static bool read_day(reader *text, int64_t *days)
{
	calendar_day date;
	if (!read_year(text, &date.year) || !take(text, '-') || !two_digits(text, &date.month) || !take(text, '-') ||
		!two_digits(text, &date.day) || !is_day(date.year, date.month, date.day))
		return false;
	*days = days_of(date);
	return true;
}

/* The digits behind the point in microseconds, rounded to the nearest; at least one digit. */
static bool read_fraction(reader *text, int64_t *out)
{
	int64_t fraction = 0;
	int64_t unit = us_per_second / 10;
	const char *const first = text->at;
	for (; text->at != text->end && is_digit(*text->at); text->at++) {
		const int digit = *text->at - '0';
		fraction += unit != 0 ? unit * digit : text->at - first == 6 && digit >= 5;
		unit /= 10;
	}
	*out = fraction;
	return text->at != first;
}

static bool read_time(reader *text, int64_t *out)
{
	int hour;
	int minute;
	int second = 0;
	int64_t fraction = 0;
	if (!two_digits(text, &hour) || !take(text, ':') || !two_digits(text, &minute))
		return false;
	if (take(text, ':')) {
		if (!two_digits(text, &second))
			return false;
		if (take(text, '.') && !read_fraction(text, &fraction))
			return false;
	}
	*out = hour * us_per_hour + minute * us_per_minute + second * us_per_second + fraction;
	return minute < 60 && second < 60 && *out <= us_per_day;
}

/* "Z", "+hh", "+hhmm", "+hh:mm", one blank before it allowed; nothing is UTC. The offset is what UTC is behind. */
static bool read_zone(reader *text, int64_t *offset)
{
	*offset = 0;
	if (text->at == text->end)
		return true;
	(void)take(text, ' ');
	if (take(text, 'Z') || take(text, 'z'))
		return true;
	const bool negative = take(text, '-');
	int hours;
	int minutes = 0;
	if ((!negative && !take(text, '+')) || !two_digits(text, &hours))
		return false;
	if (take(text, ':') ? !two_digits(text, &minutes) : text->at != text->end && !two_digits(text, &minutes))
		return false;
	if (hours > 23 || minutes > 59)
		return false;
	*offset = (negative ? -1 : 1) * (hours * us_per_hour + minutes * us_per_minute);
	return true;
}

/* 1 for "infinity", -1 for "-infinity", in any case, otherwise 0. */
static int infinity_sign(const char *text, size_t size)
{
	if (size < 8 || size > 9 || is_digit(text[size - 1]))
		return 0;
	if (cq__text_equal_ascii_n("infinity", text, size) || cq__text_equal_ascii_n("+infinity", text, size))
		return 1;
	return cq__text_equal_ascii_n("-infinity", text, size) ? -1 : 0;
}

cq_status cq__date_parse(const char *text, size_t size, cq_date *out)
{
	*out = (cq_date){ .days = 0 };
	const int infinity = infinity_sign(text, size);
	if (infinity != 0) {
		out->days = infinity > 0 ? INT32_MAX : INT32_MIN;
		return CQ_OK;
	}
	reader from = { text, text + size };
	int64_t days;
	if (!read_day(&from, &days) || from.at != from.end)
		return CQ_WRONG_TYPE;
	if (days >= INT32_MAX || days <= INT32_MIN)
		return CQ_OUT_OF_RANGE;
	out->days = (int32_t)days;
	return CQ_OK;
}

cq_status cq__time_parse(const char *text, size_t size, cq_time *out)
{
	*out = (cq_time){ .microseconds = 0 };
	reader from = { text, text + size };
	int64_t time;
	if (!read_time(&from, &time) || from.at != from.end)
		return CQ_WRONG_TYPE;
	out->microseconds = time;
	return CQ_OK;
}

/* The two ends of the range are infinities and no moments. In 128 bits no part of the sum overflows. */
static cq_status make_timestamp(int64_t days, int64_t time, cq_timestamp *out)
{
	__extension__ const __int128 moment = (__int128)days * us_per_day + time;
	if (moment >= INT64_MAX || moment <= INT64_MIN)
		return CQ_OUT_OF_RANGE;
	out->microseconds = (int64_t)moment;
	return CQ_OK;
}

cq_status cq__timestamp_parse(const char *text, size_t size, cq_timestamp *out)
{
	*out = (cq_timestamp){ .microseconds = 0 };
	const int infinity = infinity_sign(text, size);
	if (infinity != 0) {
		out->microseconds = infinity > 0 ? INT64_MAX : INT64_MIN;
		return CQ_OK;
	}
	reader from = { text, text + size };
	int64_t days;
	int64_t time = 0;
	int64_t offset = 0;
	if (!read_day(&from, &days))
		return CQ_WRONG_TYPE;
	if (take(&from, ' ') || take(&from, 'T') || take(&from, 't')) {
		if (!read_time(&from, &time) || !read_zone(&from, &offset))
			return CQ_WRONG_TYPE;
	}
	if (from.at != from.end)
		return CQ_WRONG_TYPE;
	return make_timestamp(days, time - offset, out);
}

cq_status cq__timestamp_of_date(cq_date date, cq_timestamp *out)
{
	*out = (cq_timestamp){ .microseconds = 0 };
	if (date.days == INT32_MAX || date.days == INT32_MIN) {
		out->microseconds = date.days > 0 ? INT64_MAX : INT64_MIN;
		return CQ_OK;
	}
	return make_timestamp(date.days, 0, out);
}

bool cq__time_is_valid(cq_time value)
{
	return value.microseconds >= 0 && value.microseconds <= us_per_day;
}

static char *write_digits(char *at, uint64_t number, int count)
{
	for (int i = count - 1; i >= 0; i--) {
		at[i] = (char)('0' + number % 10);
		number /= 10;
	}
	return at + count;
}

static char *write_day(char *at, int64_t days)
{
	const calendar_day date = calendar_of(days);
	uint64_t year = (uint64_t)date.year;
	if (date.year < 0) {
		*at++ = '-';
		year = 0 - year;
	}
	int digits = 4;
	for (uint64_t rest = year / 10000; rest != 0; rest /= 10)
		digits++;
	at = write_digits(at, year, digits);
	*at++ = '-';
	at = write_digits(at, (uint64_t)date.month, 2);
	*at++ = '-';
	return write_digits(at, (uint64_t)date.day, 2);
}

static char *write_time(char *at, int64_t microseconds)
{
	at = write_digits(at, (uint64_t)(microseconds / us_per_hour), 2);
	*at++ = ':';
	at = write_digits(at, (uint64_t)(microseconds / us_per_minute % 60), 2);
	*at++ = ':';
	at = write_digits(at, (uint64_t)(microseconds / us_per_second % 60), 2);
	*at++ = '.';
	return write_digits(at, (uint64_t)(microseconds % us_per_second), 6);
}

static size_t close_text(char *start, char *at)
{
	*at = '\0';
	return (size_t)(at - start);
}

static size_t write_word(char *out, size_t capacity, const char *word)
{
	(void)cq__text_copy(out, capacity, word);
	return strlen(word);
}

size_t cq__date_format(cq_date value, char out[CQ_DATE_TEXT])
{
	if (value.days == INT32_MAX || value.days == INT32_MIN)
		return write_word(out, CQ_DATE_TEXT, value.days > 0 ? "infinity" : "-infinity");
	return close_text(out, write_day(out, value.days));
}

size_t cq__time_format(cq_time value, char out[CQ_TIME_TEXT])
{
	if (!cq__time_is_valid(value))
		return write_word(out, CQ_TIME_TEXT, "invalid");
	return close_text(out, write_time(out, value.microseconds));
}

size_t cq__timestamp_format(cq_timestamp value, char out[CQ_TIMESTAMP_TEXT])
{
	if (value.microseconds == INT64_MAX || value.microseconds == INT64_MIN)
		return write_word(out, CQ_TIMESTAMP_TEXT, value.microseconds > 0 ? "infinity" : "-infinity");
	const int64_t days = divide_down(value.microseconds, us_per_day);
	int64_t time = value.microseconds % us_per_day;
	if (time < 0)
		time += us_per_day;
	char *at = write_day(out, days);
	*at++ = ' ';
	return close_text(out, write_time(at, time));
}

cq_timestamp cq_now(void)
{
	struct timespec now;
	/* Cannot fail: the clock exists on every supported system and the address is valid. */
	(void)clock_gettime(CLOCK_REALTIME, &now);
	return (cq_timestamp){ .microseconds = (int64_t)now.tv_sec * us_per_second + now.tv_nsec / 1000 };
}

cq_status cq_date_parse(const char *text, cq_date *out)
{
	return cq__parse_given(text, out, sizeof *out) ? cq__date_parse(text, strlen(text), out) : CQ_MISUSE;
}

cq_status cq_time_parse(const char *text, cq_time *out)
{
	return cq__parse_given(text, out, sizeof *out) ? cq__time_parse(text, strlen(text), out) : CQ_MISUSE;
}

cq_status cq_timestamp_parse(const char *text, cq_timestamp *out)
{
	return cq__parse_given(text, out, sizeof *out) ? cq__timestamp_parse(text, strlen(text), out) : CQ_MISUSE;
}

const char *cq_date_format(cq_date value, char out[CQ_DATE_TEXT])
{
	if (out == NULL)
		return "";
	cq__date_format(value, out);
	return out;
}

const char *cq_time_format(cq_time value, char out[CQ_TIME_TEXT])
{
	if (out == NULL)
		return "";
	cq__time_format(value, out);
	return out;
}

const char *cq_timestamp_format(cq_timestamp value, char out[CQ_TIMESTAMP_TEXT])
{
	if (out == NULL)
		return "";
	cq__timestamp_format(value, out);
	return out;
}
