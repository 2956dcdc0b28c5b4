/* meta/interval.c: spans of time as ISO 8601 durations.
 *
 * It knows nothing of dates: months, days and microseconds stay apart. See cquel/types.h and meta/convert.h.
 */
#include "meta/convert.h"

#include "base/text.h"

#include <string.h>

static const int64_t us_per_second = 1000000;
static const int64_t us_per_minute = 60000000;
static const int64_t us_per_hour = 3600000000;

/* In the order in which a duration names them. */
typedef struct unit {
	char letter;
	bool of_time;
	enum { MONTHS, DAYS, MICROSECONDS, SUMS } sum;
	int64_t worth;
} unit;

static const unit units[] = {
	{ 'Y', false, MONTHS, 12 },
	{ 'M', false, MONTHS, 1 },
	{ 'W', false, DAYS, 7 },
	{ 'D', false, DAYS, 1 },
	{ 'H', true, MICROSECONDS, 3600000000 },
	{ 'M', true, MICROSECONDS, 60000000 },
	{ 'S', true, MICROSECONDS, 1000000 },
};

enum { UNITS = sizeof units / sizeof units[0] };

/* One part, "-6.000007S": its number as whole and millionths, both with the sign. */
typedef struct part {
	int64_t whole;
	int64_t millionths;
	bool has_fraction;
	bool fits;
} part;

static bool is_digit(char character)
{
	return character >= '0' && character <= '9';
}

/* The number of a part; NULL when there is none, otherwise what follows it. */
static const char *read_part(const char *at, const char *end, bool negative, part *out)
{
	*out = (part){ .fits = true };
	if (at != end && (*at == '-' || *at == '+'))
		negative ^= *at++ == '-';
	const int sign = negative ? -1 : 1;
	const char *const first = at;
	for (; at != end && is_digit(*at); at++) {
		if (__builtin_mul_overflow(out->whole, 10, &out->whole) ||
			__builtin_add_overflow(out->whole, sign * (*at - '0'), &out->whole))
			out->fits = false;
	}
	if (at == first)
		return NULL;
	if (at == end || *at != '.')
		return at;
	const char *const point = at++;
	int64_t worth = us_per_second / 10;
	for (; at != end && is_digit(*at); at++, worth /= 10)
		out->millionths += sign * (worth != 0 ? worth * (*at - '0') : at - point == 7 && *at >= '5');
	out->has_fraction = true;
	return at - point > 1 ? at : NULL;
}

/* The unit of a part, searched behind the one before it, so that none comes twice or out of order. */
static int find_unit(int from, bool of_time, char letter)
{
	for (int i = from; i < UNITS; i++) {
		if (units[i].letter == letter && units[i].of_time == of_time)
			return i;
	}
	return UNITS;
}

static bool add_part(int64_t *sum, const part *number, int64_t worth)
{
	int64_t product;
	return number->fits && !__builtin_mul_overflow(number->whole, worth, &product) &&
		!__builtin_add_overflow(*sum, product, sum) && !__builtin_add_overflow(*sum, number->millionths, sum);
}

static cq_status read_parts(const char *at, const char *end, bool negative, int64_t sums[SUMS])
{
	bool fits = true;
	bool of_time = false;
	bool wanted = true; /* a part must follow */
	for (int next = 0; at != end; next++) {
		if (*at == 'T' && !of_time) {
			of_time = true;
			wanted = true;
			at++;
		}
		part number;
		at = read_part(at, end, negative, &number);
		if (at == NULL || at == end)
			return CQ_WRONG_TYPE;
		next = find_unit(next, of_time, *at++);
		if (next == UNITS || (number.has_fraction && units[next].letter != 'S'))
			return CQ_WRONG_TYPE;
		fits = fits && add_part(&sums[units[next].sum], &number, units[next].worth);
		wanted = false;
	}
	if (wanted)
		return CQ_WRONG_TYPE;
	return fits ? CQ_OK : CQ_OUT_OF_RANGE;
}

cq_status cq__interval_parse(const char *text, size_t size, cq_interval *out)
{
	*out = (cq_interval){ .months = 0 };
	const char *at = text;
	const char *const end = text + size;
	const bool negative = at != end && *at == '-';
	if (negative || (at != end && *at == '+'))
		at++;
	if (at == end || *at != 'P')
		return CQ_WRONG_TYPE;
	int64_t sums[SUMS] = { 0 };
	const cq_status status = read_parts(at + 1, end, negative, sums);
	if (status != CQ_OK)
		return status;
	if (sums[MONTHS] < INT32_MIN || sums[MONTHS] > INT32_MAX || sums[DAYS] < INT32_MIN || sums[DAYS] > INT32_MAX)
		return CQ_OUT_OF_RANGE;
	*out = (cq_interval){ (int32_t)sums[MONTHS], (int32_t)sums[DAYS], sums[MICROSECONDS] };
	return CQ_OK;
}

/* A part that is not zero. */
static char *write_part(char *at, int64_t number, char letter)
{
	if (number == 0)
		return at;
	char digits[CQ__NUMBER_TEXT];
	const size_t length = cq__int64_format(number, digits);
	memcpy(at, digits, length);
	at[length] = letter;
	return at + length + 1;
}

static char *write_seconds(char *at, int64_t microseconds)
{
	if (microseconds % us_per_second == 0)
		return write_part(at, microseconds / us_per_second, 'S');
	uint64_t left = (uint64_t)microseconds;
	if (microseconds < 0) {
		*at++ = '-';
		left = 0 - left;
	}
	char digits[CQ__NUMBER_TEXT];
	const size_t length = cq__unsigned_format(left / (uint64_t)us_per_second, digits);
	memcpy(at, digits, length);
	at += length;
	*at++ = '.';
	uint64_t fraction = left % (uint64_t)us_per_second;
	for (int i = 5; i >= 0; i--, fraction /= 10)
		at[i] = (char)('0' + fraction % 10);
	at[6] = 'S';
	return at + 7;
}

size_t cq__interval_format(cq_interval value, char out[CQ_INTERVAL_TEXT])
{
	char *at = out;
	*at++ = 'P';
	at = write_part(at, value.months / 12, 'Y');
	at = write_part(at, value.months % 12, 'M');
	at = write_part(at, value.days, 'D');
	if (value.microseconds != 0) {
		*at++ = 'T';
		at = write_part(at, value.microseconds / us_per_hour, 'H');
		at = write_part(at, value.microseconds % us_per_hour / us_per_minute, 'M');
		at = write_seconds(at, value.microseconds % us_per_minute);
	} else if (at == out + 1) {
		*at++ = 'T';
		*at++ = '0';
		*at++ = 'S';
	}
	*at = '\0';
	return (size_t)(at - out);
}

cq_status cq_interval_parse(const char *text, cq_interval *out)
{
	return cq__parse_given(text, out, sizeof *out) ? cq__interval_parse(text, strlen(text), out) : CQ_MISUSE;
}

const char *cq_interval_format(cq_interval value, char out[CQ_INTERVAL_TEXT])
{
	if (out == NULL)
		return "";
	cq__interval_format(value, out);
	return out;
}
