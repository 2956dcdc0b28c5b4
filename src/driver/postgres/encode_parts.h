/* driver/postgres/encode_parts.h: what the files that encode parameters share.
 *
 * It knows nothing of connections. Only encode.c, encode_form.c and encode_array.c include it.
 */
#ifndef CQ__DRIVER_POSTGRES_ENCODE_PARTS_H
#define CQ__DRIVER_POSTGRES_ENCODE_PARTS_H

#include "driver/postgres/values.h"
#include "driver/postgres/wire.h"

/* One value in its binary form. */
typedef struct cq__pg_form {
	cq__pg_slot *slot; /* in: where a value of fixed size goes */
	const char *data;  /* in the slot, in the scratch arena, or the program's own; NULL is NULL */
	size_t size;
	int format;        /* 1: binary */
} cq__pg_form;

/* The type that a value has on the wire: of a scalar, or of an array's elements. CQ__OID_TEXT stands for every kind of
 * text. */
Oid cq__pg_wire_type(const cq__bind *bind);

/* The next parameter. */
CQ_CHECKED cq_status cq__pg_append(cq__pg_encoder *encoder, const cq__pg_form *form);

/* Any value but an array. */
CQ_CHECKED cq_status cq__pg_encode_one(cq__pg_encoder *encoder, const cq__bind *bind, const cq_value *value,
	cq__pg_form *form);

/* A value that is not NULL, of a type that encode.c does not make itself. */
CQ_CHECKED cq_status cq__pg_encode_form(cq__pg_encoder *encoder, const cq__bind *bind, const cq_value *value,
	cq__pg_form *form);

/* A C array, for = ANY. */
CQ_CHECKED cq_status cq__pg_encode_array(cq__pg_encoder *encoder, const cq__bind *bind, const cq_value *value,
	cq__pg_form *form);

/* Room in the scratch arena; NULL when there is no memory, which is recorded. */
char *cq__pg_scratch(cq__pg_encoder *encoder, size_t size);

/* How many bytes the values of one message have at most. */
static inline size_t cq__pg_most_bytes(const cq__pg_encoder *encoder)
{
	return encoder->limit != 0 ? encoder->limit : CQ__WIRE_LARGEST;
}

CQ_CHECKED cq_status cq__pg_refuse_sum(cq__pg_encoder *encoder, const cq__bind *bind);

/* Whether so many bytes more fit behind the values that are there, with what stands around them. */
CQ_CHECKED static inline cq_status cq__pg_check_sum(cq__pg_encoder *encoder, const cq__bind *bind, size_t more)
{
	enum { AROUND = 256, AROUND_EACH = 6 }; /* names and counts; a length and a format */
	const size_t around = AROUND + AROUND_EACH * ((size_t)encoder->count + 1);
	return __builtin_expect(encoder->bytes + more + around <= encoder->most, 1) ? CQ_OK : cq__pg_refuse_sum(encoder, bind);
}

/* A text or bytes that are longer than the server takes. */
CQ_CHECKED cq_status cq__pg_check_size(const cq__pg_encoder *encoder, const cq__bind *bind, size_t size);

static inline void cq__pg_form_16(cq__pg_form *form, int16_t number)
{
	cq__wire_put_16(form->slot->bytes, (uint16_t)number);
	form->data = (const char *)form->slot->bytes;
	form->size = 2;
}

static inline void cq__pg_form_32(cq__pg_form *form, int32_t number)
{
	cq__wire_put_32(form->slot->bytes, (uint32_t)number);
	form->data = (const char *)form->slot->bytes;
	form->size = 4;
}

static inline void cq__pg_form_64(cq__pg_form *form, int64_t number)
{
	cq__wire_put_64(form->slot->bytes, (uint64_t)number);
	form->data = (const char *)form->slot->bytes;
	form->size = 8;
}

static inline void cq__pg_form_double(cq__pg_form *form, double number)
{
	cq__wire_put_double(form->slot->bytes, number);
	form->data = (const char *)form->slot->bytes;
	form->size = 8;
}

#endif
