/* random_expression/model_texts.c: texts by their UTF-8 characters, and moments by the calendar.
 *
 * It knows nothing of SQL, and has a calendar of its own. model.c calls it.
 */
#include "expression.h"

#include <stdlib.h>
#include <string.h>

/* ---- texts ---------------------------------------------------------------------------------------------------------- */

static size_t character_count(const char *text, size_t size)
{
	size_t count = 0;
	for (size_t i = 0; i < size; i++)
		count += ((unsigned char)text[i] & 0xC0) != 0x80;
	return count;
}

/* Where the n-th character starts, from 0; the end when there are fewer. */
static const char *character_at(const char *text, int64_t n)
{
	for (; *text != '\0'; text++) {
		if (((unsigned char)*text & 0xC0) != 0x80 && n-- == 0)
			break;
	}
	return text;
}

static value joined(const scope *at, const term *expression)
{
	char *text = cq__arena_alloc_text(at->arena, 1);
	if (text == NULL)
		abort();
	*text = '\0';
	value result = { .text = text };
	for (uint32_t i = 0; i < expression->count; i++) {
		const value part = operand_value(at, expression, i);
		if (part.null)
			return part;
		char *const both = cq__arena_alloc_text(at->arena, result.size + part.size + 1);
		if (both == NULL)
			abort();
		memcpy(both, result.text, result.size);
		memcpy(both + result.size, part.text, part.size + 1);
		result = (value){ .text = both, .size = result.size + part.size };
	}
	return result;
}

/* The letters that every database knows. */
static value in_case(const scope *at, const term *expression, char from, char to)
{
	const value given = operand_value(at, expression, 0);
	if (given.null)
		return given;
	const value result = sized_value(at, given.text, given.size);
	for (char *letter = (char *)(uintptr_t)result.text; *letter != '\0'; letter++) {
		if (*letter >= from && *letter <= from + 25)
			*letter = (char)(*letter - from + to);
		/* MariaDB knows all letters; of the others we have only one. */
		else if (at->database == 2 && (unsigned char)*letter == 0xC3 && (unsigned char)letter[1] == (from == 'a' ? 0xA9 : 0x89))
			*++letter = (char)(from == 'a' ? 0x89 : 0xA9);
	}
	return result;
}

static value trimmed(const scope *at, const term *expression)
{
	const value given = operand_value(at, expression, 0);
	if (given.null)
		return given;
	size_t start = 0, end = given.size;
	while (start < end && given.text[start] == ' ')
		start++;
	while (end > start && given.text[end - 1] == ' ')
		end--;
	return sized_value(at, given.text + start, end - start);
}

static value part(const scope *at, const term *expression)
{
	const value given = operand_value(at, expression, 0), from = operand_value(at, expression, 1);
	const value count = expression->count > 2 ? operand_value(at, expression, 2) : integer_value(1000000);
	if (given.null || from.null || count.null)
		return null_value();
	const char *const start = character_at(given.text, from.integer - 1);
	return sized_value(at, start, (size_t)(character_at(start, count.integer) - start));
}

static value replaced(const scope *at, const term *expression)
{
	const value given = operand_value(at, expression, 0), what = operand_value(at, expression, 1), with = operand_value(at, expression, 2);
	if (given.null || what.null || (with.null && at->database == 1))
		return null_value();
	if (with.null && at->database == 2)
		return what.size != 0 && strstr(given.text, what.text) != NULL ? with : given;
	/* SQLite looks no further when there is nothing to look for. */
	if (what.size == 0)
		return given;
	if (with.null)
		return with;
	char *const text = cq__arena_alloc_text(at->arena, (given.size + 1) * (with.size + 1) + 1);
	if (text == NULL)
		abort();
	size_t size = 0;
	for (const char *from = given.text; *from != '\0';) {
		const bool found = strncmp(from, what.text, what.size) == 0;
		memcpy(text + size, found ? with.text : from, found ? with.size : 1);
		size += found ? with.size : 1;
		from += found ? what.size : 1;
	}
	return sized_value(at, text, size);
}

static value position(const scope *at, const term *expression)
{
	const value what = operand_value(at, expression, 0), text = operand_value(at, expression, 1);
	if (what.null || text.null)
		return null_value();
	const char *const found = strstr(text.text, what.text);
	return integer_value(found != NULL ? (int64_t)character_count(text.text, (size_t)(found - text.text)) + 1 : 0);
}

static value length(const scope *at, const term *expression)
{
	const value given = operand_value(at, expression, 0);
	if (given.null)
		return given;
	return integer_value((int64_t)(expression->operands[0]->kind == KIND_BYTES ? given.size : character_count(given.text, given.size)));
}

value evaluate_text(const scope *at, const term *expression)
{
	switch ((cq_operator)expression->op) {
	case CQ_OP_CONCAT: return joined(at, expression);
	case CQ_OP_LOWER: return in_case(at, expression, 'A', 'a');
	case CQ_OP_UPPER: return in_case(at, expression, 'a', 'A');
	case CQ_OP_TRIM: return trimmed(at, expression);
	case CQ_OP_SUBSTR: return part(at, expression);
	case CQ_OP_REPLACE: return replaced(at, expression);
	case CQ_OP_POSITION: return position(at, expression);
	case CQ_OP_LENGTH: return length(at, expression);
	case CQ_OP_JSON_TEXT: return evaluate_json(at, expression);
	default: abort();
	}
}

/* ---- moments -------------------------------------------------------------------------------------------------------- */

#define SECOND INT64_C(1000000)
#define DAY (86400 * SECOND)

typedef struct calendar {
	int64_t year, month, day; /* months and days from 1 */
} calendar;

static int64_t floor_divide(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

static bool is_leap(int64_t year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int64_t days_in(int64_t year, int64_t month)
{
	static const int64_t days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

/* Days from 1970-01-01 to the first day of a year. */
static int64_t year_start(int64_t year)
{
	const int64_t before = year - 1;
	return 365 * (year - 1970) + (floor_divide(before, 4) - floor_divide(before, 100) + floor_divide(before, 400)) - 477;
}

static calendar calendar_of(int64_t days)
{
	calendar result = { .year = 1970 + floor_divide(days, 366), .month = 1 };
	while (year_start(result.year + 1) <= days)
		result.year++;
	while (year_start(result.year) > days)
		result.year--;
	result.day = days - year_start(result.year) + 1;
	for (; result.day > days_in(result.year, result.month); result.month++)
		result.day -= days_in(result.year, result.month);
	return result;
}

static int64_t days_of(calendar date)
{
	int64_t days = year_start(date.year) + date.day - 1;
	for (int64_t month = 1; month < date.month; month++)
		days += days_in(date.year, month);
	return days;
}

/* 1 Monday to 7 Sunday; 1970-01-01 was a Thursday. */
static int64_t day_of_week(int64_t days)
{
	return days + 3 - 7 * floor_divide(days + 3, 7) + 1;
}

/* A week belongs to the year that its Thursday is in. */
static int64_t week_of(int64_t days)
{
	const int64_t thursday = days - day_of_week(days) + 4;
	return (thursday - year_start(calendar_of(thursday).year)) / 7 + 1;
}

static int64_t truncated_days(cq_unit unit, int64_t days)
{
	calendar date = calendar_of(days);
	switch (unit) {
	case CQ_UNIT_WEEK: return days - day_of_week(days) + 1;
	case CQ_UNIT_QUARTER: date.month -= (date.month - 1) % 3; break;
	case CQ_UNIT_YEAR: date.month = 1; break;
	case CQ_UNIT_MONTH: break;
	default: return days;
	}
	date.day = 1;
	return days_of(date);
}

static int64_t unit_length(cq_unit unit)
{
	static const int64_t lengths[] = { SECOND, 60 * SECOND, 3600 * SECOND, DAY, 7 * DAY };
	return lengths[unit];
}

static int64_t moved_days(cq_unit unit, int64_t days, int64_t count)
{
	const int64_t months = unit == CQ_UNIT_MONTH ? count : unit == CQ_UNIT_QUARTER ? 3 * count : 12 * count;
	calendar date = calendar_of(days);
	const int64_t month = date.year * 12 + date.month - 1 + months;
	date.year = floor_divide(month, 12);
	date.month = month - 12 * date.year + 1;
	if (date.day > days_in(date.year, date.month))
		date.day = days_in(date.year, date.month);
	return days_of(date);
}

static int64_t moved(cq_unit unit, int64_t moment, int64_t count)
{
	if (unit <= CQ_UNIT_WEEK)
		return moment + count * unit_length(unit);
	const int64_t days = floor_divide(moment, DAY);
	return moved_days(unit, days, count) * DAY + (moment - days * DAY);
}

static int64_t extracted(cq_unit unit, int64_t moment)
{
	const int64_t days = floor_divide(moment, DAY), time = moment - days * DAY;
	const calendar date = calendar_of(days);
	switch (unit) {
	case CQ_UNIT_SECOND: return time / SECOND % 60;
	case CQ_UNIT_MINUTE: return time / (60 * SECOND) % 60;
	case CQ_UNIT_HOUR: return time / (3600 * SECOND);
	case CQ_UNIT_DAY: return date.day;
	case CQ_UNIT_WEEK: return week_of(days);
	case CQ_UNIT_MONTH: return date.month;
	case CQ_UNIT_QUARTER: return (date.month - 1) / 3 + 1;
	case CQ_UNIT_YEAR: return date.year;
	case CQ_UNIT_DAY_OF_WEEK: return day_of_week(days);
	case CQ_UNIT_DAY_OF_YEAR: return days - year_start(date.year) + 1;
	default: return floor_divide(moment, SECOND);
	}
}

static int64_t truncated(cq_unit unit, int64_t moment)
{
	if (unit < CQ_UNIT_DAY)
		return floor_divide(moment, unit_length(unit)) * unit_length(unit);
	return truncated_days(unit, floor_divide(moment, DAY)) * DAY;
}

/* Months first, which may shorten the day, then days, then what is less. */
static value interval_added(const scope *at, const term *expression)
{
	const value operand = operand_value(at, expression, 0), other = operand_value(at, expression, 1);
	cq_interval interval;
	if (operand.null || other.null)
		return null_value();
	if (cq_interval_parse(other.text, &interval) != CQ_OK)
		abort();
	const int64_t scale = expression->kind == KIND_DATE ? DAY : 1;
	const int64_t moment = moved(CQ_UNIT_MONTH, operand.integer * scale, interval.months) + interval.days * DAY + interval.microseconds;
	return integer_value(floor_divide(moment, scale));
}

value evaluate_moment(const scope *at, const term *expression)
{
	if (expression->op == CQ_OP_INTERVAL_ADD)
		return interval_added(at, expression);
	const value operand = operand_value(at, expression, 0);
	const value other = expression->count > 1 ? operand_value(at, expression, 1) : integer_value(0);
	/* A DATE counts as its midnight. */
	const bool date = expression->operands[0]->kind == KIND_DATE;
	const int64_t scale = date ? DAY : 1;
	const cq_unit unit = (cq_unit)expression->flags;
	if (operand.null || other.null)
		return null_value();
	const int64_t moment = operand.integer * scale;
	switch ((cq_operator)expression->op) {
	case CQ_OP_DATE_TRUNC: return integer_value(truncated(unit, moment) / scale);
	case CQ_OP_DATE_ADD: return integer_value(moved(unit, moment, other.integer) / scale);
	case CQ_OP_DATE_DIFF: return integer_value((moment - other.integer * scale) / unit_length(unit));
	case CQ_OP_EXTRACT: return integer_value(extracted(unit, moment));
	default: abort();
	}
}
