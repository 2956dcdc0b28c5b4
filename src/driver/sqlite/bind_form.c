/* driver/sqlite/bind_form.c: the stored forms of the types that SQLite does not have: decimals, dates, UUIDs, enums.
 *
 * It knows nothing of objects and parameters' order. bind.c calls it for one value that is not NULL.
 */
#include "base/text.h"
#include "driver/sqlite/sqlite.h"

#include <math.h>
#include <string.h>

/* A text that stands on the stack of the caller. */
static cq_status bind_copy(cq__binder *binder, const cq__bind *bind, int place, const char *text)
{
	const size_t length = strlen(text);
	char *const copy = cq__sqlite_scratch(binder, length + 1);
	if (copy == NULL)
		return cq__error_set(binder->giver.error, CQ_NO_MEMORY, NULL);
	memcpy(copy, text, length + 1);
	return cq__sqlite_bind_text(binder, bind, place, copy, length, true);
}

static cq_status bind_integer(cq__binder *binder, const cq__bind *bind, int place, int64_t number)
{
	return cq__sqlite_bound(binder, bind, sqlite3_bind_int64(binder->statement, place, number));
}

/* ---- DECIMAL ----------------------------------------------------------------------------------------------------- */

static cq_status bind_decimal(cq__binder *binder, const cq__bind *bind, int place, const cq_value *value)
{
	const bool numeric = bind->storage == CQ_STORAGE_NATURAL || bind->storage == CQ_STORAGE_REAL;
	const bool assigned = cq__value_is_assigned(&binder->giver, bind);
	if (numeric && cq__type_is_one_of(bind->from, CQ__REAL_TYPES) && !assigned && !isnan(value->real))
		return cq__sqlite_bound(binder, bind, sqlite3_bind_double(binder->statement, place, value->real));
	cq_decimal number = { 0, 0 };
	CQ_TRY(cq__value_decimal(&binder->giver, bind, value, &number));
	/* A comparison may be finer than the column, unless both sides must have one form. */
	if (assigned || (!numeric && bind->to == CQ_TYPE_DECIMAL))
		CQ_TRY(cq__value_fit_decimal(&binder->giver, bind, &number));
	char text[CQ_DECIMAL_TEXT];
	if (bind->storage == CQ_STORAGE_TEXT)
		return bind_copy(binder, bind, place, cq_decimal_format(number, text));
	if (bind->storage == CQ_STORAGE_INTEGER)
		return bind_integer(binder, bind, place, number.coefficient);
	if (number.coefficient > CQ__EXACT_COEFFICIENT || number.coefficient < -CQ__EXACT_COEFFICIENT)
		return cq__value_refuse(&binder->giver, bind, CQ_OUT_OF_RANGE, "%s has more than the 15 digits that SQLite keeps exactly",
			cq_decimal_format(number, text));
	if (number.scale == 0)
		return bind_integer(binder, bind, place, number.coefficient);
	return cq__sqlite_bound(binder, bind,
		sqlite3_bind_double(binder->statement, place, cq_decimal_to_double(number)));
}

/* ---- dates and times --------------------------------------------------------------------------------------------- */

static cq_status bind_moment(cq__binder *binder, const cq__bind *bind, int place, cq_type type, int64_t number)
{
	const char *const limits = cq__moment_limits(type, number);
	if (limits != NULL)
		return cq__value_refuse(&binder->giver, bind, CQ_OUT_OF_RANGE, "%s", limits);
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

static cq_status bind_enum(cq__binder *binder, const cq__bind *bind, int place, const cq_value *value)
{
	int32_t number = 0;
	const char *label = NULL;
	CQ_TRY(cq__value_enum(&binder->giver, bind, value, &label, &number));
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
			return cq__error_set(binder->giver.error, CQ_NO_MEMORY, NULL);
		memcpy(copy, uuid->bytes, sizeof uuid->bytes);
		return cq__sqlite_bound(binder, bind,
			sqlite3_bind_blob64(binder->statement, place, copy, sizeof uuid->bytes, SQLITE_STATIC));
	}
	char text[CQ_UUID_TEXT];
	return bind_copy(binder, bind, place, cq_uuid_format(*uuid, text));
}

cq_status cq__sqlite_bind_form(cq__binder *binder, const cq__bind *bind, int place, const cq_value *value)
{
	const uint8_t type = cq__bind_type(bind);
	if (type == CQ_TYPE_DECIMAL)
		return bind_decimal(binder, bind, place, value);
	if (type == CQ_TYPE_ENUM)
		return bind_enum(binder, bind, place, value);
	if (type != bind->from)
		return cq__value_refuse_type(&binder->giver, bind);
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
		return cq__value_refuse_type(&binder->giver, bind);
	}
}
