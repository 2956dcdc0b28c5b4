/* driver/postgres/encode_array.c: arrays: of C values for = ANY, and of one member of many objects for unnest.
 *
 * It knows nothing of statements. encode.c calls it.
 */
#include "driver/postgres/encode_parts.h"

#include "base/buffer.h"
#include "meta/type_registry.h"

enum {
	HEADER = 12,     /* dimensions, whether there are NULLs, the elements' type */
	DIMENSION = 8,   /* its length and its first index */
	ELEMENT_ROOM = 4 /* an element's length stands before it */
};

/* PostgreSQL's MaxArraySize. */
#define MOST_ELEMENTS (CQ__WIRE_LARGEST / sizeof(void *))

/* An array on its way. */
typedef struct writer {
	cq__pg_encoder *encoder;
	cq__bind element; /* how one of them is bound */
	cq__buffer buffer;
	bool nulls;
} writer;

static Oid array_of(Oid type)
{
	static const struct {
		Oid type, array;
	} arrays[] = {
		{ CQ__OID_BOOL, CQ__OID_BOOL_ARRAY },
		{ CQ__OID_INT2, CQ__OID_INT2_ARRAY },
		{ CQ__OID_INT4, CQ__OID_INT4_ARRAY },
		{ CQ__OID_INT8, CQ__OID_INT8_ARRAY },
		{ CQ__OID_FLOAT4, CQ__OID_FLOAT4_ARRAY },
		{ CQ__OID_FLOAT8, CQ__OID_FLOAT8_ARRAY },
		{ CQ__OID_NUMERIC, CQ__OID_NUMERIC_ARRAY },
		{ CQ__OID_TEXT, CQ__OID_TEXT_ARRAY },
		{ CQ__OID_BPCHAR, CQ__OID_BPCHAR_ARRAY },
		{ CQ__OID_BYTEA, CQ__OID_BYTEA_ARRAY },
		{ CQ__OID_DATE, CQ__OID_DATE_ARRAY },
		{ CQ__OID_TIME, CQ__OID_TIME_ARRAY },
		{ CQ__OID_TIMESTAMPTZ, CQ__OID_TIMESTAMPTZ_ARRAY },
		{ CQ__OID_INTERVAL, CQ__OID_INTERVAL_ARRAY },
		{ CQ__OID_UUID, CQ__OID_UUID_ARRAY },
		{ CQ__OID_JSONB, CQ__OID_JSONB_ARRAY },
	};
	for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
		if (arrays[i].type == type)
			return arrays[i].array;
	return 0;
}

/* How an element is bound. A whole number stays as wide as C has it: the database compares the widths with each other,
 * and a number that is too large for the column is equal to none of its values. */
static cq__bind element_bind(const cq__bind *bind)
{
	cq__bind element = *bind;
	element.flags = 0;
	element.nullable = 0;
	element.use = CQ__BIND_PLAIN;
	const unsigned whole = CQ__TYPE_BIT(SMALLINT) | CQ__TYPE_BIT(INTEGER) | CQ__TYPE_BIT(BIGINT);
	if (cq__type_is_one_of(bind->from, whole) && cq__type_is_one_of(bind->to, whole))
		element.to = bind->from;
	else if (bind->to == CQ_TYPE_NONE)
		element.to = bind->from;
	return element;
}

/* The elements of an array of labels that come as texts have a form of their own: see encode_literal. */
static bool is_literal(const cq__bind *bind)
{
	return bind->to == CQ_TYPE_ENUM && bind->storage != CQ_STORAGE_INTEGER && (bind->flags & CQ_VALUE_ARRAY) != 0;
}

static Oid element_type(const cq__bind *bind)
{
	const cq__bind element = element_bind(bind);
	/* A column of CHAR does not tell blanks at its end, and a text does. */
	if (bind->to == CQ_TYPE_CHAR && bind->column != NULL && (bind->flags & CQ_VALUE_ARRAY) != 0)
		return CQ__OID_BPCHAR;
	return cq__pg_wire_type(&element);
}

Oid cq__pg_members_type(const cq__bind *bind)
{
	return is_literal(bind) ? 0 : array_of(element_type(bind));
}

/* ---- the binary form --------------------------------------------------------------------------------------------- */

static cq_status begin(writer *out, size_t count, Oid type)
{
	unsigned char header[HEADER + DIMENSION];
	if (count > MOST_ELEMENTS)
		return cq__value_refuse(&out->encoder->giver, &out->element, CQ_TOO_LARGE, "an array of %zu elements is larger than "
			"PostgreSQL takes", count);
	cq__wire_put_32(header, count != 0);
	cq__wire_put_32(header + 4, 0);
	cq__wire_put_32(header + 8, type);
	cq__wire_put_32(header + 12, (uint32_t)count);
	cq__wire_put_32(header + 16, 1);
	/* Most elements have their length and eight bytes; texts grow from there. */
	if (cq__buffer_reserve(&out->buffer, sizeof header + count * (ELEMENT_ROOM + 8)) == CQ_OK)
		cq__buffer_append(&out->buffer, header, count != 0 ? sizeof header : HEADER);
	return CQ_OK;
}

static cq_status put(writer *out, const cq_value *value)
{
	cq__pg_slot slot;
	cq__pg_form form = { .slot = &slot };
	CQ_TRY(cq__pg_encode_one(out->encoder, &out->element, value, &form));
	cq__buffer *const buffer = &out->buffer;
	const size_t size = form.data != NULL ? form.size : 0;
	CQ_TRY(cq__pg_check_sum(out->encoder, &out->element, buffer->length + ELEMENT_ROOM + size));
	if (__builtin_expect(buffer->capacity - buffer->length < ELEMENT_ROOM + size, 0) &&
		cq__buffer_reserve(buffer, ELEMENT_ROOM + size) != CQ_OK)
		return cq__error_set(out->encoder->giver.error, CQ_NO_MEMORY, NULL);
	cq__wire_put_32(buffer->data + buffer->length, form.data != NULL ? (uint32_t)size : UINT32_MAX);
	out->nulls |= form.data == NULL;
	if (size != 0)
		memcpy(buffer->data + buffer->length + ELEMENT_ROOM, form.data, size);
	buffer->length += ELEMENT_ROOM + size;
	return CQ_OK;
}

/* The array's bytes in the scratch arena, until the statement is sent. */
static cq_status finish(writer *out, cq__pg_form *form)
{
	if (out->buffer.status != CQ_OK)
		return cq__error_set(out->encoder->giver.error, CQ_NO_MEMORY, NULL);
	char *const copy = cq__pg_scratch(out->encoder, out->buffer.length + 1);
	if (copy == NULL)
		return CQ_NO_MEMORY;
	memcpy(copy, out->buffer.data, out->buffer.length);
	copy[out->buffer.length] = '\0';
	if (out->nulls)
		cq__wire_put_32(copy + 4, 1);
	form->data = copy;
	form->size = out->buffer.length;
	return CQ_OK;
}

/* ---- of C values ------------------------------------------------------------------------------------------------- */

/* Reads the i-th element; it may be a NULL text. */
static cq_status element_at(writer *out, const void *array, size_t i, cq_value *value)
{
	cq__giver *const giver = &out->encoder->giver;
	giver->element = i;
	cq__value_of_member(&out->element, (const char *)array + i * cq__type_info((cq_type)out->element.from)->size, value);
	const bool text = cq__type_is_one_of(out->element.from, CQ__TEXT_TYPES);
	if ((text && value->text == NULL) || (out->element.from == CQ_TYPE_BYTES && value->bytes.data == NULL))
		return cq__value_refuse(giver, &out->element, CQ_NULL_VALUE, "it is NULL");
	return CQ_OK;
}

static cq_status write_elements(writer *out, const cq_value *value, Oid type)
{
	CQ_TRY(begin(out, value->bytes.size, type));
	for (size_t i = 0; i < value->bytes.size; i++) {
		cq_value element = { .is_null = 0 };
		CQ_TRY(element_at(out, value->bytes.data, i, &element));
		CQ_TRY(put(out, &element));
	}
	return CQ_OK;
}

/* Labels as a text of an array, for which the server finds the type: their column may be an enum of the database. */
static cq_status write_literal(writer *out, const cq_value *value)
{
	cq__buffer_append_char(&out->buffer, '{');
	for (size_t i = 0; i < value->bytes.size; i++) {
		cq_value element = { .is_null = 0 };
		cq__pg_slot slot;
		cq__pg_form form = { .slot = &slot };
		CQ_TRY(element_at(out, value->bytes.data, i, &element));
		CQ_TRY(cq__pg_encode_one(out->encoder, &out->element, &element, &form));
		cq__buffer_append_text(&out->buffer, i == 0 ? "\"" : ",\"");
		for (size_t j = 0; j < form.size; j++) {
			if (form.data[j] == '"' || form.data[j] == '\\')
				cq__buffer_append_char(&out->buffer, '\\');
			cq__buffer_append_char(&out->buffer, form.data[j]);
		}
		cq__buffer_append_char(&out->buffer, '"');
		CQ_TRY(cq__pg_check_size(out->encoder, &out->element, out->buffer.length));
	}
	cq__buffer_append_char(&out->buffer, '}');
	return CQ_OK;
}

cq_status cq__pg_encode_array(cq__pg_encoder *encoder, const cq__bind *bind, const cq_value *value, cq__pg_form *form)
{
	if (value->is_null != 0 || (value->bytes.data == NULL && value->bytes.size != 0))
		return cq__value_refuse(&encoder->giver, bind, CQ_NULL_VALUE, "NULL is given for an array");
	const Oid type = element_type(bind);
	if (array_of(type) == 0)
		return cq__value_refuse(&encoder->giver, bind, CQ_UNSUPPORTED, "PostgreSQL takes no array of %s",
			cq_type_name((cq_type)bind->from));
	writer out = { .encoder = encoder, .element = element_bind(bind) };
	encoder->giver.in_array = true;
	cq_status status = is_literal(bind) ? write_literal(&out, value) : write_elements(&out, value, type);
	encoder->giver.in_array = false;
	form->format = !is_literal(bind);
	if (status == CQ_OK)
		status = finish(&out, form);
	cq__buffer_release(&out.buffer);
	return status;
}

/* ---- of members -------------------------------------------------------------------------------------------------- */

static cq_status write_members(writer *out, const char *objects, size_t first, size_t count, size_t stride)
{
	for (size_t i = first; i < first + count; i++) {
		cq_value value;
		out->encoder->giver.row = i;
		cq__value_of_member(&out->element, objects + i * stride + out->element.source, &value);
		CQ_TRY(put(out, &value));
	}
	return CQ_OK;
}

cq_status cq__pg_encode_members(cq__pg_encoder *encoder, const cq__bind *bind, const void *objects, size_t first,
	size_t count, size_t stride)
{
	writer out = { .encoder = encoder, .element = *bind };
	encoder->giver.in_rows = true;
	cq_status status = begin(&out, count, cq__pg_wire_type(bind));
	if (status == CQ_OK)
		status = write_members(&out, objects, first, count, stride);
	cq__pg_form form = { .format = 1 };
	if (status == CQ_OK)
		status = finish(&out, &form);
	cq__buffer_release(&out.buffer);
	return status == CQ_OK ? cq__pg_append(encoder, &form) : status;
}
