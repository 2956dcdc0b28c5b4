/* driver/sqlite/bind_form.c: the stored forms of the types that SQLite does not have: decimals, dates, UUIDs, enums.
 *
 * It knows nothing of objects and parameters' order. bind.c calls it for one value that is not NULL.
 */
#include "base/text.h"
#include "driver/sqlite/sqlite.h"

#include <math.h>
#include <string.h>

/* 0001-01-01 and 9999-12-31, the calendar that four digits of year can write. */
enum { FIRST_DAY = -719162, LAST_DAY = 2932896 };
/* The largest scale of a cq_decimal. */
enum { MOST_SCALE = 18 };

#define DAY_MICROSECONDS INT64_C(86400000000)
#define FIRST_MICROSECOND (FIRST_DAY * DAY_MICROSECONDS)
#define LAST_MICROSECOND ((LAST_DAY + 1) * DAY_MICROSECONDS - 1)

static bool is_assigned(const cq__binder *binder, const cq__bind *bind)
{
	return bind->use == CQ__BIND_ASSIGN || binder->in_rows;
}

static cq_status refuse_type(cq__binder *binder, const cq__bind *bind)
{
	const uint8_t to = bind->to != CQ_TYPE_NONE ? bind->to : bind->from;
	return cq__sqlite_refuse(binder, bind, CQ_WRONG_TYPE, "%s is given where %s is stored",
		cq_type_name((cq_type)bind->from), cq_type_name((cq_type)to));
}

/* A text that stands on the stack of the caller. */
static cq_status bind_copy(cq__binder *binder, const cq__bind *bind, int place, const char *text)
{
	const size_t length = strlen(text);
	char *const copy = cq__sqlite_scratch(binder, length + 1);
	if (copy == NULL)
		return cq__error_set(binder->error, CQ_NO_MEMORY, NULL);
	memcpy(copy, text, length + 1);
	return cq__sqlite_bind_text(binder, bind, place, copy, length, true);
}

static cq_status bind_integer(cq__binder *binder, const cq__bind *bind, int place, int64_t number)
{
	return cq__sqlite_bound(binder, bind, sqlite3_bind_int64(binder->statement, place, number));
}

/* ---- DECIMAL ----------------------------------------------------------------------------------------------------- */

static bool is_real(const cq__bind *bind)
{
	return bind->from == CQ_TYPE_REAL || bind->from == CQ_TYPE_DOUBLE;
}

/* A C double that is, to its own precision, a decimal of the column's scale. */
static bool decimal_of_real(double number, uint8_t scale, cq_decimal *out)
{
	double power = 1;
	for (uint8_t i = 0; i < scale; i++)
		power *= 10;
	const double scaled = number * power;
	if (!(fabs(scaled) <= (double)CQ__SQLITE_EXACT_COEFFICIENT))
		return false;
	const double nearest = round(scaled);
	if (fabs(nearest / power - number) > fabs(number) * 4e-16)
		return false;
	*out = (cq_decimal){ (int64_t)nearest, scale };
	return true;
}

static cq_status read_decimal(cq__binder *binder, const cq__bind *bind, const cq_value *value, cq_decimal *out)
{
	switch (bind->from) {
	case CQ_TYPE_DECIMAL:
		*out = value->decimal;
		return CQ_OK;
	case CQ_TYPE_BOOLEAN:
	case CQ_TYPE_SMALLINT:
	case CQ_TYPE_INTEGER:
	case CQ_TYPE_BIGINT:
		*out = (cq_decimal){ value->integer, 0 };
		return CQ_OK;
	case CQ_TYPE_REAL:
	case CQ_TYPE_DOUBLE:
		if (decimal_of_real(value->real, bind->scale, out))
			return CQ_OK;
		return cq__sqlite_refuse(binder, bind, CQ_OUT_OF_RANGE, "%.17g is no DECIMAL with %u digits behind the point",
			value->real, (unsigned)bind->scale);
	default:
		return refuse_type(binder, bind);
	}
}

/* What is stored must be exactly what was given. */
static cq_status fit_decimal(cq__binder *binder, const cq__bind *bind, cq_decimal *number)
{
	char text[CQ_DECIMAL_TEXT];
	cq_decimal rescaled;
	if (number->scale < 0 || number->scale > MOST_SCALE)
		return cq__sqlite_refuse(binder, bind, CQ_OUT_OF_RANGE, "a DECIMAL has 0 to %d digits behind the point, not %d",
			MOST_SCALE, (int)number->scale);
	if (cq_decimal_rescale(*number, bind->scale, &rescaled) != CQ_OK || cq_decimal_compare(rescaled, *number) != 0)
		return cq__sqlite_refuse(binder, bind, CQ_OUT_OF_RANGE, "%s does not fit %u digits behind the point",
			cq_decimal_format(*number, text), (unsigned)bind->scale);
	if (bind->precision != 0 && bind->precision < 19) {
		int64_t limit = 1;
		for (uint8_t i = 0; i < bind->precision; i++)
			limit *= 10;
		if (rescaled.coefficient >= limit || rescaled.coefficient <= -limit)
			return cq__sqlite_refuse(binder, bind, CQ_OUT_OF_RANGE, "%s does not fit DECIMAL(%u, %u)",
				cq_decimal_format(*number, text), (unsigned)bind->precision, (unsigned)bind->scale);
	}
	*number = rescaled;
	return CQ_OK;
}

static cq_status bind_decimal(cq__binder *binder, const cq__bind *bind, int place, const cq_value *value)
{
	const bool numeric = bind->storage == CQ_STORAGE_NATURAL || bind->storage == CQ_STORAGE_REAL;
	if (numeric && is_real(bind) && !is_assigned(binder, bind) && !isnan(value->real))
		return cq__sqlite_bound(binder, bind, sqlite3_bind_double(binder->statement, place, value->real));
	cq_decimal number = { 0, 0 };
	CQ_TRY(read_decimal(binder, bind, value, &number));
	/* A comparison may be finer than the column, unless both sides must have one form. */
	if (is_assigned(binder, bind) || (!numeric && bind->to == CQ_TYPE_DECIMAL))
		CQ_TRY(fit_decimal(binder, bind, &number));
	char text[CQ_DECIMAL_TEXT];
	if (bind->storage == CQ_STORAGE_TEXT)
		return bind_copy(binder, bind, place, cq_decimal_format(number, text));
	if (bind->storage == CQ_STORAGE_INTEGER)
		return bind_integer(binder, bind, place, number.coefficient);
	if (number.coefficient > CQ__SQLITE_EXACT_COEFFICIENT || number.coefficient < -CQ__SQLITE_EXACT_COEFFICIENT)
		return cq__sqlite_refuse(binder, bind, CQ_OUT_OF_RANGE, "%s has more than the 15 digits that SQLite keeps exactly",
			cq_decimal_format(number, text));
	if (number.scale == 0)
		return bind_integer(binder, bind, place, number.coefficient);
	return cq__sqlite_bound(binder, bind,
		sqlite3_bind_double(binder->statement, place, cq_decimal_to_double(number)));
}

/* ---- dates and times --------------------------------------------------------------------------------------------- */

const char *cq__sqlite_moment_limits(cq_type type, int64_t number)
{
	switch (type) {
	case CQ_TYPE_DATE:
		if (number == INT32_MAX || number == INT32_MIN || (number >= FIRST_DAY && number <= LAST_DAY))
			return NULL;
		return "a DATE must lie in the years 1 to 9999";
	case CQ_TYPE_TIME:
		return number >= 0 && number <= DAY_MICROSECONDS ? NULL : "a TIME must lie between 00:00:00 and 24:00:00";
	default:
		if (number == INT64_MAX || number == INT64_MIN || (number >= FIRST_MICROSECOND && number <= LAST_MICROSECOND))
			return NULL;
		return "a TIMESTAMP must lie in the years 1 to 9999";
	}
}

static cq_status bind_moment(cq__binder *binder, const cq__bind *bind, int place, cq_type type, int64_t number)
{
	const char *const limits = cq__sqlite_moment_limits(type, number);
	if (limits != NULL)
		return cq__sqlite_refuse(binder, bind, CQ_OUT_OF_RANGE, "%s", limits);
	if (bind->storage == CQ_STORAGE_INTEGER)
		return bind_integer(binder, bind, place, number);
	char text[CQ_TIMESTAMP_TEXT];
	if (type == CQ_TYPE_DATE)
		return bind_copy(binder, bind, place, cq_date_format((cq_date){ (int32_t)number }, text));
	if (type == CQ_TYPE_TIME)
		return bind_copy(binder, bind, place, cq_time_format((cq_time){ number }, text));
	return bind_copy(binder, bind, place, cq_timestamp_format((cq_timestamp){ number }, text));
}

/* ---- ENUM -------------------------------------------------------------------------------------------------------- */

static bool is_whole(const cq__bind *bind)
{
	return bind->from == CQ_TYPE_ENUM || (bind->from >= CQ_TYPE_BOOLEAN && bind->from <= CQ_TYPE_BIGINT);
}

static const char *label_of(const cq_enum *labels, int64_t number)
{
	for (uint32_t i = 0; i < labels->count; i++)
		if (labels->values[i] == number)
			return labels->labels[i];
	return NULL;
}

static bool number_of(const cq_enum *labels, const char *label, int32_t *number)
{
	for (uint32_t i = 0; i < labels->count; i++)
		if (strcmp(labels->labels[i], label) == 0) {
			*number = labels->values[i];
			return true;
		}
	return false;
}

static cq_status bind_enum(cq__binder *binder, const cq__bind *bind, int place, const cq_value *value)
{
	const bool by_label = bind->from == CQ_TYPE_TEXT || bind->from == CQ_TYPE_VARCHAR || bind->from == CQ_TYPE_CHAR;
	if (bind->labels == NULL || (!by_label && !is_whole(bind)))
		return refuse_type(binder, bind);
	int32_t number = 0;
	const char *label;
	if (by_label) {
		label = value->text;
		if (!number_of(bind->labels, label, &number))
			return cq__sqlite_refuse(binder, bind, CQ_WRONG_TYPE, "\"%.64s\" is no label of enum %s", label,
				bind->labels->name);
	} else {
		label = label_of(bind->labels, value->integer);
		if (label == NULL)
			return cq__sqlite_refuse(binder, bind, CQ_OUT_OF_RANGE, "%lld is no value of enum %s",
				(long long)value->integer, bind->labels->name);
		number = (int32_t)value->integer;
	}
	if (bind->storage == CQ_STORAGE_INTEGER)
		return bind_integer(binder, bind, place, number);
	/* Labels are static data. */
	return cq__sqlite_bind_text(binder, bind, place, label, strlen(label), true);
}

/* ---- BYTES, UUID, INTERVAL --------------------------------------------------------------------------------------- */

static cq_status bind_bytes(cq__binder *binder, const cq__bind *bind, int place, const void *data, size_t size)
{
	return cq__sqlite_bound(binder, bind, sqlite3_bind_blob64(binder->statement, place, data, size,
		binder->copies ? SQLITE_TRANSIENT : SQLITE_STATIC));
}

static cq_status bind_uuid(cq__binder *binder, const cq__bind *bind, int place, const cq_uuid *uuid)
{
	if (bind->storage == CQ_STORAGE_BYTES) {
		/* Of an object's member the value is a copy on the stack. */
		char *const copy = cq__sqlite_scratch(binder, sizeof uuid->bytes);
		if (copy == NULL)
			return cq__error_set(binder->error, CQ_NO_MEMORY, NULL);
		memcpy(copy, uuid->bytes, sizeof uuid->bytes);
		return cq__sqlite_bound(binder, bind,
			sqlite3_bind_blob64(binder->statement, place, copy, sizeof uuid->bytes, SQLITE_STATIC));
	}
	char text[CQ_UUID_TEXT];
	return bind_copy(binder, bind, place, cq_uuid_format(*uuid, text));
}

cq_status cq__sqlite_bind_form(cq__binder *binder, const cq__bind *bind, int place, const cq_value *value)
{
	const uint8_t type = bind->to != CQ_TYPE_NONE ? bind->to : bind->from;
	if (type == CQ_TYPE_DECIMAL)
		return bind_decimal(binder, bind, place, value);
	if (type == CQ_TYPE_ENUM)
		return bind_enum(binder, bind, place, value);
	if (type != bind->from)
		return refuse_type(binder, bind);
	switch (type) {
	case CQ_TYPE_BYTES:
		return bind_bytes(binder, bind, place, value->bytes.data, value->bytes.size);
	case CQ_TYPE_DATE:
	case CQ_TYPE_TIME:
	case CQ_TYPE_TIMESTAMP:
		return bind_moment(binder, bind, place, (cq_type)type, value->integer);
	case CQ_TYPE_UUID:
		return bind_uuid(binder, bind, place, &value->uuid);
	case CQ_TYPE_INTERVAL: {
		char text[CQ_INTERVAL_TEXT];
		return bind_copy(binder, bind, place, cq_interval_format(value->interval, text));
	}
	default:
		return refuse_type(binder, bind);
	}
}
