/* driver/postgres/encode_form.c: the binary forms of decimals, dates, times, enums, UUIDs, intervals and bytes, and what they
 * are where a column stores them in another form.
 *
 * It knows nothing of parameters' order. encode.c calls it for one value that is not NULL.
 */
#include "driver/postgres/encode_parts.h"
#include "driver/postgres/numeric.h"

#include <math.h>

/* The days of PostgreSQL's dates, and the first moment of its timestamps; the last one is beyond cq_timestamp's. */
enum { FIRST_DAY = -2440588, LAST_DAY = 2145042905 };
#define FIRST_MICROSECOND INT64_C(-210866803200000000)

/* A text that stands on the stack of the caller. */
static cq_status form_copy(cq__pg_encoder *encoder, const char *text, cq__pg_form *form)
{
	const size_t length = strlen(text);
	char *const copy = cq__pg_scratch(encoder, length + 1);
	if (copy == NULL)
		return CQ_NO_MEMORY;
	memcpy(copy, text, length + 1);
	form->data = copy;
	form->size = length;
	return CQ_OK;
}

static void form_slot(cq__pg_form *form, int size)
{
	form->data = (const char *)form->slot->bytes;
	form->size = (size_t)size;
}

/* ---- DECIMAL ----------------------------------------------------------------------------------------------------- */

static cq_status encode_decimal(cq__pg_encoder *encoder, const cq__bind *bind, const cq_value *value, cq__pg_form *form)
{
	const cq__giver *const giver = &encoder->giver;
	const bool assigned = cq__value_is_assigned(giver, bind);
	const bool numeric = bind->storage == CQ_STORAGE_NATURAL || bind->storage == CQ_STORAGE_REAL;
	if (numeric && !assigned && cq__type_is_one_of(bind->from, CQ__REAL_TYPES) && !isnan(value->real)) {
		if (bind->storage == CQ_STORAGE_REAL)
			cq__pg_form_double(form, value->real);
		else
			form_slot(form, cq__numeric_of_double(value->real, form->slot->bytes));
		return CQ_OK;
	}
	cq_decimal number = { 0, 0 };
	CQ_TRY(cq__value_decimal(giver, bind, value, &number));
	/* A comparison may be finer than the column, unless both sides must have one form. */
	if (assigned || !numeric || number.scale < 0 || number.scale > 18)
		CQ_TRY(cq__value_fit_decimal(giver, bind, &number));
	char text[CQ_DECIMAL_TEXT];
	switch (bind->storage) {
	case CQ_STORAGE_TEXT:
		return form_copy(encoder, cq_decimal_format(number, text), form);
	case CQ_STORAGE_INTEGER:
		cq__pg_form_64(form, number.coefficient);
		return CQ_OK;
	case CQ_STORAGE_REAL:
		if (number.coefficient > CQ__EXACT_COEFFICIENT || number.coefficient < -CQ__EXACT_COEFFICIENT)
			return cq__value_refuse(giver, bind, CQ_OUT_OF_RANGE, "%s has more than the 15 digits that a double keeps exactly",
				cq_decimal_format(number, text));
		cq__pg_form_double(form, cq_decimal_to_double(number));
		return CQ_OK;
	default:
		form_slot(form, cq__numeric_of_decimal(number, form->slot->bytes));
		return CQ_OK;
	}
}

/* ---- dates and times --------------------------------------------------------------------------------------------- */

static const char *own_limits(uint8_t type, int64_t number)
{
	switch (type) {
	case CQ_TYPE_DATE:
		if (number == INT32_MAX || number == INT32_MIN || (number >= FIRST_DAY && number <= LAST_DAY))
			return NULL;
		return "a DATE must lie between 4714 BC and the year 5874897";
	case CQ_TYPE_TIME:
		return cq__moment_limits(CQ_TYPE_TIME, number);
	default:
		if (number == INT64_MIN || number >= FIRST_MICROSECOND)
			return NULL;
		return "a TIMESTAMP must not lie before 4714 BC";
	}
}

static cq_status encode_own_moment(uint8_t type, int64_t number, cq__pg_form *form)
{
	if (type == CQ_TYPE_TIME)
		cq__pg_form_64(form, number);
	else if (type == CQ_TYPE_TIMESTAMP)
		cq__pg_form_64(form, number == INT64_MAX || number == INT64_MIN ? number : number - CQ__WIRE_EPOCH_MICROSECONDS);
	else
		cq__pg_form_32(form,
			(int32_t)(number == INT32_MAX || number == INT32_MIN ? number : number - CQ__WIRE_EPOCH_DAYS));
	return CQ_OK;
}

static cq_status encode_moment(cq__pg_encoder *encoder, const cq__bind *bind, uint8_t type, int64_t number,
	cq__pg_form *form)
{
	const bool own = bind->storage == CQ_STORAGE_NATURAL;
	const char *const limits = own ? own_limits(type, number) : cq__moment_limits((cq_type)type, number);
	if (limits != NULL)
		return cq__value_refuse(&encoder->giver, bind, CQ_OUT_OF_RANGE, "%s", limits);
	if (own)
		return encode_own_moment(type, number, form);
	if (bind->storage == CQ_STORAGE_INTEGER) {
		cq__pg_form_64(form, number);
		return CQ_OK;
	}
	char text[CQ_TIMESTAMP_TEXT];
	if (type == CQ_TYPE_DATE)
		return form_copy(encoder, cq_date_format((cq_date){ (int32_t)number }, text), form);
	if (type == CQ_TYPE_TIME)
		return form_copy(encoder, cq_time_format((cq_time){ number }, text), form);
	return form_copy(encoder, cq_timestamp_format((cq_timestamp){ number }, text), form);
}

/* ---- the others -------------------------------------------------------------------------------------------------- */

static cq_status encode_enum(cq__pg_encoder *encoder, const cq__bind *bind, const cq_value *value, cq__pg_form *form)
{
	const char *label = NULL;
	int32_t number = 0;
	CQ_TRY(cq__value_enum(&encoder->giver, bind, value, &label, &number));
	if (bind->storage == CQ_STORAGE_INTEGER) {
		cq__pg_form_32(form, number);
		return CQ_OK;
	}
	form->data = label;
	form->size = strlen(label);
	return CQ_OK;
}

static cq_status encode_uuid(cq__pg_encoder *encoder, const cq__bind *bind, const cq_uuid *uuid, cq__pg_form *form)
{
	char text[CQ_UUID_TEXT];
	if (bind->storage == CQ_STORAGE_TEXT)
		return form_copy(encoder, cq_uuid_format(*uuid, text), form);
	memcpy(form->slot->bytes, uuid->bytes, sizeof uuid->bytes);
	form_slot(form, sizeof uuid->bytes);
	return CQ_OK;
}

static void encode_interval(const cq_interval *interval, cq__pg_form *form)
{
	unsigned char *const bytes = form->slot->bytes;
	cq__wire_put_64(bytes, (uint64_t)interval->microseconds);
	cq__wire_put_32(bytes + 8, (uint32_t)interval->days);
	cq__wire_put_32(bytes + 12, (uint32_t)interval->months);
	form_slot(form, 16);
}

cq_status cq__pg_encode_form(cq__pg_encoder *encoder, const cq__bind *bind, const cq_value *value, cq__pg_form *form)
{
	const uint8_t type = cq__bind_type(bind);
	if (type == CQ_TYPE_DECIMAL)
		return encode_decimal(encoder, bind, value, form);
	if (type == CQ_TYPE_ENUM)
		return encode_enum(encoder, bind, value, form);
	if (type != bind->from)
		return cq__value_refuse_type(&encoder->giver, bind);
	switch (type) {
	case CQ_TYPE_BYTES:
		/* An empty value is not NULL, whose sign the pointer is. */
		form->data = value->bytes.data;
		form->size = value->bytes.size;
		return cq__pg_check_size(encoder, bind, value->bytes.size);
	case CQ_TYPE_DATE:
	case CQ_TYPE_TIME:
	case CQ_TYPE_TIMESTAMP:
		return encode_moment(encoder, bind, type, value->integer, form);
	case CQ_TYPE_UUID:
		return encode_uuid(encoder, bind, &value->uuid, form);
	case CQ_TYPE_INTERVAL:
		encode_interval(&value->interval, form);
		return CQ_OK;
	default:
		return cq__value_refuse_type(&encoder->giver, bind);
	}
}
