/* driver/sqlite/json_array.c: an array of C values as the JSON text that json_each takes apart again.
 *
 * It knows nothing of statements. bind.c calls it for the values of IN over a run-time array: one shape, any length.
 */
#include "base/buffer.h"
#include "base/text.h"
#include "driver/sqlite/sqlite.h"

#include <math.h>
#include <string.h>

/* One array on its way into the buffer. */
typedef struct writer {
	cq__binder *binder;
	const cq__bind *bind;
	cq__buffer buffer;
	uint8_t to;   /* what an element is compared with */
	bool integer; /* it is stored as a number */
} writer;

static void append_quoted(writer *out, const char *text)
{
	cq__json_append(&out->buffer, text, strlen(text));
}

static cq_status append_text(writer *out, const char *text, size_t index)
{
	if (text == NULL)
		return cq__value_refuse(&out->binder->giver, out->bind, CQ_NULL_VALUE, "element %zu of the array is NULL", index);
	const size_t length = strlen(text);
	if (!cq__text_is_utf8(text, length))
		return cq__value_refuse(&out->binder->giver, out->bind, CQ_BAD_TEXT, "element %zu of the array is not UTF-8", index);
	cq__json_append(&out->buffer, text, length);
	return CQ_OK;
}

static cq_status append_real(writer *out, double number, size_t index)
{
	if (isnan(number))
		return cq__value_refuse(&out->binder->giver, out->bind, CQ_OUT_OF_RANGE, "element %zu of the array is no number", index);
	if (isinf(number))
		/* JSON has no infinity, but a number beyond every double is read as one. */
		cq__buffer_append_text(&out->buffer, number > 0 ? "9e999" : "-9e999");
	else
		cq__buffer_append_double(&out->buffer, number);
	return CQ_OK;
}

static cq_status append_enum(writer *out, int64_t number, size_t index)
{
	const cq_enum *const labels = out->bind->labels;
	const char *const label = labels != NULL ? cq__enum_label(labels, number) : NULL;
	if (label != NULL) {
		if (out->integer)
			cq__buffer_append_int64(&out->buffer, number);
		else
			append_quoted(out, label);
		return CQ_OK;
	}
	return cq__value_refuse(&out->binder->giver, out->bind, CQ_OUT_OF_RANGE, "element %zu of the array, %lld, is no value of enum %s",
		index, (long long)number, labels != NULL ? labels->name : "without labels");
}

static cq_status append_decimal(writer *out, cq_decimal number, size_t index)
{
	char text[CQ_DECIMAL_TEXT];
	const cq__bind *const bind = out->bind;
	const uint8_t storage = out->to == CQ_TYPE_DECIMAL ? bind->storage : (uint8_t)CQ_STORAGE_NATURAL;
	if (storage == CQ_STORAGE_TEXT || storage == CQ_STORAGE_INTEGER) {
		cq_decimal rescaled;
		if (cq_decimal_rescale(number, bind->scale, &rescaled) != CQ_OK || cq_decimal_compare(rescaled, number) != 0)
			return cq__value_refuse(&out->binder->giver, bind, CQ_OUT_OF_RANGE,
				"element %zu of the array does not fit %u digits behind the point", index, (unsigned)bind->scale);
		if (storage == CQ_STORAGE_TEXT)
			append_quoted(out, cq_decimal_format(rescaled, text));
		else
			cq__buffer_append_int64(&out->buffer, rescaled.coefficient);
		return CQ_OK;
	}
	if (number.coefficient > CQ__EXACT_COEFFICIENT || number.coefficient < -CQ__EXACT_COEFFICIENT)
		return cq__value_refuse(&out->binder->giver, bind, CQ_OUT_OF_RANGE,
			"element %zu of the array has more than the 15 digits that SQLite keeps exactly", index);
	cq__buffer_append_text(&out->buffer, cq_decimal_format(number, text));
	return CQ_OK;
}

/* A whole number, in the form that the other side is stored in. */
static cq_status append_integer(writer *out, int64_t number, size_t index)
{
	if (out->to == CQ_TYPE_ENUM)
		return append_enum(out, number, index);
	if (out->to == CQ_TYPE_DECIMAL)
		return append_decimal(out, (cq_decimal){ number, 0 }, index);
	cq__buffer_append_int64(&out->buffer, number);
	return CQ_OK;
}

static cq_status append_uuid(writer *out, const cq_uuid *uuid, size_t index)
{
	char text[CQ_UUID_TEXT];
	if (out->bind->storage == CQ_STORAGE_BYTES)
		return cq__value_refuse(&out->binder->giver, out->bind, CQ_UNSUPPORTED,
			"element %zu: an array cannot be compared with a UUID stored as bytes", index);
	append_quoted(out, cq_uuid_format(*uuid, text));
	return CQ_OK;
}

static cq_status append_moment(writer *out, int64_t number, const char *text, size_t index)
{
	const char *const limits = cq__moment_limits((cq_type)out->bind->from, number);
	if (limits != NULL)
		return cq__value_refuse(&out->binder->giver, out->bind, CQ_OUT_OF_RANGE, "element %zu of the array: %s", index, limits);
	if (out->integer)
		cq__buffer_append_int64(&out->buffer, number);
	else
		append_quoted(out, text);
	return CQ_OK;
}

static cq_status append_element(writer *out, const void *array, size_t i)
{
	char text[CQ_INTERVAL_TEXT];
	switch (out->bind->from) {
	case CQ_TYPE_BOOLEAN:
		if (((const unsigned char *)array)[i] > 1)
			return cq__value_refuse(&out->binder->giver, out->bind, CQ_OUT_OF_RANGE, "element %zu of the array is no BOOLEAN", i);
		return append_integer(out, ((const unsigned char *)array)[i], i);
	case CQ_TYPE_SMALLINT:
		return append_integer(out, ((const int16_t *)array)[i], i);
	case CQ_TYPE_INTEGER:
		return append_integer(out, ((const int32_t *)array)[i], i);
	case CQ_TYPE_BIGINT:
		return append_integer(out, ((const int64_t *)array)[i], i);
	case CQ_TYPE_ENUM:
		return append_enum(out, ((const int *)array)[i], i);
	case CQ_TYPE_REAL:
		return append_real(out, (double)((const float *)array)[i], i);
	case CQ_TYPE_DOUBLE:
		return append_real(out, ((const double *)array)[i], i);
	case CQ_TYPE_DECIMAL:
		return append_decimal(out, ((const cq_decimal *)array)[i], i);
	case CQ_TYPE_TEXT:
	case CQ_TYPE_VARCHAR:
	case CQ_TYPE_CHAR:
	case CQ_TYPE_JSON:
		return append_text(out, ((const char *const *)array)[i], i);
	case CQ_TYPE_DATE: {
		const cq_date date = ((const cq_date *)array)[i];
		return append_moment(out, date.days, cq_date_format(date, text), i);
	}
	case CQ_TYPE_TIME: {
		const cq_time time = ((const cq_time *)array)[i];
		return append_moment(out, time.microseconds, cq_time_format(time, text), i);
	}
	case CQ_TYPE_TIMESTAMP: {
		const cq_timestamp timestamp = ((const cq_timestamp *)array)[i];
		return append_moment(out, timestamp.microseconds, cq_timestamp_format(timestamp, text), i);
	}
	case CQ_TYPE_INTERVAL:
		append_quoted(out, cq_interval_format(((const cq_interval *)array)[i], text));
		return CQ_OK;
	case CQ_TYPE_UUID:
		return append_uuid(out, &((const cq_uuid *)array)[i], i);
	default:
		return cq__value_refuse(&out->binder->giver, out->bind, CQ_UNSUPPORTED, "SQLite takes no array of %s",
			cq_type_name((cq_type)out->bind->from));
	}
}

static cq_status write_array(writer *out, const cq_value *value)
{
	cq__buffer_append_char(&out->buffer, '[');
	for (size_t i = 0; i < value->bytes.size && out->buffer.status == CQ_OK; i++) {
		if (i != 0)
			cq__buffer_append_char(&out->buffer, ',');
		CQ_TRY(append_element(out, value->bytes.data, i));
	}
	cq__buffer_append_char(&out->buffer, ']');
	return out->buffer.status == CQ_OK ? CQ_OK : cq__error_set(out->binder->giver.error, CQ_NO_MEMORY, NULL);
}

cq_status cq__sqlite_bind_array(cq__binder *binder, const cq__bind *bind, int place, const cq_value *value)
{
	if (value->is_null != 0 || (value->bytes.data == NULL && value->bytes.size != 0))
		return cq__value_refuse(&binder->giver, bind, CQ_NULL_VALUE, "NULL is given for an array");
	binder->bound_array = true;
	writer out = { .binder = binder, .bind = bind };
	out.to = cq__bind_type(bind);
	out.integer = bind->storage == CQ_STORAGE_INTEGER;
	cq_status status = write_array(&out, value);
	if (status == CQ_OK) {
		/* SQLite keeps the text until something else is bound there, and then frees it. */
		const size_t length = out.buffer.length;
		char *const text = cq__buffer_take(&out.buffer);
		if (text == NULL)
			status = cq__error_set(binder->giver.error, CQ_NO_MEMORY, NULL);
		else
			status = cq__sqlite_bound(binder, bind,
				sqlite3_bind_text64(binder->statement, place, text, length, cq__free, SQLITE_UTF8));
	}
	cq__buffer_release(&out.buffer);
	return status;
}
