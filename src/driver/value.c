/* driver/value.c: which C values a bind accepts, and how a refusal is told. See value.h.
 *
 * It knows nothing of any database library. The drivers' binders call it for all but the commonest values.
 */
#include "driver/value.h"

#include "base/text.h"

#include <float.h>
#include <math.h>
#include <stdio.h>

/* 0001-01-01 and 9999-12-31, the calendar that four digits of year can write. */
enum { FIRST_DAY = -719162, LAST_DAY = 2932896 };
/* The largest scale of a cq_decimal. */
enum { MOST_SCALE = 18 };

#define FIRST_MICROSECOND (FIRST_DAY * CQ__DAY_MICROSECONDS)
#define LAST_MICROSECOND ((LAST_DAY + 1) * CQ__DAY_MICROSECONDS - 1)

/* ---- refusals ---------------------------------------------------------------------------------------------------- */

cq_status cq__value_refuse(const cq__giver *giver, const cq__bind *bind, cq_status status, const char *format, ...)
{
	char what[256];
	va_list arguments;
	va_start(arguments, format);
	(void)vsnprintf(what, sizeof what, format, arguments);
	va_end(arguments);
	char object[48] = "", element[64] = "";
	if (giver->in_rows && giver->many)
		(void)snprintf(object, sizeof object, "object %zu: ", giver->row);
	if (giver->in_array)
		(void)snprintf(element, sizeof element, "element %zu of the array: ", giver->element);
	const cq_column *const column = bind->column;
	if (column == NULL)
		return cq__error_set(giver->error, status, "%sa value: %s%s", object, element, what);
	const char *const table = cq_column_table(column)->name;
	(void)cq__error_set(giver->error, status, "%s%s.%s: %s%s", object, table, column->name, element, what);
	if (giver->error != NULL) {
		cq__error_set_table(giver->error, table);
		cq__error_set_column(giver->error, column->name);
	}
	return status;
}

cq_status cq__value_refuse_type(const cq__giver *giver, const cq__bind *bind)
{
	return cq__value_refuse(giver, bind, CQ_WRONG_TYPE, "%s is given where %s is stored",
		cq_type_name((cq_type)bind->from), cq_type_name((cq_type)cq__bind_type(bind)));
}

cq_status cq__value_check_null(const cq__giver *giver, const cq__bind *bind)
{
	if (bind->nullable)
		return CQ_OK;
	return cq__value_refuse(giver, bind, CQ_NULL_VALUE, "%s", cq__value_is_assigned(giver, bind)
		? "NULL is given for a column that is NOT NULL"
		: "NULL is given where a value is compared, and nothing is equal to NULL: ask with IS_NULL");
}

/* ---- numbers ----------------------------------------------------------------------------------------------------- */

/* A whole number from what the program gave: false when it gave something else or a fraction. */
static bool whole(const cq__bind *bind, const cq_value *value, int64_t *out)
{
	if (cq__type_is_one_of(bind->from, CQ__INTEGER_TYPES)) {
		*out = value->integer;
		return true;
	}
	if (!cq__type_is_one_of(bind->from, CQ__REAL_TYPES) || !(fabs(value->real) < 9.2e18) ||
		floor(value->real) != value->real)
		return false;
	*out = (int64_t)value->real;
	return true;
}

static cq_status refuse_as(const cq__giver *giver, const cq__bind *bind, uint8_t type)
{
	return cq__value_refuse(giver, bind, CQ_WRONG_TYPE, "%s is given where %s is stored",
		cq_type_name((cq_type)bind->from), cq_type_name((cq_type)type));
}

cq_status cq__value_integer(const cq__giver *giver, const cq__bind *bind, uint8_t type, const cq_value *value,
	int64_t *out)
{
	int64_t number;
	if (!whole(bind, value, &number))
		return refuse_as(giver, bind, type);
	int64_t low = INT64_MIN;
	int64_t high = INT64_MAX;
	if (bind->use == CQ__BIND_LIMIT) {
		low = 0;
	} else if (type == CQ_TYPE_BOOLEAN) {
		low = 0;
		high = 1;
	} else if (type == CQ_TYPE_SMALLINT) {
		low = INT16_MIN;
		high = INT16_MAX;
	} else if (type == CQ_TYPE_INTEGER) {
		low = INT32_MIN;
		high = INT32_MAX;
	}
	if (number < low || number > high)
		return cq__value_refuse(giver, bind, CQ_OUT_OF_RANGE, "%lld does not fit %s", (long long)number,
			bind->use == CQ__BIND_LIMIT ? "LIMIT or OFFSET" : cq_type_name((cq_type)type));
	*out = number;
	return CQ_OK;
}

cq_status cq__value_real(const cq__giver *giver, const cq__bind *bind, uint8_t type, const cq_value *value, double *out)
{
	double number;
	if (cq__type_is_one_of(bind->from, CQ__REAL_TYPES)) {
		number = value->real;
	} else if (cq__type_is_one_of(bind->from, CQ__INTEGER_TYPES)) {
		if (value->integer > CQ__EXACT_DOUBLE || value->integer < -CQ__EXACT_DOUBLE)
			return cq__value_refuse(giver, bind, CQ_OUT_OF_RANGE, "%lld is no exact %s", (long long)value->integer,
				cq_type_name((cq_type)type));
		number = (double)value->integer;
	} else if (bind->from == CQ_TYPE_DECIMAL) {
		number = cq_decimal_to_double(value->decimal);
	} else {
		return refuse_as(giver, bind, type);
	}
	if (type == CQ_TYPE_REAL && cq__value_is_assigned(giver, bind) && isfinite(number) && fabs(number) > (double)FLT_MAX)
		return cq__value_refuse(giver, bind, CQ_OUT_OF_RANGE, "%g does not fit REAL", number);
	*out = number;
	return CQ_OK;
}

/* A C double that is, to its own precision, a decimal of the column's scale. */
static bool decimal_of_real(double number, uint8_t scale, cq_decimal *out)
{
	double power = 1;
	for (uint8_t i = 0; i < scale; i++)
		power *= 10;
	const double scaled = number * power;
	if (!(fabs(scaled) <= (double)CQ__EXACT_COEFFICIENT))
		return false;
	const double nearest = round(scaled);
	if (fabs(nearest / power - number) > fabs(number) * 4e-16)
		return false;
	*out = (cq_decimal){ (int64_t)nearest, scale };
	return true;
}

cq_status cq__value_decimal(const cq__giver *giver, const cq__bind *bind, const cq_value *value, cq_decimal *out)
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
		return cq__value_refuse(giver, bind, CQ_OUT_OF_RANGE, "%.17g is no DECIMAL with %u digits behind the point",
			value->real, (unsigned)bind->scale);
	default:
		return cq__value_refuse_type(giver, bind);
	}
}

cq_status cq__value_fit_decimal(const cq__giver *giver, const cq__bind *bind, cq_decimal *number)
{
	char text[CQ_DECIMAL_TEXT];
	cq_decimal rescaled;
	if (number->scale < 0 || number->scale > MOST_SCALE)
		return cq__value_refuse(giver, bind, CQ_OUT_OF_RANGE, "a DECIMAL has 0 to %d digits behind the point, not %d",
			MOST_SCALE, (int)number->scale);
	if (cq_decimal_rescale(*number, bind->scale, &rescaled) != CQ_OK || cq_decimal_compare(rescaled, *number) != 0)
		return cq__value_refuse(giver, bind, CQ_OUT_OF_RANGE, "%s does not fit %u digits behind the point",
			cq_decimal_format(*number, text), (unsigned)bind->scale);
	if (bind->precision != 0 && bind->precision < 19) {
		int64_t limit = 1;
		for (uint8_t i = 0; i < bind->precision; i++)
			limit *= 10;
		if (rescaled.coefficient >= limit || rescaled.coefficient <= -limit)
			return cq__value_refuse(giver, bind, CQ_OUT_OF_RANGE, "%s does not fit DECIMAL(%u, %u)",
				cq_decimal_format(*number, text), (unsigned)bind->precision, (unsigned)bind->scale);
	}
	*number = rescaled;
	return CQ_OK;
}

/* ---- texts ------------------------------------------------------------------------------------------------------- */

cq_status cq__value_check_text_slow(const cq__giver *giver, const cq__bind *bind, const char *text, size_t length,
	bool ascii)
{
	if (!ascii && !cq__text_is_utf8(text, length))
		return cq__value_refuse(giver, bind, CQ_BAD_TEXT, "the text is not UTF-8");
	if (bind->length == 0 || length <= bind->length || !cq__value_is_assigned(giver, bind))
		return CQ_OK;
	const size_t characters = ascii ? length : cq__text_length(text, length);
	if (characters <= bind->length)
		return CQ_OK;
	return cq__value_refuse(giver, bind, CQ_TOO_LARGE, "a text of %zu characters does not fit %s(%u)", characters,
		cq_type_name((cq_type)bind->to), (unsigned)bind->length);
}

size_t cq__value_pattern(const cq__bind *bind, const char *text, size_t length, char *out)
{
	char *to = out;
	if (bind->use == CQ__BIND_SUFFIX || bind->use == CQ__BIND_INFIX)
		*to++ = '%';
	for (size_t i = 0; i < length; i++) {
		if (text[i] == '!' || text[i] == '%' || text[i] == '_')
			*to++ = '!';
		*to++ = text[i];
	}
	if (bind->use == CQ__BIND_PREFIX || bind->use == CQ__BIND_INFIX)
		*to++ = '%';
	*to = '\0';
	return (size_t)(to - out);
}

/* ---- dates and times, enums -------------------------------------------------------------------------------------- */

const char *cq__moment_limits(cq_type type, int64_t number)
{
	switch (type) {
	case CQ_TYPE_DATE:
		if (number == INT32_MAX || number == INT32_MIN || (number >= FIRST_DAY && number <= LAST_DAY))
			return NULL;
		return "a DATE must lie in the years 1 to 9999";
	case CQ_TYPE_TIME:
		return number >= 0 && number <= CQ__DAY_MICROSECONDS ? NULL : "a TIME must lie between 00:00:00 and 24:00:00";
	default:
		if (number == INT64_MAX || number == INT64_MIN || (number >= FIRST_MICROSECOND && number <= LAST_MICROSECOND))
			return NULL;
		return "a TIMESTAMP must lie in the years 1 to 9999";
	}
}

const char *cq__enum_label(const cq_enum *labels, int64_t number)
{
	for (uint32_t i = 0; i < labels->count; i++)
		if (labels->values[i] == number)
			return labels->labels[i];
	return NULL;
}

bool cq__enum_number(const cq_enum *labels, const char *label, size_t length, int32_t *number)
{
	for (uint32_t i = 0; i < labels->count; i++) {
		const char *const known = labels->labels[i];
		if (strlen(known) == length && memcmp(known, label, length) == 0) {
			*number = labels->values[i];
			return true;
		}
	}
	return false;
}

bool cq__enum_has(const cq_enum *labels, int64_t number)
{
	return cq__enum_label(labels, number) != NULL;
}

cq_status cq__value_enum(const cq__giver *giver, const cq__bind *bind, const cq_value *value, const char **label,
	int32_t *number)
{
	const bool by_label = bind->from == CQ_TYPE_TEXT || bind->from == CQ_TYPE_VARCHAR || bind->from == CQ_TYPE_CHAR;
	const bool by_number = bind->from == CQ_TYPE_ENUM || cq__type_is_one_of(bind->from, CQ__INTEGER_TYPES);
	if (bind->labels == NULL || (!by_label && !by_number))
		return cq__value_refuse_type(giver, bind);
	if (by_label) {
		*label = value->text;
		if (!cq__enum_number(bind->labels, value->text, strlen(value->text), number))
			return cq__value_refuse(giver, bind, CQ_WRONG_TYPE, "\"%.64s\" is no label of enum %s", value->text,
				bind->labels->name);
		return CQ_OK;
	}
	*label = cq__enum_label(bind->labels, value->integer);
	if (*label == NULL)
		return cq__value_refuse(giver, bind, CQ_OUT_OF_RANGE, "%lld is no value of enum %s", (long long)value->integer,
			bind->labels->name);
	*number = (int32_t)value->integer;
	return CQ_OK;
}
