/* driver/postgres/numeric.c: decimals and doubles to PostgreSQL's numeric and back. See numeric.h.
 *
 * It knows nothing of binds and fields. Whatever was received is looked at before it is believed.
 */
#include "driver/postgres/numeric.h"

#include "base/text.h"
#include "driver/postgres/wire.h"

#include <math.h>
#include <stdio.h>

__extension__ typedef unsigned __int128 wide;

enum {
	HEADER = 8,
	BASE = 10000,
	DIGITS = 4,       /* decimal ones in one to the base */
	MOST_SCALE = 18,  /* of a cq_decimal */
	MOST_DIGITS = 6,
	SHOWN_DIGITS = 16 /* to the base, in messages */
};

#define LIMIT UINT64_C(1000000000000000000)

static const uint64_t powers[] = { 1, 10, 100, 1000 };

/* ---- writing ----------------------------------------------------------------------------------------------------- */

/* The digits of a number, the last first. */
static int split(uint64_t number, unsigned shift, uint16_t digits[MOST_DIGITS])
{
	int count = 0;
	if (number <= UINT64_MAX / BASE) {
		for (uint64_t left = number * powers[shift]; left != 0; left /= BASE)
			digits[count++] = (uint16_t)(left % BASE);
		return count;
	}
	for (wide left = (wide)number * powers[shift]; left != 0; left /= BASE)
		digits[count++] = (uint16_t)(left % BASE);
	return count;
}

static int write_special(unsigned sign, int scale, unsigned char *out)
{
	memset(out, 0, HEADER);
	cq__wire_put_16(out + 4, (uint16_t)sign);
	cq__wire_put_16(out + 6, (uint16_t)scale);
	return HEADER;
}

/* number * 10^exponent, with `scale` digits shown behind the point. */
static int write_number(bool negative, uint64_t number, int exponent, int scale, unsigned char *out)
{
	if (number == 0)
		return write_special(CQ__NUMERIC_POSITIVE, scale, out);
	/* exponent = 4 * power + shift, shift 0 to 3. */
	const int power = exponent >= 0 ? exponent / DIGITS : -((-exponent + DIGITS - 1) / DIGITS);
	uint16_t digits[MOST_DIGITS];
	const int all = split(number, (unsigned)(exponent - power * DIGITS), digits);
	int last = 0;
	while (digits[last] == 0)
		last++;
	const int count = all - last;
	cq__wire_put_16(out, (uint16_t)count);
	cq__wire_put_16(out + 2, (uint16_t)(power + all - 1));
	cq__wire_put_16(out + 4, negative ? CQ__NUMERIC_NEGATIVE : CQ__NUMERIC_POSITIVE);
	cq__wire_put_16(out + 6, (uint16_t)scale);
	for (int i = 0; i < count; i++)
		cq__wire_put_16(out + HEADER + 2 * i, digits[all - 1 - i]);
	return HEADER + 2 * count;
}

int cq__numeric_of_decimal(cq_decimal number, unsigned char out[CQ__NUMERIC_BYTES])
{
	const bool negative = number.coefficient < 0;
	const uint64_t magnitude = negative ? 0 - (uint64_t)number.coefficient : (uint64_t)number.coefficient;
	return write_number(negative, magnitude, -number.scale, number.scale, out);
}

int cq__numeric_of_double(double number, unsigned char out[CQ__NUMERIC_BYTES])
{
	if (isnan(number))
		return write_special(CQ__NUMERIC_NAN, 0, out);
	if (isinf(number))
		return write_special(number > 0 ? CQ__NUMERIC_INFINITY : CQ__NUMERIC_MINUS_INFINITY, 0, out);
	char text[CQ__NUMBER_TEXT];
	const size_t length = cq__double_format(fabs(number), text);
	uint64_t digits = 0;
	int exponent = 0;
	bool behind = false;
	size_t i = 0;
	for (; i < length && text[i] != 'e'; i++) {
		if (text[i] == '.') {
			behind = true;
			continue;
		}
		digits = digits * 10 + (uint64_t)(text[i] - '0');
		exponent -= behind;
	}
	int64_t written = 0;
	if (i < length && cq__int64_parse(text + i + 1, length - i - 1, &written) == CQ_OK)
		exponent += (int)written;
	return write_number(number < 0, digits, exponent, exponent < 0 ? -exponent : 0, out);
}

/* ---- reading ----------------------------------------------------------------------------------------------------- */

static unsigned digit_at(const cq__numeric *number, int i)
{
	return cq__wire_get_16(number->digits + 2 * (size_t)i);
}

bool cq__numeric_read(const void *value, int length, cq__numeric *out)
{
	const unsigned char *const bytes = value;
	if (length < HEADER)
		return false;
	out->count = (int16_t)cq__wire_get_16(bytes);
	out->weight = (int16_t)cq__wire_get_16(bytes + 2);
	out->sign = cq__wire_get_16(bytes + 4);
	out->scale = cq__wire_get_16(bytes + 6);
	out->digits = bytes + HEADER;
	if (out->count < 0 || length != HEADER + 2 * out->count)
		return false;
	for (int i = 0; i < out->count; i++)
		if (digit_at(out, i) >= BASE)
			return false;
	return out->sign == CQ__NUMERIC_POSITIVE || out->sign == CQ__NUMERIC_NEGATIVE || out->sign == CQ__NUMERIC_NAN ||
		out->sign == CQ__NUMERIC_INFINITY || out->sign == CQ__NUMERIC_MINUS_INFINITY;
}

static bool is_finite(const cq__numeric *number)
{
	return number->sign == CQ__NUMERIC_POSITIVE || number->sign == CQ__NUMERIC_NEGATIVE;
}

/* What stands before the last decimal place that is kept, and what decides how it is rounded. */
typedef struct cut {
	wide kept;
	unsigned next; /* the first decimal digit that is not kept */
	bool more;     /* something but zeros is not kept */
	bool too_large;
} cut;

static void append(cut *to, unsigned digit, uint64_t factor)
{
	to->kept = to->kept * factor + digit;
	to->too_large |= to->kept > (wide)UINT64_MAX;
	if (to->too_large)
		to->kept = 0;
}

/* Cuts behind so many decimal places. */
static cut cut_at(const cq__numeric *number, int places)
{
	cut all = { 0 };
	bool first = true; /* of the decimal digits that are not kept: it tells how to round */
	int exponent = number->weight * DIGITS;
	for (int i = 0; i < number->count; i++, exponent -= DIGITS) {
		const unsigned digit = digit_at(number, i);
		const int below = -places - exponent; /* so many decimal digits of this one are not kept */
		if (below <= 0) {
			append(&all, digit, BASE);
			continue;
		}
		if (below <= DIGITS) {
			const unsigned divisor = below == DIGITS ? BASE : (unsigned)powers[below];
			append(&all, digit / divisor, BASE / divisor);
			all.next = first ? digit % divisor / (divisor / 10) : all.next;
		}
		first = false;
		all.more |= below >= DIGITS ? digit != 0 : digit % powers[below] != 0;
	}
	/* Zeros between the last digit and the place where it is cut. */
	for (exponent += DIGITS; first && exponent > -places && all.kept != 0 && !all.too_large; exponent--)
		append(&all, 0, 10);
	return all;
}

cq_status cq__numeric_to_decimal(const cq__numeric *number, int32_t scale, cq_decimal *out)
{
	*out = (cq_decimal){ 0, 0 };
	if (!is_finite(number) || scale < 0 || scale > MOST_SCALE)
		return CQ_OUT_OF_RANGE;
	cut all = cut_at(number, scale);
	all.kept += all.next >= 5;
	if (all.too_large || all.kept >= LIMIT)
		return CQ_OUT_OF_RANGE;
	const int64_t coefficient = (int64_t)all.kept;
	*out = (cq_decimal){ number->sign == CQ__NUMERIC_NEGATIVE ? -coefficient : coefficient, scale };
	return CQ_OK;
}

cq_status cq__numeric_to_integer(const cq__numeric *number, int64_t *out)
{
	*out = 0;
	if (!is_finite(number))
		return CQ_OUT_OF_RANGE;
	const cut all = cut_at(number, 0);
	if (all.more)
		return CQ_WRONG_TYPE;
	const bool negative = number->sign == CQ__NUMERIC_NEGATIVE;
	if (all.too_large || all.kept > (wide)INT64_MAX + negative)
		return CQ_OUT_OF_RANGE;
	*out = negative ? (int64_t)(0 - (uint64_t)all.kept) : (int64_t)all.kept;
	return CQ_OK;
}

static double double_of_special(const cq__numeric *number)
{
	if (number->sign == CQ__NUMERIC_NAN)
		return (double)NAN;
	return number->sign == CQ__NUMERIC_INFINITY ? (double)INFINITY : -(double)INFINITY;
}

cq_status cq__numeric_to_double(const cq__numeric *number, double *out)
{
	/* 800 decimal digits decide on the nearest double; what stands behind them only breaks a tie. */
	enum { DECIDING = 200 };
	char text[DIGITS * DECIDING + 32];
	if (!is_finite(number)) {
		*out = double_of_special(number);
		return CQ_OK;
	}
	const int count = number->count < DECIDING ? number->count : DECIDING;
	size_t length = 0;
	text[length++] = number->sign == CQ__NUMERIC_NEGATIVE ? '-' : '+';
	text[length++] = '0';
	for (int i = 0; i < count; i++) {
		unsigned digit = digit_at(number, i);
		for (int j = DIGITS - 1; j >= 0; j--, digit /= 10)
			text[length + (size_t)j] = (char)('0' + digit % 10);
		length += DIGITS;
	}
	int exponent = (number->weight - count + 1) * DIGITS;
	if (number->count > count) {
		text[length++] = '1';
		exponent--;
	}
	length += (size_t)snprintf(text + length, sizeof text - length, "e%d", exponent);
	return cq__double_parse(text, length, out);
}

const char *cq__numeric_show(const cq__numeric *number, char out[CQ__NUMERIC_TEXT])
{
	if (!is_finite(number)) {
		(void)cq__text_copy(out, CQ__NUMERIC_TEXT, number->sign == CQ__NUMERIC_NAN ? "NaN" :
			number->sign == CQ__NUMERIC_INFINITY ? "Infinity" : "-Infinity");
		return out;
	}
	/* So many digits stand before the point; those behind it begin with the zeros that the weight leaves out. */
	const int before = number->weight < 0 ? 0 : number->weight + 1;
	const int behind = (number->scale + DIGITS - 1) / DIGITS;
	size_t length = 0, point = 0;
	if (number->sign == CQ__NUMERIC_NEGATIVE)
		out[length++] = '-';
	if (before == 0)
		out[length++] = '0';
	for (int i = 0; i < before + behind && i < SHOWN_DIGITS; i++) {
		if (i == before) {
			point = length;
			out[length++] = '.';
		}
		const int place = i - before + number->weight + 1;
		const unsigned digit = place >= 0 && place < number->count ? digit_at(number, place) : 0;
		length += (size_t)snprintf(out + length, CQ__NUMERIC_TEXT - length, i == 0 && before != 0 ? "%u" : "%04u", digit);
	}
	if (before + behind > SHOWN_DIGITS)
		length += (size_t)snprintf(out + length, CQ__NUMERIC_TEXT - length, "...");
	else if (point != 0 && length > point + 1 + (size_t)number->scale)
		length = point + 1 + (size_t)number->scale;
	out[length] = '\0';
	return out;
}
