/* session/value.c: a value that the program gives for a column by itself: checked against the column.
 * It knows nothing of objects. cq_get takes keys through it, cq_set_field every value.
 */
#include "session/object.h"

#include "base/text.h"
#include "meta/model.h"
#include "meta/type_registry.h"
#include "session/enter.h"
#include "session/identity.h"
#include "session/model.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

typedef struct giving {
	cq_session *session;
	const char *call;
	const cq__model *model;
	const cq_column *column;
	cq_type type; /* of the value */
} giving;

__attribute__((format(printf, 3, 4))) static cq_status refuse(const giving *it, cq_status status, const char *format, ...)
{
	char why[256];
	va_list arguments;
	va_start(arguments, format);
	(void)vsnprintf(why, sizeof why, format, arguments);
	va_end(arguments);
	cq__session_fail(it->session, status, "%s: %s.%s: %s", it->call, it->model->table->name, it->column->name, why);
	cq__error_set_table(&it->session->working, it->model->table->name);
	cq__error_set_column(&it->session->working, it->column->name);
	return status;
}

static cq_status refuse_type(const giving *it)
{
	return refuse(it, CQ_WRONG_TYPE, "it is %s, and the value is %s", cq_type_name((cq_type)it->column->type), cq_type_name(it->type));
}

/* ---- kinds ---------------------------------------------------------------------------------------------------------- */

static cq_status take_integer(const giving *it, int64_t number, cq__part *out)
{
	const cq_type to = (cq_type)it->column->type;
	const int64_t least = to == CQ_TYPE_SMALLINT ? INT16_MIN : to == CQ_TYPE_INTEGER ? INT32_MIN : INT64_MIN;
	const int64_t most = to == CQ_TYPE_SMALLINT ? INT16_MAX : to == CQ_TYPE_INTEGER ? INT32_MAX : INT64_MAX;
	if (number < least || number > most)
		return refuse(it, CQ_OUT_OF_RANGE, "%lld does not fit %s", (long long)number, cq_type_name(to));
	out->number = number;
	return CQ_OK;
}

static cq_status take_enum(const giving *it, int64_t number, cq__part *out)
{
	const cq_enum *const labels = cq__column_enum(it->column);
	for (uint32_t i = 0; labels != NULL && i < labels->count; i++)
		if (labels->values[i] == number) {
			out->number = number;
			return CQ_OK;
		}
	return refuse(it, CQ_OUT_OF_RANGE, "%lld is no value of enum %s", (long long)number, labels != NULL ? labels->name : "?");
}

static cq_status take_real(const giving *it, double real, cq__part *out)
{
	if (it->column->type == CQ_TYPE_REAL && isfinite(real) && !isfinite((double)(float)real))
		return refuse(it, CQ_OUT_OF_RANGE, "%g does not fit REAL", real);
	if (it->column->type == CQ_TYPE_REAL)
		real = (double)(float)real;
	memcpy(&out->number, &real, sizeof real);
	return CQ_OK;
}

static cq_status take_decimal(const giving *it, cq_decimal given, cq__part *out)
{
	cq_decimal scaled;
	const uint8_t scale = cq__column_scale(it->column);
	char text[CQ_DECIMAL_TEXT];
	if (cq_decimal_rescale(given, scale, &scaled) != CQ_OK || cq_decimal_compare(given, scaled) != 0)
		return refuse(it, CQ_OUT_OF_RANGE, "%s does not fit %u digits behind the point", cq_decimal_format(given, text), (unsigned)scale);
	out->number = scaled.coefficient;
	out->size = (size_t)scaled.scale;
	return CQ_OK;
}

static cq_status take_text(const giving *it, const char *text, cq__part *out)
{
	const cq_attribute *const length = cq__column_attribute(it->column, CQ_ATTRIBUTE_LENGTH);
	out->data = text;
	out->size = strlen(text);
	if (!cq__text_is_utf8(text, out->size))
		return refuse(it, CQ_BAD_TEXT, "the text is not UTF-8");
	if (length == NULL || length->number == 0 || out->size <= length->number || cq__text_length(text, out->size) <= length->number)
		return CQ_OK;
	return refuse(it, CQ_TOO_LARGE, "a text of %zu characters does not fit %s(%u)", cq__text_length(text, out->size),
		cq_type_name((cq_type)it->column->type), (unsigned)length->number);
}

/* ---- any ------------------------------------------------------------------------------------------------------------ */

static bool is_null(cq_type type, const cq_value *value)
{
	if (value->is_null || type == CQ_TYPE_NONE)
		return true;
	if (type == CQ_TYPE_BYTES)
		return value->bytes.data == NULL;
	return cq__type_info(type)->pointer_null && value->text == NULL;
}

static cq_status take(const giving *it, cq__family from, const cq_value *value, cq__part *out)
{
	const cq__family to = (cq__family)out->family;
	switch (to) {
	case CQ__FAMILY_INTEGER:
		return from == CQ__FAMILY_INTEGER ? take_integer(it, value->integer, out) : refuse_type(it);
	case CQ__FAMILY_BOOLEAN:
		/* `true` is an int in C. */
		if (from != CQ__FAMILY_INTEGER && from != to)
			return refuse_type(it);
		out->number = value->integer;
		return (uint64_t)value->integer <= 1 ? CQ_OK : refuse(it, CQ_OUT_OF_RANGE, "%lld is neither true nor false", (long long)value->integer);
	case CQ__FAMILY_ENUM:
		return from == CQ__FAMILY_INTEGER || from == to ? take_enum(it, value->integer, out) : refuse_type(it);
	case CQ__FAMILY_REAL:
		if (from == CQ__FAMILY_INTEGER)
			return take_real(it, (double)value->integer, out);
		return from == to ? take_real(it, value->real, out) : refuse_type(it);
	case CQ__FAMILY_DECIMAL:
		if (from == CQ__FAMILY_INTEGER)
			return take_decimal(it, (cq_decimal){ value->integer, 0 }, out);
		return from == to ? take_decimal(it, value->decimal, out) : refuse_type(it);
	case CQ__FAMILY_TEXT:
	case CQ__FAMILY_JSON:
		return from == CQ__FAMILY_TEXT || from == CQ__FAMILY_JSON ? take_text(it, value->text, out) : refuse_type(it);
	default:
		break;
	}
	if (from != to)
		return refuse_type(it);
	if (to == CQ__FAMILY_BYTES) {
		out->data = value->bytes.data;
		out->size = value->bytes.size;
	} else if (to == CQ__FAMILY_UUID || to == CQ__FAMILY_INTERVAL) {
		out->data = value;
		out->size = 16;
	} else {
		out->number = value->integer;
	}
	return CQ_OK;
}

cq_status cq__value_part(cq_session *session, const char *call, const cq__model *model, uint32_t column, uint8_t type, const cq_value *value,
	cq__part *out)
{
	const giving it = { session, call, model, cq__model_column(model, column), (cq_type)type };
	*out = (cq__part){ .family = (uint8_t)cq__type_info((cq_type)it.column->type)->family };
	if (!is_null(it.type, value))
		return take(&it, cq__type_info(it.type)->family, value, out);
	out->null = true;
	if ((it.column->flags & CQ_COLUMN_NULLABLE) == 0)
		return refuse(&it, CQ_NULL_VALUE, "it may not be NULL");
	return CQ_OK;
}
