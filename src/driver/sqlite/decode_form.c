/* driver/sqlite/decode_form.c: what decode.c does not take in its stride: NULL, other storage classes, and the stored
 * forms of the types that SQLite does not have.
 *
 * It knows nothing of rows. A value that does not become the member exactly is an error that names field and row.
 */
#include "base/text.h"
#include "driver/sqlite/sqlite.h"
#include "meta/row_list.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define SECOND INT64_C(1000000)

/* One value on its way: what it is called in messages, and what it holds. */
typedef struct source {
	const cq__decoder *decoder;
	const cq__decode *entry;
	sqlite3_value *value;
	int class; /* SQLITE_INTEGER … */
	cq__field_place place;
} source;

static const char *class_name(int class)
{
	switch (class) {
	case SQLITE_INTEGER:
		return "an integer";
	case SQLITE_FLOAT:
		return "a real number";
	case SQLITE_TEXT:
		return "a text";
	case SQLITE_BLOB:
		return "bytes";
	default:
		return "NULL";
	}
}

#define refuse(from, status, ...) cq__field_refuse(&(from)->place, (from)->entry, status, __VA_ARGS__)

static cq_status refuse_class(const source *from)
{
	return refuse(from, CQ_WRONG_TYPE, "%s stands where %s is read", class_name(from->class),
		cq_type_name((cq_type)from->entry->type));
}

static cq_status refuse_range(const source *from)
{
	const char *const text = (const char *)sqlite3_value_text(from->value);
	return refuse(from, CQ_OUT_OF_RANGE, "%.64s does not fit %s", text != NULL ? text : "the number",
		cq_type_name((cq_type)from->entry->type));
}

static cq_status no_memory(const source *from)
{
	return cq__error_set(from->decoder->error, CQ_NO_MEMORY, NULL);
}

/* The text of a value of class TEXT; a NUL in it would hide what follows. */
static cq_status read_text(const source *from, const char **text, size_t *length)
{
	*text = (const char *)sqlite3_value_text(from->value);
	*length = (size_t)sqlite3_value_bytes(from->value);
	if (*text == NULL)
		return no_memory(from);
	if (memchr(*text, '\0', *length) != NULL)
		return refuse(from, CQ_BAD_TEXT, "the text holds a NUL byte");
	return CQ_OK;
}

static cq_status refuse_text(const source *from, cq_status status)
{
	if (status == CQ_NO_MEMORY)
		return no_memory(from);
	return refuse(from, status, "\"%.64s\" is no %s", (const char *)sqlite3_value_text(from->value),
		cq_type_name((cq_type)from->entry->type));
}

#define STORE(type, optional, given) CQ__FIELD_STORE(from->entry, type, optional, given)

/* ---- numbers ----------------------------------------------------------------------------------------------------- */

static cq_status decode_real(const source *from, void *member)
{
	double number;
	if (from->class == SQLITE_FLOAT) {
		number = sqlite3_value_double(from->value);
	} else if (from->class == SQLITE_INTEGER) {
		const int64_t whole = sqlite3_value_int64(from->value);
		if (whole > CQ__EXACT_DOUBLE || whole < -CQ__EXACT_DOUBLE)
			return refuse_range(from);
		number = (double)whole;
	} else {
		return refuse_class(from);
	}
	if (from->entry->type == CQ_TYPE_DOUBLE)
		STORE(double, cq_opt_double, number);
	if (!isinf(number) && fabs(number) > (double)FLT_MAX)
		return refuse_range(from);
	STORE(float, cq_opt_float, (float)number);
}

static double power_of_ten(uint8_t exponent)
{
	static const double powers[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
		1e16, 1e17, 1e18 };
	return powers[exponent <= 18 ? exponent : 18];
}

/* A double is the nearest one to what was stored: up to 15 digits, its product with the power of ten lies within a
 * quarter of the right whole number. */
static cq_status decimal_of_real(const source *from, double number, cq_decimal *out)
{
	const uint8_t scale = from->entry->scale;
	const double scaled = round(number * power_of_ten(scale));
	if (!(fabs(scaled) <= (double)CQ__EXACT_DOUBLE))
		return refuse_range(from);
	*out = (cq_decimal){ (int64_t)scaled, scale };
	return CQ_OK;
}

static cq_status decode_decimal(const source *from, void *member)
{
	const uint8_t scale = from->entry->scale;
	cq_decimal number;
	cq_status status;
	if (from->class == SQLITE_FLOAT) {
		CQ_TRY(decimal_of_real(from, sqlite3_value_double(from->value), &number));
		STORE(cq_decimal, cq_opt_decimal, number);
	} else if (from->class == SQLITE_INTEGER) {
		number.coefficient = sqlite3_value_int64(from->value);
		number.scale = from->entry->storage == CQ_STORAGE_INTEGER ? scale : 0;
	} else if (from->class == SQLITE_TEXT) {
		const char *text;
		size_t length;
		CQ_TRY(read_text(from, &text, &length));
		status = cq_decimal_parse(text, &number);
		if (status != CQ_OK)
			return refuse_text(from, status);
	} else {
		return refuse_class(from);
	}
	if (number.scale != scale && cq_decimal_rescale(number, scale, &number) != CQ_OK)
		return refuse_range(from);
	STORE(cq_decimal, cq_opt_decimal, number);
}

static cq_status decode_enum(const source *from, void *member)
{
	if (from->class == SQLITE_INTEGER)
		return cq__field_set_enum(&from->place, from->entry, sqlite3_value_int64(from->value), member);
	if (from->class != SQLITE_TEXT)
		return refuse_class(from);
	const char *text;
	size_t length;
	CQ_TRY(read_text(from, &text, &length));
	return cq__field_set_label(&from->place, from->entry, text, length, member);
}

/* ---- dates and times --------------------------------------------------------------------------------------------- */

static cq_status decode_date(const source *from, void *member)
{
	cq_date date;
	if (from->class == SQLITE_TEXT) {
		const char *text;
		size_t length;
		CQ_TRY(read_text(from, &text, &length));
		const cq_status status = cq__date_or_midnight_parse(text, length, &date);
		if (status != CQ_OK)
			return refuse_text(from, status);
		STORE(cq_date, cq_opt_date, date);
	}
	if (from->class != SQLITE_INTEGER || from->entry->storage != CQ_STORAGE_INTEGER)
		return refuse_class(from);
	const int64_t days = sqlite3_value_int64(from->value);
	if (days != (int32_t)days)
		return refuse_range(from);
	date.days = (int32_t)days;
	STORE(cq_date, cq_opt_date, date);
}

static cq_status decode_time(const source *from, void *member)
{
	cq_time time;
	if (from->class == SQLITE_TEXT) {
		const char *text;
		size_t length;
		CQ_TRY(read_text(from, &text, &length));
		const cq_status status = cq_time_parse(text, &time);
		if (status != CQ_OK)
			return refuse_text(from, status);
		STORE(cq_time, cq_opt_time, time);
	}
	if (from->class != SQLITE_INTEGER || from->entry->storage != CQ_STORAGE_INTEGER)
		return refuse_class(from);
	time.microseconds = sqlite3_value_int64(from->value);
	if (time.microseconds < 0 || time.microseconds > CQ__DAY_MICROSECONDS)
		return refuse_range(from);
	STORE(cq_time, cq_opt_time, time);
}

/* What SQLite's own date functions read: an integer is seconds since 1970, a real number a Julian day. */
static cq_status timestamp_of_number(const source *from, cq_timestamp *out)
{
	if (from->class == SQLITE_INTEGER) {
		const int64_t number = sqlite3_value_int64(from->value);
		out->microseconds = number;
		if (from->entry->storage == CQ_STORAGE_INTEGER)
			return CQ_OK;
		return __builtin_mul_overflow(number, SECOND, &out->microseconds) ? refuse_range(from) : CQ_OK;
	}
	/* Julian day 2440587.5 is 1970-01-01; a double of that size keeps some 0.1 ms, so it is read to the millisecond. */
	const double milliseconds = round((sqlite3_value_double(from->value) - 2440587.5) * 86400000.0);
	if (!(fabs(milliseconds) < 9e15))
		return refuse_range(from);
	return __builtin_mul_overflow((int64_t)milliseconds, 1000, &out->microseconds) ? refuse_range(from) : CQ_OK;
}

/* The value of `count` digits; false when one is none. */
static inline bool digits(const char *text, int count, unsigned *out)
{
	unsigned number = 0;
	for (int i = 0; i < count; i++) {
		const unsigned digit = (unsigned)(unsigned char)text[i] - '0';
		if (digit > 9)
			return false;
		number = number * 10 + digit;
	}
	*out = number;
	return true;
}

/* "2024-02-29 23:59:59.123456", the form that cquel and most others write, without a detour; false for anything else,
 * which may still be a timestamp. */
static bool parse_usual(const char *text, size_t length, cq_timestamp *out)
{
	unsigned year, month, day, hour, minute, second, fraction = 0;
	if (length != 26 && length != 19)
		return false;
	if (text[4] != '-' || text[7] != '-' || (text[10] != ' ' && text[10] != 'T') || text[13] != ':' || text[16] != ':')
		return false;
	if (!digits(text, 4, &year) || !digits(text + 5, 2, &month) || !digits(text + 8, 2, &day) ||
		!digits(text + 11, 2, &hour) || !digits(text + 14, 2, &minute) || !digits(text + 17, 2, &second))
		return false;
	if (length == 26 && (text[19] != '.' || !digits(text + 20, 6, &fraction)))
		return false;
	/* Days above 28 are rare enough to leave the months' lengths to the calendar's own functions. */
	if (year == 0 || month - 1 > 11 || day - 1 > 27 || hour > 23 || minute > 59 || second > 59)
		return false;
	/* Years that begin in March make the leap day the last one. */
	const unsigned y = month <= 2 ? year - 1 : year;
	const unsigned m = month <= 2 ? month + 9 : month - 3;
	const int64_t days = (int64_t)(365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1) - 719468;
	out->microseconds = ((days * 24 + hour) * 60 + minute) * 60 * SECOND + second * SECOND + fraction;
	return true;
}

static cq_status decode_timestamp(const source *from, void *member)
{
	cq_timestamp timestamp;
	if (from->class == SQLITE_TEXT) {
		const char *const text = (const char *)sqlite3_value_text(from->value);
		size_t length = (size_t)sqlite3_value_bytes(from->value);
		if (text == NULL)
			return no_memory(from);
		if (__builtin_expect(parse_usual(text, length, &timestamp), 1))
			STORE(cq_timestamp, cq_opt_timestamp, timestamp);
		const char *whole;
		CQ_TRY(read_text(from, &whole, &length));
		const cq_status status = cq_timestamp_parse(whole, &timestamp);
		if (status != CQ_OK)
			return refuse_text(from, status);
		STORE(cq_timestamp, cq_opt_timestamp, timestamp);
	}
	if (from->class == SQLITE_BLOB)
		return refuse_class(from);
	CQ_TRY(timestamp_of_number(from, &timestamp));
	STORE(cq_timestamp, cq_opt_timestamp, timestamp);
}

static cq_status decode_interval(const source *from, void *member)
{
	if (from->class != SQLITE_TEXT)
		return refuse_class(from);
	const char *text;
	size_t length;
	cq_interval interval;
	CQ_TRY(read_text(from, &text, &length));
	const cq_status status = cq_interval_parse(text, &interval);
	if (status != CQ_OK)
		return refuse_text(from, status);
	STORE(cq_interval, cq_opt_interval, interval);
}

/* ---- UUID, BYTES ------------------------------------------------------------------------------------------------- */

static cq_status decode_uuid(const source *from, void *member)
{
	cq_uuid uuid;
	if (from->class == SQLITE_BLOB) {
		const void *const bytes = sqlite3_value_blob(from->value);
		if (sqlite3_value_bytes(from->value) != (int)sizeof uuid.bytes || bytes == NULL)
			return refuse(from, CQ_WRONG_TYPE, "a UUID has 16 bytes");
		memcpy(uuid.bytes, bytes, sizeof uuid.bytes);
	} else if (from->class == SQLITE_TEXT) {
		const char *text;
		size_t length;
		CQ_TRY(read_text(from, &text, &length));
		const cq_status status = cq_uuid_parse(text, &uuid);
		if (status != CQ_OK)
			return refuse_text(from, status);
	} else {
		return refuse_class(from);
	}
	STORE(cq_uuid, cq_opt_uuid, uuid);
}

static cq_status decode_bytes(const source *from, void *member)
{
	if (from->class != SQLITE_BLOB)
		return refuse_class(from);
	const void *const bytes = sqlite3_value_blob(from->value);
	const size_t size = (size_t)sqlite3_value_bytes(from->value);
	/* For an empty value SQLite gives NULL, as it does without memory; the member must not be NULL. */
	if (bytes == NULL && size != 0)
		return no_memory(from);
	return cq__field_set_bytes(&from->place, from->decoder->arena, bytes, size, member);
}

/* The rows that COLLECT gathered; the message of row_list.c says which of them it does not take. */
static cq_status decode_list(const source *from, void *member)
{
	if (from->class != SQLITE_TEXT)
		return refuse_class(from);
	const char *const text = (const char *)sqlite3_value_text(from->value);
	if (text == NULL)
		return no_memory(from);
	return cq__row_list_parse(text, (size_t)sqlite3_value_bytes(from->value), from->entry->rows, from->decoder->arena, member,
		from->decoder->error);
}

/* decode.c gives a text here only when it is none: a NUL byte, or not UTF-8. */
static cq_status decode_odd_text(const source *from)
{
	if (from->class != SQLITE_TEXT)
		return refuse_class(from);
	const char *text;
	size_t length;
	CQ_TRY(read_text(from, &text, &length));
	return refuse(from, CQ_BAD_TEXT, "the text is not UTF-8");
}

cq_status cq__sqlite_decode_form(const cq__decoder *decoder, const cq__decode *entry, sqlite3_value *value, void *member)
{
	const source from = { decoder, entry, value, sqlite3_value_type(value), { decoder->error, decoder->plan, decoder->row } };
	if (from.class == SQLITE_NULL)
		return cq__field_set_null(&from.place, entry, member);
	switch (entry->type) {
	case CQ_TYPE_TIMESTAMP:
		return decode_timestamp(&from, member);
	case CQ_TYPE_DECIMAL:
		return decode_decimal(&from, member);
	case CQ_TYPE_REAL:
	case CQ_TYPE_DOUBLE:
		return decode_real(&from, member);
	case CQ_TYPE_BOOLEAN:
	case CQ_TYPE_SMALLINT:
	case CQ_TYPE_INTEGER:
	case CQ_TYPE_BIGINT:
		return from.class == SQLITE_INTEGER ? refuse_range(&from) : refuse_class(&from);
	case CQ_TYPE_ENUM:
		return decode_enum(&from, member);
	case CQ_TYPE_DATE:
		return decode_date(&from, member);
	case CQ_TYPE_TIME:
		return decode_time(&from, member);
	case CQ_TYPE_INTERVAL:
		return decode_interval(&from, member);
	case CQ_TYPE_UUID:
		return decode_uuid(&from, member);
	case CQ_TYPE_BYTES:
		return decode_bytes(&from, member);
	case CQ_TYPE_LIST:
		return decode_list(&from, member);
	default:
		return decode_odd_text(&from);
	}
}
