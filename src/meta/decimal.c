/* meta/decimal.c: decimal numbers: reading, writing, rounding and comparing them.
 *
 * It knows nothing of columns. See cquel/types.h and meta/convert.h.
 */
#include "meta/convert.h"

#include "base/text.h"

#include <math.h>
#include <string.h>

__extension__ typedef __int128 wide;

enum { LARGEST_SCALE = 18 };

static const int64_t powers[LARGEST_SCALE + 1] = {
	1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000,
	1000000000000, 10000000000000, 100000000000000, 1000000000000000, 10000000000000000, 100000000000000000,
	1000000000000000000,
};

/* 18 digits; a 19th fits into the coefficient for some numbers only, so none has it. */
static bool fits(wide coefficient)
{
	return coefficient > -powers[LARGEST_SCALE] && coefficient < powers[LARGEST_SCALE];
}

static int32_t known_scale(int32_t scale)
{
	return scale < 0 ? 0 : scale > LARGEST_SCALE ? LARGEST_SCALE : scale;
}

bool cq__decimal_is_valid(cq_decimal value)
{
	return value.scale >= 0 && value.scale <= LARGEST_SCALE;
}

/* A number's text as it is read: significant * 10^(zeros - behind + exponent). Zeros are counted apart until a digit
 * follows, so that "1.000…0" with any number of zeros can be read. */
typedef struct reading {
	int64_t significant;
	int64_t zeros;
	int64_t behind; /* digits behind the point */
	int64_t exponent;
	bool negative;
	bool too_large;
} reading;

static void read_digit(reading *number, int digit)
{
	if (digit == 0) {
		number->zeros++;
		return;
	}
	if (number->significant == 0)
		number->zeros = 0;
	for (; !number->too_large; number->zeros--) {
		if (number->significant >= powers[LARGEST_SCALE] / 10)
			number->too_large = true;
		number->significant *= number->too_large ? 1 : 10;
		if (number->zeros == 0)
			break;
	}
	if (!number->too_large)
		number->significant += digit;
	number->zeros = 0;
}

static bool is_digit(char character)
{
	return character >= '0' && character <= '9';
}

/* The exponent behind the e, cut where it makes every number too large or too small. */
static bool read_exponent(const char *at, const char *end, int64_t *out)
{
	static const int64_t enough = 1000000000;
	const bool negative = at != end && *at == '-';
	if (negative || (at != end && *at == '+'))
		at++;
	if (at == end)
		return false;
	int64_t exponent = 0;
	for (; at != end; at++) {
		if (!is_digit(*at))
			return false;
		if (exponent < enough)
			exponent = exponent * 10 + (*at - '0');
	}
	*out = negative ? -exponent : exponent;
	return true;
}

static bool read_number(const char *text, size_t size, reading *out)
{
	const char *at = text;
	const char *const end = text + size;
	reading number = { .negative = size != 0 && *at == '-' };
	if (number.negative || (size != 0 && *at == '+'))
		at++;
	const char *const first = at;
	for (; at != end && is_digit(*at); at++)
		read_digit(&number, *at - '0');
	int64_t digits = at - first;
	if (at != end && *at == '.') {
		for (at++; at != end && is_digit(*at); at++, number.behind++)
			read_digit(&number, *at - '0');
		digits += number.behind;
	}
	if (digits == 0)
		return false;
	if (at != end && (*at == 'e' || *at == 'E')) {
		if (!read_exponent(at + 1, end, &number.exponent))
			return false;
		at = end;
	}
	*out = number;
	return at == end;
}

static int64_t clamp(int64_t number, int64_t low, int64_t high)
{
	return number < low ? low : number > high ? high : number;
}

cq_status cq__decimal_parse(const char *text, size_t size, cq_decimal *out)
{
	*out = (cq_decimal){ .coefficient = 0 };
	reading number;
	if (!read_number(text, size, &number))
		return CQ_WRONG_TYPE;
	if (number.too_large)
		return CQ_OUT_OF_RANGE;
	const int64_t written = number.behind - number.exponent;
	const int64_t most = clamp(written, 0, LARGEST_SCALE);
	if (number.significant == 0) {
		out->scale = (int32_t)most;
		return CQ_OK;
	}
	/* The scale as it was written, or with fewer of the last zeros where only that fits. */
	const int64_t least = written - number.zeros;
	for (int64_t scale = most; scale >= clamp(least, 0, LARGEST_SCALE) && scale >= least; scale--) {
		if (scale - least > LARGEST_SCALE || !fits((wide)number.significant * powers[scale - least]))
			continue;
		const int64_t coefficient = number.significant * powers[scale - least];
		out->coefficient = number.negative ? -coefficient : coefficient;
		out->scale = (int32_t)scale;
		return CQ_OK;
	}
	return CQ_OUT_OF_RANGE;
}

cq_status cq_decimal_parse(const char *text, cq_decimal *out)
{
	return cq__parse_given(text, out, sizeof *out) ? cq__decimal_parse(text, strlen(text), out) : CQ_MISUSE;
}

cq_decimal cq_decimal_constant(const char *text)
{
	cq_decimal value;
	return cq_decimal_parse(text, &value) == CQ_OK ? value : (cq_decimal){0, 0};
}

cq_status cq_decimal_rescale(cq_decimal value, int32_t scale, cq_decimal *out)
{
	if (out == NULL)
		return CQ_MISUSE;
	*out = (cq_decimal){ .coefficient = 0 };
	if (!cq__decimal_is_valid(value) || scale < 0 || scale > LARGEST_SCALE)
		return CQ_OUT_OF_RANGE;
	wide coefficient = value.coefficient;
	if (scale >= value.scale) {
		coefficient *= powers[scale - value.scale];
	} else {
		const int64_t divisor = powers[value.scale - scale];
		const int64_t rest = value.coefficient % divisor;
		coefficient = value.coefficient / divisor;
		if (rest >= divisor / 2)
			coefficient++;
		else if (rest <= -(divisor / 2))
			coefficient--;
	}
	if (!fits(coefficient))
		return CQ_OUT_OF_RANGE;
	*out = (cq_decimal){ .coefficient = (int64_t)coefficient, .scale = scale };
	return CQ_OK;
}

size_t cq__decimal_format(cq_decimal value, char out[CQ_DECIMAL_TEXT])
{
	if (!cq__decimal_is_valid(value)) {
		(void)cq__text_copy(out, CQ_DECIMAL_TEXT, "invalid");
		return strlen(out);
	}
	const size_t scale = (size_t)value.scale;
	const bool negative = value.coefficient < 0;
	const uint64_t magnitude = negative ? 0 - (uint64_t)value.coefficient : (uint64_t)value.coefficient;
	char digits[CQ__NUMBER_TEXT];
	const size_t count = cq__unsigned_format(magnitude, digits);
	size_t length = 0;
	if (negative)
		out[length++] = '-';
	/* At least one digit stands before the point. */
	const size_t before = count > scale ? count - scale : 0;
	if (before == 0)
		out[length++] = '0';
	memcpy(out + length, digits, before);
	length += before;
	if (scale != 0) {
		out[length++] = '.';
		const size_t zeros = scale - (count - before);
		memset(out + length, '0', zeros);
		memcpy(out + length + zeros, digits + before, count - before);
		length += scale;
	}
	out[length] = '\0';
	return length;
}

const char *cq_decimal_format(cq_decimal value, char out[CQ_DECIMAL_TEXT])
{
	if (out == NULL)
		return "";
	cq__decimal_format(value, out);
	return out;
}

int cq_decimal_compare(cq_decimal a, cq_decimal b)
{
	const wide left = (wide)a.coefficient * powers[known_scale(b.scale)];
	const wide right = (wide)b.coefficient * powers[known_scale(a.scale)];
	return left < right ? -1 : left > right;
}

double cq_decimal_to_double(cq_decimal value)
{
	static const int64_t exact = INT64_C(1) << 53;
	const int32_t scale = known_scale(value.scale);
	/* Both numbers are doubles then, and one division rounds once. */
	if (value.coefficient >= -exact && value.coefficient <= exact)
		return (double)value.coefficient / (double)powers[scale];
	char text[CQ_DECIMAL_TEXT];
	const size_t length = cq__decimal_format((cq_decimal){ value.coefficient, scale }, text);
	double number;
	if (cq__double_parse(text, length, &number) != CQ_OK)
		number = (double)value.coefficient / (double)powers[scale];
	return number;
}

cq_status cq__decimal_from_double(double number, int32_t scale, cq_decimal *out)
{
	*out = (cq_decimal){ .coefficient = 0 };
	if (scale < 0 || scale > LARGEST_SCALE || isnan(number) || isinf(number))
		return CQ_OUT_OF_RANGE;
	if (fabs(number) >= 1e18)
		return CQ_OUT_OF_RANGE;
	/* Where the product is exact to a thousandth and no half is near, its nearest integer is the answer. */
	const double product = number * (double)powers[scale];
	const bool exact = fabs(product) < 1e12;
	const cq_decimal nearest = { .coefficient = exact ? (int64_t)round(product) : 0, .scale = scale };
	if (exact && fabs(product - (double)nearest.coefficient) < 0.499) {
		*out = nearest;
		return CQ_OK;
	}
	char text[CQ__NUMBER_TEXT];
	const size_t length = cq__double_format_digits(number, 15, text);
	cq_decimal shown;
	if (cq__decimal_parse(text, length, &shown) == CQ_OK)
		return cq_decimal_rescale(shown, scale, out);
	/* More than 18 places: then it is no half at any scale but one beyond the last. */
	if (!exact)
		return CQ_OUT_OF_RANGE;
	*out = nearest;
	return CQ_OK;
}
