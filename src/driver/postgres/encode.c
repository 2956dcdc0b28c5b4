/* driver/postgres/encode.c: values of a statement and members of objects as the parameters that libpq takes.
 *
 * It knows nothing of connections. Numbers and texts are encoded here; encode_form.c makes the other types' forms,
 * encode_array.c arrays.
 */
#include "driver/postgres/encode_parts.h"

#include "base/alloc.h"

#include <float.h>
#include <math.h>

/* ---- memory ------------------------------------------------------------------------------------------------------ */

void cq__pg_encoder_release(cq__pg_encoder *encoder)
{
	cq__free(encoder->slots);
	cq__arena_destroy(encoder->scratch);
	*encoder = (cq__pg_encoder){ 0 };
}

/* One block: slots, values, lengths, formats. Values that stand in a slot move with it. */
static cq_status make_room(cq__pg_encoder *encoder, size_t wanted)
{
	enum { FEWEST = 16, MOST = 1 << 24 };
	if (wanted > MOST)
		return cq__error_set(encoder->giver.error, CQ_TOO_LARGE, "the statement has %zu values", wanted);
	size_t capacity = encoder->capacity != 0 ? (size_t)encoder->capacity : FEWEST;
	while (capacity < wanted)
		capacity *= 2;
	const size_t each = sizeof(cq__pg_slot) + sizeof(char *) + 2 * sizeof(int);
	cq__pg_slot *const slots = cq__alloc(capacity * each);
	if (slots == NULL)
		return cq__error_set(encoder->giver.error, CQ_NO_MEMORY, NULL);
	const char **const values = (const char **)(void *)(slots + capacity);
	int *const lengths = (int *)(void *)(values + capacity);
	int *const formats = lengths + capacity;
	for (int i = 0; i < encoder->count; i++) {
		const bool in_slot = encoder->values[i] == (const char *)encoder->slots[i].bytes;
		slots[i] = encoder->slots[i];
		values[i] = in_slot ? (const char *)slots[i].bytes : encoder->values[i];
		lengths[i] = encoder->lengths[i];
		formats[i] = encoder->formats[i];
	}
	cq__free(encoder->slots);
	encoder->slots = slots;
	encoder->values = values;
	encoder->lengths = lengths;
	encoder->formats = formats;
	encoder->capacity = (int)capacity;
	return CQ_OK;
}

static inline cq_status need_room(cq__pg_encoder *encoder, size_t more)
{
	const size_t wanted = (size_t)encoder->count + more;
	return __builtin_expect(wanted <= (size_t)encoder->capacity, 1) ? CQ_OK : make_room(encoder, wanted);
}

static inline void empty(cq__pg_encoder *encoder, cq__error *error)
{
	encoder->giver = (cq__giver){ .error = error };
	encoder->count = 0;
	encoder->bytes = 0;
	encoder->most = cq__pg_most_bytes(encoder);
	encoder->full = false;
}

cq_status cq__pg_encode_begin(cq__pg_encoder *encoder, cq__error *error, size_t most)
{
	enum { KEPT_BYTES = 64 * 1024 };
	empty(encoder, error);
	if (encoder->scratch != NULL && cq__arena_bytes(encoder->scratch) > KEPT_BYTES) {
		cq__arena_destroy(encoder->scratch);
		encoder->scratch = NULL;
	} else if (encoder->scratch != NULL) {
		cq__arena_reset(encoder->scratch);
	}
	return need_room(encoder, most);
}

char *cq__pg_scratch(cq__pg_encoder *encoder, size_t size)
{
	if (encoder->scratch == NULL)
		encoder->scratch = cq__arena_create(CQ__ARENA_SMALL);
	char *const room = encoder->scratch != NULL ? cq__arena_alloc_text(encoder->scratch, size) : NULL;
	if (room == NULL)
		(void)cq__error_set(encoder->giver.error, CQ_NO_MEMORY, NULL);
	return room;
}

cq_status cq__pg_check_size(const cq__pg_encoder *encoder, const cq__bind *bind, size_t size)
{
	if (__builtin_expect(size <= CQ__WIRE_LARGEST, 1))
		return CQ_OK;
	return cq__value_refuse(&encoder->giver, bind, CQ_TOO_LARGE, "is larger than PostgreSQL takes");
}

cq_status cq__pg_refuse_sum(cq__pg_encoder *encoder, const cq__bind *bind)
{
	encoder->full = true;
	return cq__value_refuse(&encoder->giver, bind, CQ_TOO_LARGE, "makes the statement larger than PostgreSQL takes");
}

/* ---- one value --------------------------------------------------------------------------------------------------- */

static cq_status encode_text(cq__pg_encoder *encoder, const cq__bind *bind, const char *text, cq__pg_form *form)
{
	const size_t length = strlen(text);
	CQ_TRY(cq__value_check_text(&encoder->giver, bind, text, length));
	CQ_TRY(cq__pg_check_size(encoder, bind, length));
	form->data = text;
	form->size = length;
	if (__builtin_expect(cq__bind_is_pattern(bind), 0)) {
		char *const pattern = cq__pg_scratch(encoder, 2 * length + 3);
		if (pattern == NULL)
			return CQ_NO_MEMORY;
		form->data = pattern;
		form->size = cq__value_pattern(bind, text, length, pattern);
		return cq__pg_check_size(encoder, bind, form->size);
	}
	return CQ_OK;
}

static cq_status encode_integer(cq__pg_encoder *encoder, const cq__bind *bind, uint8_t type, const cq_value *value,
	cq__pg_form *form)
{
	int64_t number = 0;
	CQ_TRY(cq__value_integer(&encoder->giver, bind, type, value, &number));
	if (bind->use == CQ__BIND_LIMIT || type == CQ_TYPE_BIGINT) {
		cq__pg_form_64(form, number);
	} else if (type == CQ_TYPE_INTEGER) {
		cq__pg_form_32(form, (int32_t)number);
	} else if (type == CQ_TYPE_SMALLINT) {
		cq__pg_form_16(form, (int16_t)number);
	} else {
		form->slot->bytes[0] = (unsigned char)number;
		form->data = (const char *)form->slot->bytes;
		form->size = 1;
	}
	return CQ_OK;
}

static cq_status encode_real(cq__pg_encoder *encoder, const cq__bind *bind, uint8_t type, const cq_value *value,
	cq__pg_form *form)
{
	double number = 0;
	CQ_TRY(cq__value_real(&encoder->giver, bind, type, value, &number));
	if (type == CQ_TYPE_DOUBLE) {
		cq__pg_form_double(form, number);
		return CQ_OK;
	}
	/* The parameter is a REAL also where it is only compared. */
	if (isfinite(number) && fabs(number) > (double)FLT_MAX)
		return cq__value_refuse(&encoder->giver, bind, CQ_OUT_OF_RANGE, "%g does not fit REAL", number);
	cq__wire_put_float(form->slot->bytes, (float)number);
	form->data = (const char *)form->slot->bytes;
	form->size = 4;
	return CQ_OK;
}

static cq_status encode_null(cq__pg_encoder *encoder, const cq__bind *bind, cq__pg_form *form)
{
	form->data = NULL;
	form->size = 0;
	return cq__value_check_null(&encoder->giver, bind);
}

cq_status cq__pg_encode_one(cq__pg_encoder *encoder, const cq__bind *bind, const cq_value *value, cq__pg_form *form)
{
	form->format = 1;
	if (__builtin_expect(value->is_null != 0, 0))
		return encode_null(encoder, bind, form);
	const uint8_t type = bind->use == CQ__BIND_LIMIT ? (uint8_t)CQ_TYPE_BIGINT : cq__bind_type(bind);
	switch (type) {
	case CQ_TYPE_BIGINT:
	case CQ_TYPE_INTEGER:
	case CQ_TYPE_SMALLINT:
	case CQ_TYPE_BOOLEAN:
		return encode_integer(encoder, bind, type, value, form);
	case CQ_TYPE_REAL:
	case CQ_TYPE_DOUBLE:
		return encode_real(encoder, bind, type, value, form);
	case CQ_TYPE_TEXT:
	case CQ_TYPE_VARCHAR:
	case CQ_TYPE_CHAR:
		if (!cq__type_is_one_of(bind->from, CQ__TEXT_TYPES))
			return cq__value_refuse_type(&encoder->giver, bind);
		if (value->text == NULL)
			return encode_null(encoder, bind, form);
		/* Nothing says what the value is but the text around it, which may make a date of it: then the server reads it. */
		form->format = bind->to != CQ_TYPE_NONE;
		return encode_text(encoder, bind, value->text, form);
	case CQ_TYPE_BYTES:
		if (bind->from == CQ_TYPE_BYTES && value->bytes.data == NULL)
			return encode_null(encoder, bind, form);
		break;
	default:
		/* A text may stand for an ENUM's label, and is what JSON is given as. */
		if (cq__type_is_one_of(bind->from, CQ__TEXT_TYPES) && value->text == NULL)
			return encode_null(encoder, bind, form);
		break;
	}
	if (type == CQ_TYPE_JSON && cq__type_is_one_of(bind->from, CQ__TEXT_TYPES)) {
		CQ_TRY(encode_text(encoder, bind, value->text, form));
		/* A jsonb opens with its version. */
		char *const copy = cq__pg_scratch(encoder, form->size + 2);
		if (copy == NULL)
			return CQ_NO_MEMORY;
		copy[0] = 1;
		memcpy(copy + 1, form->data, form->size + 1);
		form->data = copy;
		form->size++;
		return cq__pg_check_size(encoder, bind, form->size);
	}
	return cq__pg_encode_form(encoder, bind, value, form);
}

static inline void append(cq__pg_encoder *encoder, const cq__pg_form *form)
{
	const int place = encoder->count++;
	encoder->values[place] = form->data;
	encoder->lengths[place] = (int)form->size;
	encoder->formats[place] = form->format;
	encoder->bytes += form->size;
}

cq_status cq__pg_append(cq__pg_encoder *encoder, const cq__pg_form *form)
{
	CQ_TRY(need_room(encoder, 1));
	append(encoder, form);
	return CQ_OK;
}

/* A whole number for a BIGINT goes as it is: most keys are such. */
static inline bool is_plain(const cq__bind *bind, const cq_value *value)
{
	return bind->to == CQ_TYPE_BIGINT && cq__type_is_one_of(bind->from, CQ__INTEGER_TYPES) && bind->use != CQ__BIND_LIMIT &&
		(bind->flags & CQ_VALUE_ARRAY) == 0 && !value->is_null;
}

static inline void append_bigint(cq__pg_encoder *encoder, int64_t number)
{
	const int place = encoder->count++;
	unsigned char *const bytes = encoder->slots[place].bytes;
	cq__wire_put_64(bytes, (uint64_t)number);
	encoder->values[place] = (const char *)bytes;
	encoder->lengths[place] = sizeof number;
	encoder->formats[place] = 1;
	encoder->bytes += sizeof number;
}

__attribute__((noinline)) static cq_status append_value(cq__pg_encoder *encoder, const cq__bind *bind, const cq_value *value)
{
	cq__pg_form form = { .slot = &encoder->slots[encoder->count], .format = 1 };
	cq_status status;
	if (__builtin_expect((bind->flags & CQ_VALUE_ARRAY) != 0, 0))
		status = cq__pg_encode_array(encoder, bind, value, &form);
	else
		status = cq__pg_encode_one(encoder, bind, value, &form);
	if (__builtin_expect(status == CQ_OK, 1))
		append(encoder, &form);
	return status;
}

__attribute__((noinline)) static cq_status append_rest(cq__pg_encoder *encoder, const cq__bind *bind, uint32_t count,
	const cq_value *values)
{
	const cq__bind *const end = bind + count;
	for (; bind < end; bind++) {
		const cq_value *const value = &values[bind->source];
		if (is_plain(bind, value))
			append_bigint(encoder, value->integer);
		else
			CQ_TRY(append_value(encoder, bind, value));
	}
	return cq__pg_check_sum(encoder, end - 1, 0);
}

/* There is room for them. Whole numbers alone are never too many bytes. */
static inline cq_status append_values(cq__pg_encoder *encoder, const cq__bind *bind, uint32_t count, const cq_value *values)
{
	for (; count != 0 && is_plain(bind, &values[bind->source]); bind++, count--)
		append_bigint(encoder, values[bind->source].integer);
	return count != 0 ? append_rest(encoder, bind, count, values) : CQ_OK;
}

__attribute__((noinline)) static cq_status encode_anew(cq__pg_encoder *encoder, cq__error *error, const cq__text *text,
	const cq_value *values)
{
	CQ_TRY(cq__pg_encode_begin(encoder, error, text->bind_count));
	return append_values(encoder, text->binds, text->bind_count, values);
}

cq_status cq__pg_encode_statement(cq__pg_encoder *encoder, cq__error *error, const cq__text *text, const cq_value *values)
{
	if (__builtin_expect(encoder->scratch != NULL || text->bind_count > (uint32_t)encoder->capacity, 0))
		return encode_anew(encoder, error, text, values);
	empty(encoder, error);
	return append_values(encoder, text->binds, text->bind_count, values);
}

static cq_status encode_more(cq__pg_encoder *encoder, const cq__bind *binds, uint32_t count, const cq_value *values)
{
	encoder->giver.in_rows = false;
	CQ_TRY(need_room(encoder, count));
	CQ_TRY(append_values(encoder, binds, count, values));
	return count != 0 ? cq__pg_check_sum(encoder, binds + count - 1, 0) : CQ_OK;
}

cq_status cq__pg_encode_values(cq__pg_encoder *encoder, const cq__text *text, const cq_value *values)
{
	return encode_more(encoder, text->binds, text->bind_count, values);
}

cq_status cq__pg_encode_behind(cq__pg_encoder *encoder, const cq__text *text, const cq_value *values)
{
	return encode_more(encoder, text->value_binds, text->value_bind_count, values);
}

/* ---- members of objects ------------------------------------------------------------------------------------------ */

__attribute__((noinline)) static cq_status encode_any_member(cq__pg_encoder *encoder, const cq__bind *bind, const void *at,
	cq__pg_form *form)
{
	cq_value value;
	cq__value_of_member(bind, at, &value);
	return cq__pg_encode_one(encoder, bind, &value, form);
}

/* Most members have their column's own type and cannot be NULL. */
static inline cq_status encode_member(cq__pg_encoder *encoder, const cq__bind *bind, const void *at, cq__pg_form *form)
{
	if (__builtin_expect(bind->from != bind->to || bind->nullable, 0))
		return encode_any_member(encoder, bind, at, form);
	switch (bind->from) {
	case CQ_TYPE_BOOLEAN:
		if (__builtin_expect(*(const unsigned char *)at > 1, 0))
			return encode_any_member(encoder, bind, at, form);
		form->slot->bytes[0] = *(const unsigned char *)at;
		form->data = (const char *)form->slot->bytes;
		form->size = 1;
		return CQ_OK;
	case CQ_TYPE_SMALLINT:
		cq__pg_form_16(form, *(const int16_t *)at);
		return CQ_OK;
	case CQ_TYPE_INTEGER:
		cq__pg_form_32(form, *(const int32_t *)at);
		return CQ_OK;
	case CQ_TYPE_BIGINT:
		cq__pg_form_64(form, *(const int64_t *)at);
		return CQ_OK;
	case CQ_TYPE_DOUBLE:
		cq__pg_form_double(form, *(const double *)at);
		return CQ_OK;
	case CQ_TYPE_TEXT:
	case CQ_TYPE_VARCHAR:
	case CQ_TYPE_CHAR:
		if (__builtin_expect(*(const char *const *)at == NULL, 0))
			return encode_any_member(encoder, bind, at, form);
		return encode_text(encoder, bind, *(const char *const *)at, form);
	default:
		return encode_any_member(encoder, bind, at, form);
	}
}

cq_status cq__pg_encode_object(cq__pg_encoder *encoder, const cq__text *text, const void *object, size_t row)
{
	const uint32_t count = text->bind_count;
	const cq__bind *bind = text->binds;
	CQ_TRY(need_room(encoder, count));
	encoder->giver.in_rows = true;
	encoder->giver.row = row;
	for (uint32_t i = 0; i < count; i++, bind++) {
		cq__pg_form form = { .slot = &encoder->slots[encoder->count], .format = 1 };
		const cq_status status = encode_member(encoder, bind, (const char *)object + bind->source, &form);
		if (__builtin_expect(status != CQ_OK, 0))
			return status;
		append(encoder, &form);
	}
	return count != 0 ? cq__pg_check_sum(encoder, bind - 1, 0) : CQ_OK;
}

/* Whether so many bytes are not too many for a row of COPY. A chunk holds others before it. */
static cq_status check_row(cq__pg_encoder *encoder, const cq__bind *bind, size_t bytes)
{
	enum { AROUND = 128 * 1024 };
	if (__builtin_expect(bytes <= cq__pg_most_bytes(encoder) - AROUND, 1))
		return CQ_OK;
	return cq__value_refuse(&encoder->giver, bind, CQ_TOO_LARGE, "makes the object larger than PostgreSQL takes");
}

/* Room for one more value of a row, which is `bytes` long with it. */
__attribute__((noinline)) static cq_status grow_row(cq__pg_encoder *encoder, const cq__bind *bind, size_t bytes, cq__buffer *out,
	size_t more)
{
	CQ_TRY(check_row(encoder, bind, bytes));
	return cq__buffer_reserve(out, more) == CQ_OK ? CQ_OK : cq__error_set(encoder->giver.error, CQ_NO_MEMORY, NULL);
}

cq_status cq__pg_copy_object(cq__pg_encoder *encoder, const cq__text *text, const void *object, size_t row, cq__buffer *out)
{
	enum { LENGTH = 4 };
	const size_t begin = out->length;
	const uint32_t count = text->bind_count;
	const cq__bind *bind = text->binds;
	encoder->giver.in_rows = true;
	encoder->giver.row = row;
	if (encoder->scratch != NULL)
		cq__arena_reset(encoder->scratch);
	/* Room for all that is no text; cq__buffer_append makes more. */
	if (cq__buffer_reserve(out, 2 + count * (LENGTH + sizeof(cq__pg_slot))) != CQ_OK)
		return cq__error_set(encoder->giver.error, CQ_NO_MEMORY, NULL);
	cq__wire_put_16(out->data + out->length, (uint16_t)count);
	out->length += 2;
	for (uint32_t i = 0; i < count; i++, bind++) {
		cq__pg_slot slot;
		cq__pg_form form = { .slot = &slot };
		const cq_status status = encode_member(encoder, bind, (const char *)object + bind->source, &form);
		if (__builtin_expect(status != CQ_OK, 0))
			return status;
		const size_t size = form.data != NULL ? form.size : 0;
		if (__builtin_expect(out->capacity - out->length < LENGTH + size, 0))
			CQ_TRY(grow_row(encoder, bind, out->length - begin + LENGTH + size, out, LENGTH + size));
		cq__wire_put_32(out->data + out->length, form.data != NULL ? (uint32_t)size : UINT32_MAX);
		if (size != 0)
			memcpy(out->data + out->length + LENGTH, form.data, size);
		out->length += LENGTH + size;
	}
	return count != 0 ? check_row(encoder, bind - 1, out->length - begin) : CQ_OK;
}

/* ---- the types at Parse ------------------------------------------------------------------------------------------ */

static Oid stored_type(const cq__bind *bind)
{
	switch (bind->storage) {
	case CQ_STORAGE_TEXT:
		return CQ__OID_TEXT;
	case CQ_STORAGE_INTEGER:
		return bind->to == CQ_TYPE_ENUM ? CQ__OID_INT4 : CQ__OID_INT8;
	case CQ_STORAGE_REAL:
		return CQ__OID_FLOAT8;
	default:
		return CQ__OID_BYTEA;
	}
}

static Oid natural_type(uint8_t type)
{
	static const Oid types[CQ_TYPE_COUNT] = {
		[CQ_TYPE_BOOLEAN] = CQ__OID_BOOL,
		[CQ_TYPE_SMALLINT] = CQ__OID_INT2,
		[CQ_TYPE_INTEGER] = CQ__OID_INT4,
		[CQ_TYPE_BIGINT] = CQ__OID_INT8,
		[CQ_TYPE_REAL] = CQ__OID_FLOAT4,
		[CQ_TYPE_DOUBLE] = CQ__OID_FLOAT8,
		[CQ_TYPE_DECIMAL] = CQ__OID_NUMERIC,
		[CQ_TYPE_TEXT] = CQ__OID_TEXT,
		[CQ_TYPE_VARCHAR] = CQ__OID_TEXT,
		[CQ_TYPE_CHAR] = CQ__OID_TEXT,
		[CQ_TYPE_BYTES] = CQ__OID_BYTEA,
		[CQ_TYPE_DATE] = CQ__OID_DATE,
		[CQ_TYPE_TIME] = CQ__OID_TIME,
		[CQ_TYPE_TIMESTAMP] = CQ__OID_TIMESTAMPTZ,
		[CQ_TYPE_INTERVAL] = CQ__OID_INTERVAL,
		[CQ_TYPE_JSON] = CQ__OID_JSONB,
		[CQ_TYPE_UUID] = CQ__OID_UUID,
		[CQ_TYPE_ENUM] = CQ__OID_TEXT,
	};
	return type < CQ_TYPE_COUNT ? types[type] : 0;
}

Oid cq__pg_wire_type(const cq__bind *bind)
{
	if (bind->use == CQ__BIND_LIMIT)
		return CQ__OID_INT8;
	const uint8_t type = cq__bind_type(bind);
	const unsigned storable = CQ__TYPE_BIT(DECIMAL) | CQ__TYPE_BIT(DATE) | CQ__TYPE_BIT(TIME) | CQ__TYPE_BIT(TIMESTAMP) |
		CQ__TYPE_BIT(UUID) | CQ__TYPE_BIT(ENUM);
	if (bind->storage != CQ_STORAGE_NATURAL && cq__type_is_one_of(type, storable))
		return stored_type(bind);
	/* Where nothing else is known a C int stays as narrow as it is. */
	return natural_type(type);
}

Oid cq__pg_parameter_type(const cq__bind *bind)
{
	if ((bind->flags & CQ_VALUE_ARRAY) != 0)
		return cq__pg_members_type(bind);
	const Oid type = cq__pg_wire_type(bind);
	/* All kinds of text have one form, and the statement's text tells which one is meant: CHAR, or an enum of the database. */
	return type == CQ__OID_TEXT ? 0 : type;
}

size_t cq__pg_parameter_types(const cq__text *text, size_t runs, Oid *out)
{
	size_t count = 0;
	for (size_t run = 0; run < runs; run++)
		for (uint32_t i = 0; i < text->bind_count; i++)
			out[count++] = text->rows_form == CQ__ROWS_ARRAYS ? cq__pg_members_type(&text->binds[i])
				: cq__pg_parameter_type(&text->binds[i]);
	for (uint32_t i = 0; i < text->value_bind_count; i++)
		out[count++] = cq__pg_parameter_type(&text->value_binds[i]);
	return count;
}
