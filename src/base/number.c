/* base/number.c: numbers from and to text, with a point whatever the process's locale is.
 *
 * It knows nothing of SQL types. See base/text.h.
 */
#include "base/alloc.h"
#include "base/text.h"

#include <locale.h>
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is_digit(char character)
{
	return character >= '0' && character <= '9';
}

cq_status cq__int64_parse(const char *text, size_t size, int64_t *out)
{
	*out = 0;
	size_t i = 0;
	const bool negative = size != 0 && text[0] == '-';
	if (negative || (size != 0 && text[0] == '+'))
		i++;
	if (i == size)
		return CQ_WRONG_TYPE;
	/* Downward, for INT64_MIN has no positive twin. */
	int64_t number = 0;
	bool fits = true;
	for (; i < size; i++) {
		if (!is_digit(text[i]))
			return CQ_WRONG_TYPE;
		if (fits && (__builtin_mul_overflow(number, 10, &number) ||
			__builtin_sub_overflow(number, text[i] - '0', &number)))
			fits = false;
	}
	if (!fits || (!negative && number == INT64_MIN))
		return CQ_OUT_OF_RANGE;
	*out = negative ? number : -number;
	return CQ_OK;
}

/* Whether the text is digits with at most one point, at least one digit, and perhaps an exponent. */
static bool has_number_shape(const char *text, size_t size)
{
	size_t i = size != 0 && (text[0] == '-' || text[0] == '+') ? 1 : 0;
	size_t digits = 0;
	for (; i < size && is_digit(text[i]); i++)
		digits++;
	if (i < size && text[i] == '.') {
		for (i++; i < size && is_digit(text[i]); i++)
			digits++;
	}
	if (digits == 0)
		return false;
	if (i < size && (text[i] == 'e' || text[i] == 'E')) {
		i++;
		if (i < size && (text[i] == '-' || text[i] == '+'))
			i++;
		const size_t exponent = i;
		for (; i < size && is_digit(text[i]); i++)
			;
		if (i == exponent)
			return false;
	}
	return i == size;
}

static bool parse_special(const char *text, size_t size, double *out)
{
	const bool negative = size != 0 && text[0] == '-';
	const size_t sign = negative || (size != 0 && text[0] == '+') ? 1 : 0;
	const char *const word = text + sign;
	const size_t length = size - sign;
	if (cq__text_equal_ascii_n("inf", word, length) || cq__text_equal_ascii_n("infinity", word, length)) {
		*out = negative ? -(double)INFINITY : (double)INFINITY;
		return true;
	}
	if (cq__text_equal_ascii_n("nan", word, length)) {
		*out = (double)NAN;
		return true;
	}
	return false;
}

static pthread_once_t once = PTHREAD_ONCE_INIT;
static locale_t c_locale;

/* With glibc this locale is static: nothing is allocated, and it cannot fail. */
static void make_c_locale(void)
{
	c_locale = newlocale(LC_ALL_MASK, "C", (locale_t)0);
}

/* text is NUL-terminated and has the shape of a number. */
static cq_status parse_terminated(const char *text, double *out)
{
	if (pthread_once(&once, make_c_locale) != 0 || c_locale == (locale_t)0)
		return CQ_NO_MEMORY;
	const double number = strtod_l(text, NULL, c_locale);
	if (isinf(number))
		return CQ_OUT_OF_RANGE;
	*out = number;
	return CQ_OK;
}

cq_status cq__double_parse(const char *text, size_t size, double *out)
{
	*out = 0;
	if (!has_number_shape(text, size))
		return parse_special(text, size, out) ? CQ_OK : CQ_WRONG_TYPE;
	char small[128];
	if (size < sizeof small) {
		memcpy(small, text, size);
		small[size] = '\0';
		return parse_terminated(small, out);
	}
	char *const copy = cq__alloc_text(text, size);
	if (copy == NULL)
		return CQ_NO_MEMORY;
	const cq_status status = parse_terminated(copy, out);
	cq__free(copy);
	return status;
}

size_t cq__unsigned_format(uint64_t number, char out[CQ__NUMBER_TEXT])
{
	char digits[CQ__NUMBER_TEXT];
	size_t at = sizeof digits;
	do {
		digits[--at] = (char)('0' + number % 10);
		number /= 10;
	} while (number != 0);
	const size_t length = sizeof digits - at;
	memcpy(out, digits + at, length);
	out[length] = '\0';
	return length;
}

size_t cq__int64_format(int64_t number, char out[CQ__NUMBER_TEXT])
{
	if (number >= 0)
		return cq__unsigned_format((uint64_t)number, out);
	char digits[CQ__NUMBER_TEXT];
	const size_t length = cq__unsigned_format(0 - (uint64_t)number, digits);
	out[0] = '-';
	memcpy(out + 1, digits, length + 1);
	return length + 1;
}

/* snprintf writes the locale's point, one character of perhaps several bytes; everything else of a number is ASCII. */
static size_t make_point(char *text, size_t length)
{
	size_t to = 0;
	for (size_t from = 0; from < length; from++) {
		const char character = text[from];
		if (is_digit(character) || character == '-' || character == '+' || character == 'e')
			text[to++] = character;
		else if (to == 0 || text[to - 1] != '.')
			text[to++] = '.';
	}
	text[to] = '\0';
	return to;
}

static size_t keep_text(char out[CQ__NUMBER_TEXT], const char *text)
{
	(void)cq__text_copy(out, CQ__NUMBER_TEXT, text);
	return strlen(text);
}

size_t cq__double_format_digits(double number, int digits, char out[CQ__NUMBER_TEXT])
{
	if (isnan(number))
		return keep_text(out, "nan");
	if (isinf(number))
		return keep_text(out, number < 0 ? "-inf" : "inf");
	const int length = snprintf(out, CQ__NUMBER_TEXT, "%.*g", digits, number);
	return length > 0 ? make_point(out, (size_t)length) : keep_text(out, "nan");
}

size_t cq__double_format(double number, char out[CQ__NUMBER_TEXT])
{
	static const double exact_integers = 1e15;
	if (number > -exact_integers && number < exact_integers && number == trunc(number) &&
		!(number == 0 && signbit(number)))
		return cq__int64_format((int64_t)number, out);
	size_t length = 0;
	for (int digits = 15; digits <= 17; digits++) {
		length = cq__double_format_digits(number, digits, out);
		double again;
		if (cq__double_parse(out, length, &again) == CQ_OK && !(again < number || again > number))
			break;
	}
	return length;
}
