/* driver/sqlite/bind.c: values of a statement and members of objects, bound to a prepared statement's parameters.
 *
 * It knows nothing of steps and rows. Numbers and texts are bound here; bind_form.c makes the other types' stored forms.
 */
#include "driver/sqlite/sqlite.h"

#include <math.h>
#include <string.h>

cq_status cq__sqlite_bound(cq__binder *binder, const cq__bind *bind, int code)
{
	if (__builtin_expect(code == SQLITE_OK, 1))
		return CQ_OK;
	if (code == SQLITE_TOOBIG)
		return cq__value_refuse(&binder->giver, bind, CQ_TOO_LARGE, "is larger than SQLite takes");
	return cq__sqlite_handle_failed(binder->handle, binder->giver.error, code, false);
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

static cq_status bind_pattern(cq__binder *binder, const cq__bind *bind, int place, const char *text, size_t length)
{
	char *const pattern = length <= SIZE_MAX / 2 - 4 ? cq__sqlite_scratch(binder, 2 * length + 3) : NULL;
	if (pattern == NULL)
		return cq__error_set(binder->giver.error, CQ_NO_MEMORY, NULL);
	return cq__sqlite_bind_text(binder, bind, place, pattern, cq__value_pattern(bind, text, length, pattern), true);
}

static cq_status bind_text(cq__binder *binder, const cq__bind *bind, int place, const char *text)
{
	const size_t length = strlen(text);
	CQ_TRY(cq__value_check_text(&binder->giver, bind, text, length));
	if (cq__bind_is_pattern(bind))
		return bind_pattern(binder, bind, place, text, length);
	return cq__sqlite_bind_text(binder, bind, place, text, length, false);
}

static cq_status bind_integer(cq__binder *binder, const cq__bind *bind, uint8_t type, int place, const cq_value *value)
{
	int64_t number = 0;
	CQ_TRY(cq__value_integer(&binder->giver, bind, type, value, &number));
	return cq__sqlite_bound(binder, bind, sqlite3_bind_int64(binder->statement, place, number));
}

static cq_status bind_real(cq__binder *binder, const cq__bind *bind, uint8_t type, int place, const cq_value *value)
{
	double number = 0;
	CQ_TRY(cq__value_real(&binder->giver, bind, type, value, &number));
	if (isnan(number))
		/* SQLite would take it for NULL without a word. */
		return cq__value_refuse(&binder->giver, bind, CQ_OUT_OF_RANGE, "SQLite has no NaN");
	if (type == CQ_TYPE_REAL && cq__value_is_assigned(&binder->giver, bind))
		number = (double)(float)number;
	return cq__sqlite_bound(binder, bind, sqlite3_bind_double(binder->statement, place, number));
}

static cq_status bind_null(cq__binder *binder, const cq__bind *bind, int place)
{
	CQ_TRY(cq__value_check_null(&binder->giver, bind));
	return cq__sqlite_bound(binder, bind, sqlite3_bind_null(binder->statement, place));
}

static inline cq_status bind_value(cq__binder *binder, const cq__bind *bind, int place, const cq_value *value)
{
	if (__builtin_expect((bind->flags & CQ_VALUE_ARRAY) != 0, 0))
		return cq__sqlite_bind_array(binder, bind, place, value);
	if (__builtin_expect(value->is_null != 0, 0))
		return bind_null(binder, bind, place);
	const uint8_t type = cq__bind_type(bind);
	switch (type) {
	case CQ_TYPE_BIGINT:
		if (__builtin_expect(cq__type_is_one_of(bind->from, CQ__INTEGER_TYPES) && bind->use != CQ__BIND_LIMIT, 1))
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
		if (__builtin_expect(cq__type_is_one_of(bind->from, CQ__TEXT_TYPES), 1))
			return value->text != NULL ? bind_text(binder, bind, place, value->text) : bind_null(binder, bind, place);
		break;
	case CQ_TYPE_BYTES:
		if (value->bytes.data == NULL)
			return bind_null(binder, bind, place);
		break;
	default:
		/* A text may stand for an ENUM's label. */
		if (cq__type_is_one_of(bind->from, CQ__TEXT_TYPES) && value->text == NULL)
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
	binder->giver.in_rows = false;
	const cq_status status = bind_each(binder, text->value_binds, text->value_bind_count, values, first);
	binder->giver.in_rows = true;
	return status;
}

static cq_status bind_any_member(cq__binder *binder, const cq__bind *bind, int place, const void *at)
{
	cq_value value;
	cq__value_of_member(bind, at, &value);
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
