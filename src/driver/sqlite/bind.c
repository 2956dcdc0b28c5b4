/* driver/sqlite/bind.c: values of a statement and members of objects, bound to a prepared statement's parameters.
 *
 * It knows nothing of steps and rows. Numbers and texts are bound here; bind_form.c makes the other types' stored forms.
 */
#include "base/text.h"
#include "driver/sqlite/sqlite.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define BIT(type) (1u << CQ_TYPE_##type)
#define INTEGER_TYPES (BIT(BOOLEAN) | BIT(SMALLINT) | BIT(INTEGER) | BIT(BIGINT))
#define REAL_TYPES (BIT(REAL) | BIT(DOUBLE))
#define TEXT_TYPES (BIT(TEXT) | BIT(VARCHAR) | BIT(CHAR) | BIT(JSON))

static inline bool is_one_of(uint8_t type, unsigned types)
{
	return ((1u << type) & types) != 0;
}

cq_status cq__sqlite_refuse(cq__binder *binder, const cq__bind *bind, cq_status status, const char *format, ...)
{
	char what[256];
	va_list arguments;
	va_start(arguments, format);
	(void)vsnprintf(what, sizeof what, format, arguments);
	va_end(arguments);
	char object[48] = "";
	if (binder->in_rows && binder->many)
		(void)snprintf(object, sizeof object, "object %zu: ", binder->row);
	const cq_column *const column = bind->column;
	if (column == NULL)
		return cq__error_set(binder->error, status, "%sa value: %s", object, what);
	const char *const table = cq_column_table(column)->name;
	(void)cq__error_set(binder->error, status, "%s%s.%s: %s", object, table, column->name, what);
	cq__error_set_table(binder->error, table);
	cq__error_set_column(binder->error, column->name);
	return status;
}

cq_status cq__sqlite_bound(cq__binder *binder, const cq__bind *bind, int code)
{
	if (__builtin_expect(code == SQLITE_OK, 1))
		return CQ_OK;
	if (code == SQLITE_TOOBIG)
		return cq__sqlite_refuse(binder, bind, CQ_TOO_LARGE, "is larger than SQLite takes");
	return cq__sqlite_handle_failed(binder->handle, binder->error, code, false);
}

char *cq__sqlite_scratch(cq__binder *binder, size_t size)
{
	if (*binder->scratch == NULL)
		*binder->scratch = cq__arena_create(CQ__ARENA_SMALL);
	return *binder->scratch != NULL ? cq__arena_alloc_text(*binder->scratch, size) : NULL;
}

void cq__sqlite_scratch_reset(cq__arena **scratch)
{
	enum { KEPT_BYTES = 64 * 1024 };
	if (*scratch == NULL)
		return;
	if (cq__arena_bytes(*scratch) <= KEPT_BYTES) {
		cq__arena_reset(*scratch);
		return;
	}
	cq__arena_destroy(*scratch);
	*scratch = NULL;
}

cq_status cq__sqlite_bind_text(cq__binder *binder, const cq__bind *bind, int place, const char *text, size_t length,
	bool in_scratch)
{
	sqlite3_destructor_type const keeping = binder->copies && !in_scratch ? SQLITE_TRANSIENT : SQLITE_STATIC;
	return cq__sqlite_bound(binder, bind,
		sqlite3_bind_text64(binder->statement, place, text, length, keeping, SQLITE_UTF8));
}

static bool is_ascii(const char *text, size_t length)
{
	uint64_t all = 0;
	size_t i = 0;
	for (; i + 8 <= length; i += 8) {
		uint64_t eight;
		memcpy(&eight, text + i, 8);
		all |= eight;
	}
	for (; i < length; i++)
		all |= (unsigned char)text[i];
	return (all & UINT64_C(0x8080808080808080)) == 0;
}

/* ! % _ with a ! before them, % around or at one end. */
static cq_status bind_pattern(cq__binder *binder, const cq__bind *bind, int place, const char *text, size_t length)
{
	if (length > SIZE_MAX / 2 - 4)
		return cq__error_set(binder->error, CQ_NO_MEMORY, NULL);
	char *const pattern = cq__sqlite_scratch(binder, 2 * length + 3);
	if (pattern == NULL)
		return cq__error_set(binder->error, CQ_NO_MEMORY, NULL);
	char *to = pattern;
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
	return cq__sqlite_bind_text(binder, bind, place, pattern, (size_t)(to - pattern), true);
}

static cq_status bind_text(cq__binder *binder, const cq__bind *bind, int place, const char *text)
{
	const size_t length = strlen(text);
	const bool ascii = is_ascii(text, length);
	if (!ascii && !cq__text_is_utf8(text, length))
		return cq__sqlite_refuse(binder, bind, CQ_BAD_TEXT, "the text is not UTF-8");
	if (bind->length != 0 && length > bind->length && (bind->use == CQ__BIND_ASSIGN || binder->in_rows)) {
		const size_t characters = ascii ? length : cq__text_length(text, length);
		if (characters > bind->length)
			return cq__sqlite_refuse(binder, bind, CQ_TOO_LARGE, "a text of %zu characters does not fit %s(%u)",
				characters, cq_type_name((cq_type)bind->to), (unsigned)bind->length);
	}
	if (bind->use >= CQ__BIND_PREFIX && bind->use <= CQ__BIND_INFIX)
		return bind_pattern(binder, bind, place, text, length);
	return cq__sqlite_bind_text(binder, bind, place, text, length, false);
}

/* A whole number from what the program gave: false when it gave something else or a fraction. */
static bool whole(const cq__bind *bind, const cq_value *value, int64_t *out)
{
	if (is_one_of(bind->from, INTEGER_TYPES)) {
		*out = value->integer;
		return true;
	}
	if (!is_one_of(bind->from, REAL_TYPES) || !(fabs(value->real) < 9.2e18) || floor(value->real) != value->real)
		return false;
	*out = (int64_t)value->real;
	return true;
}

static cq_status bind_integer(cq__binder *binder, const cq__bind *bind, uint8_t type, int place, const cq_value *value)
{
	int64_t number;
	if (!whole(bind, value, &number))
		return cq__sqlite_refuse(binder, bind, CQ_WRONG_TYPE, "%s is given where %s is stored",
			cq_type_name((cq_type)bind->from), cq_type_name((cq_type)type));
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
		return cq__sqlite_refuse(binder, bind, CQ_OUT_OF_RANGE, "%lld does not fit %s", (long long)number,
			bind->use == CQ__BIND_LIMIT ? "LIMIT or OFFSET" : cq_type_name((cq_type)type));
	return cq__sqlite_bound(binder, bind, sqlite3_bind_int64(binder->statement, place, number));
}

static cq_status bind_real(cq__binder *binder, const cq__bind *bind, uint8_t type, int place, const cq_value *value)
{
	double number;
	if (is_one_of(bind->from, REAL_TYPES)) {
		number = value->real;
	} else if (is_one_of(bind->from, INTEGER_TYPES)) {
		if (value->integer > CQ__SQLITE_EXACT_DOUBLE || value->integer < -CQ__SQLITE_EXACT_DOUBLE)
			return cq__sqlite_refuse(binder, bind, CQ_OUT_OF_RANGE, "%lld is no exact %s", (long long)value->integer,
				cq_type_name((cq_type)type));
		number = (double)value->integer;
	} else if (bind->from == CQ_TYPE_DECIMAL) {
		number = cq_decimal_to_double(value->decimal);
	} else {
		return cq__sqlite_refuse(binder, bind, CQ_WRONG_TYPE, "%s is given where %s is stored",
			cq_type_name((cq_type)bind->from), cq_type_name((cq_type)type));
	}
	if (isnan(number))
		/* SQLite would take it for NULL without a word. */
		return cq__sqlite_refuse(binder, bind, CQ_OUT_OF_RANGE, "SQLite has no NaN");
	if (type == CQ_TYPE_REAL && (bind->use == CQ__BIND_ASSIGN || binder->in_rows)) {
		if (!isinf(number) && fabs(number) > (double)FLT_MAX)
			return cq__sqlite_refuse(binder, bind, CQ_OUT_OF_RANGE, "%g does not fit REAL", number);
		number = (double)(float)number;
	}
	return cq__sqlite_bound(binder, bind, sqlite3_bind_double(binder->statement, place, number));
}

static cq_status bind_null(cq__binder *binder, const cq__bind *bind, int place)
{
	if (!bind->nullable) {
		const bool stored = bind->use == CQ__BIND_ASSIGN || binder->in_rows;
		return cq__sqlite_refuse(binder, bind, CQ_NULL_VALUE, "%s", stored ? "NULL is given for a column that is NOT NULL"
			: "NULL is given where a value is compared, and nothing is equal to NULL: ask with IS_NULL");
	}
	return cq__sqlite_bound(binder, bind, sqlite3_bind_null(binder->statement, place));
}

static inline cq_status bind_value(cq__binder *binder, const cq__bind *bind, int place, const cq_value *value)
{
	if (__builtin_expect((bind->flags & CQ_VALUE_ARRAY) != 0, 0))
		return cq__sqlite_bind_array(binder, bind, place, value);
	if (__builtin_expect(value->is_null != 0, 0))
		return bind_null(binder, bind, place);
	const uint8_t type = bind->to != CQ_TYPE_NONE ? bind->to : bind->from;
	switch (type) {
	case CQ_TYPE_BIGINT:
		if (__builtin_expect(is_one_of(bind->from, INTEGER_TYPES) && bind->use != CQ__BIND_LIMIT, 1))
			return cq__sqlite_bound(binder, bind, sqlite3_bind_int64(binder->statement, place, value->integer));
		return bind_integer(binder, bind, type, place, value);
	case CQ_TYPE_BOOLEAN:
	case CQ_TYPE_SMALLINT:
	case CQ_TYPE_INTEGER:
		return bind_integer(binder, bind, type, place, value);
	case CQ_TYPE_REAL:
	case CQ_TYPE_DOUBLE:
		return bind_real(binder, bind, type, place, value);
	case CQ_TYPE_TEXT:
	case CQ_TYPE_VARCHAR:
	case CQ_TYPE_CHAR:
	case CQ_TYPE_JSON:
		if (__builtin_expect(is_one_of(bind->from, TEXT_TYPES), 1))
			return value->text != NULL ? bind_text(binder, bind, place, value->text) : bind_null(binder, bind, place);
		break;
	case CQ_TYPE_BYTES:
		if (value->bytes.data == NULL)
			return bind_null(binder, bind, place);
		break;
	default:
		/* A text may stand for an ENUM's label. */
		if (is_one_of(bind->from, TEXT_TYPES) && value->text == NULL)
			return bind_null(binder, bind, place);
		break;
	}
	return cq__sqlite_bind_form(binder, bind, place, value);
}

static inline cq_status bind_each(cq__binder *binder, const cq__bind *bind, uint32_t count, const cq_value *values, int first)
{
	for (uint32_t i = 0; i < count; i++, bind++) {
		const cq_status status = bind_value(binder, bind, first + (int)i, &values[bind->source]);
		if (__builtin_expect(status != CQ_OK, 0))
			return status;
	}
	return CQ_OK;
}

cq_status cq__sqlite_bind_values(cq__binder *binder, const cq__text *text, const cq_value *values)
{
	return bind_each(binder, text->binds, text->bind_count, values, 1);
}

cq_status cq__sqlite_bind_behind(cq__binder *binder, const cq__text *text, const cq_value *values, int first)
{
	binder->in_rows = false;
	const cq_status status = bind_each(binder, text->value_binds, text->value_bind_count, values, first);
	binder->in_rows = true;
	return status;
}

/* LOAD reads a member whose nullable form is `optional`, an optional struct; `present` stands first in it. */
#define LOAD(type, optional, to) \
	do { \
		if (bind->nullable) { \
			const optional *const member = at; \
			value->is_null = !member->present; \
			(to) = member->value; \
		} else { \
			(to) = *(const type *)at; \
		} \
	} while (0)

static void load_member(const cq__bind *bind, const void *at, cq_value *value)
{
	value->is_null = 0;
	switch (bind->from) {
	case CQ_TYPE_BOOLEAN:
		/* Memory that is no bool must be seen as what it is, and refused. */
		if (bind->nullable) {
			value->is_null = ((const unsigned char *)at)[offsetof(cq_opt_bool, present)] == 0;
			value->integer = ((const unsigned char *)at)[offsetof(cq_opt_bool, value)];
		} else {
			value->integer = *(const unsigned char *)at;
		}
		break;
	case CQ_TYPE_SMALLINT:
		LOAD(int16_t, cq_opt_int16, value->integer);
		break;
	case CQ_TYPE_INTEGER:
		LOAD(int32_t, cq_opt_int32, value->integer);
		break;
	case CQ_TYPE_BIGINT:
		LOAD(int64_t, cq_opt_int64, value->integer);
		break;
	case CQ_TYPE_REAL:
		LOAD(float, cq_opt_float, value->real);
		break;
	case CQ_TYPE_DOUBLE:
		LOAD(double, cq_opt_double, value->real);
		break;
	case CQ_TYPE_DECIMAL:
		LOAD(cq_decimal, cq_opt_decimal, value->decimal);
		break;
	case CQ_TYPE_DATE:
		if (bind->nullable) {
			value->is_null = !((const cq_opt_date *)at)->present;
			value->integer = ((const cq_opt_date *)at)->value.days;
		} else {
			value->integer = ((const cq_date *)at)->days;
		}
		break;
	case CQ_TYPE_TIME:
		if (bind->nullable) {
			value->is_null = !((const cq_opt_time *)at)->present;
			value->integer = ((const cq_opt_time *)at)->value.microseconds;
		} else {
			value->integer = ((const cq_time *)at)->microseconds;
		}
		break;
	case CQ_TYPE_TIMESTAMP:
		if (bind->nullable) {
			value->is_null = !((const cq_opt_timestamp *)at)->present;
			value->integer = ((const cq_opt_timestamp *)at)->value.microseconds;
		} else {
			value->integer = ((const cq_timestamp *)at)->microseconds;
		}
		break;
	case CQ_TYPE_INTERVAL:
		LOAD(cq_interval, cq_opt_interval, value->interval);
		break;
	case CQ_TYPE_UUID:
		LOAD(cq_uuid, cq_opt_uuid, value->uuid);
		break;
	case CQ_TYPE_ENUM:
		LOAD(int, cq_opt_enum, value->integer);
		break;
	case CQ_TYPE_BYTES:
		value->bytes.data = ((const cq_bytes *)at)->data;
		value->bytes.size = ((const cq_bytes *)at)->size;
		break;
	default:
		value->text = *(const char *const *)at;
		break;
	}
}

static cq_status bind_any_member(cq__binder *binder, const cq__bind *bind, int place, const void *at)
{
	cq_value value;
	load_member(bind, at, &value);
	return bind_value(binder, bind, place, &value);
}

/* Most members have their column's own type and cannot be NULL: these go straight from the object to SQLite. */
static inline cq_status bind_member(cq__binder *binder, const cq__bind *bind, int place, const void *at)
{
	int code;
	if (__builtin_expect(bind->from != bind->to || bind->nullable || bind->use != CQ__BIND_ASSIGN, 0))
		return bind_any_member(binder, bind, place, at);
	switch (bind->from) {
	case CQ_TYPE_BOOLEAN:
		if (__builtin_expect(*(const unsigned char *)at > 1, 0))
			return bind_any_member(binder, bind, place, at);
		code = sqlite3_bind_int64(binder->statement, place, *(const unsigned char *)at);
		break;
	case CQ_TYPE_SMALLINT:
		code = sqlite3_bind_int64(binder->statement, place, *(const int16_t *)at);
		break;
	case CQ_TYPE_INTEGER:
		code = sqlite3_bind_int64(binder->statement, place, *(const int32_t *)at);
		break;
	case CQ_TYPE_BIGINT:
		code = sqlite3_bind_int64(binder->statement, place, *(const int64_t *)at);
		break;
	case CQ_TYPE_DOUBLE:
		if (__builtin_expect(isnan(*(const double *)at), 0))
			return bind_any_member(binder, bind, place, at);
		code = sqlite3_bind_double(binder->statement, place, *(const double *)at);
		break;
	case CQ_TYPE_TEXT:
	case CQ_TYPE_VARCHAR:
	case CQ_TYPE_CHAR:
	case CQ_TYPE_JSON:
		if (__builtin_expect(*(const char *const *)at == NULL, 0))
			return bind_any_member(binder, bind, place, at);
		return bind_text(binder, bind, place, *(const char *const *)at);
	default:
		return bind_any_member(binder, bind, place, at);
	}
	return cq__sqlite_bound(binder, bind, code);
}

cq_status cq__sqlite_bind_object(cq__binder *binder, const cq__text *text, const void *object, int first)
{
	const uint32_t count = text->bind_count;
	const cq__bind *bind = text->binds;
	for (uint32_t i = 0; i < count; i++, bind++) {
		const cq_status status = bind_member(binder, bind, first + (int)i, (const char *)object + bind->source);
		if (__builtin_expect(status != CQ_OK, 0))
			return status;
	}
	return CQ_OK;
}
