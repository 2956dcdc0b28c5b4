/* driver/value.h: what holds for a value on its way to any database or from it: which values a bind accepts, and how a
 * refusal is told.
 *
 * It knows nothing of any database library. The drivers' binders and decoders call it.
 */
#ifndef CQUEL_DRIVER_VALUE_H
#define CQUEL_DRIVER_VALUE_H

#include "driver/driver.h"

#include <string.h>

/* The largest magnitude up to which every whole number is a double. */
#define CQ__EXACT_DOUBLE ((int64_t)1 << 53)

#define CQ__DAY_MICROSECONDS INT64_C(86400000000)

/* Digits of a decimal that a double keeps. */
#define CQ__EXACT_COEFFICIENT INT64_C(999999999999999)

#define CQ__TYPE_BIT(type) (1u << CQ_TYPE_##type)
#define CQ__INTEGER_TYPES \
	(CQ__TYPE_BIT(BOOLEAN) | CQ__TYPE_BIT(SMALLINT) | CQ__TYPE_BIT(INTEGER) | CQ__TYPE_BIT(BIGINT))
#define CQ__REAL_TYPES (CQ__TYPE_BIT(REAL) | CQ__TYPE_BIT(DOUBLE))
#define CQ__TEXT_TYPES (CQ__TYPE_BIT(TEXT) | CQ__TYPE_BIT(VARCHAR) | CQ__TYPE_BIT(CHAR) | CQ__TYPE_BIT(JSON))

static inline bool cq__type_is_one_of(uint8_t type, unsigned types)
{
	return ((1u << type) & types) != 0;
}

/* ---- values that are given --------------------------------------------------------------------------------------- */

/* Who gives the values, for messages and for what is asked of them. */
typedef struct cq__giver {
	cq__error *error;
	size_t row;     /* ROWS: the object, from 0 */
	bool in_rows;   /* members of objects: all of them are stored */
	bool many;      /* there are several objects, so messages number them */
	bool in_array;  /* `element` counts */
	size_t element; /* of an array, from 0 */
} cq__giver;

/* Records that a value does not do; the message begins with the object's number, the column and the element's number
 * where there are such. */
__attribute__((format(printf, 4, 5))) CQ_CHECKED cq_status cq__value_refuse(const cq__giver *giver, const cq__bind *bind,
	cq_status status, const char *format, ...);

/* The type that a value is given as: of the other side, or without one its own. */
static inline uint8_t cq__bind_type(const cq__bind *bind)
{
	return bind->to != CQ_TYPE_NONE ? bind->to : bind->from;
}

/* Whether it is stored and not compared. */
static inline bool cq__value_is_assigned(const cq__giver *giver, const cq__bind *bind)
{
	return bind->use == CQ__BIND_ASSIGN || giver->in_rows;
}

/* A C value of a type that does not become the other side's. */
CQ_CHECKED cq_status cq__value_refuse_type(const cq__giver *giver, const cq__bind *bind);

/* CQ_OK when NULL may be sent. */
CQ_CHECKED cq_status cq__value_check_null(const cq__giver *giver, const cq__bind *bind);

/* A whole number that fits `type` (BOOLEAN to BIGINT), or LIMIT. */
CQ_CHECKED cq_status cq__value_integer(const cq__giver *giver, const cq__bind *bind, uint8_t type, const cq_value *value,
	int64_t *out);

/* A number for `type` (REAL, DOUBLE), as exact as a double is. NaN and infinities pass; of what is stored in a REAL only
 * what it can hold. */
CQ_CHECKED cq_status cq__value_real(const cq__giver *giver, const cq__bind *bind, uint8_t type, const cq_value *value,
	double *out);

/* Whether all bytes are ASCII. */
static inline bool cq__text_is_ascii(const char *text, size_t length)
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

/* What cq__value_check_text leaves to be asked: texts that are not ASCII, and lengths in characters. */
CQ_CHECKED cq_status cq__value_check_text_slow(const cq__giver *giver, const cq__bind *bind, const char *text,
	size_t length, bool ascii);

/* A text is UTF-8, and one that is stored fits VARCHAR(n) in characters. */
CQ_CHECKED static inline cq_status cq__value_check_text(const cq__giver *giver, const cq__bind *bind, const char *text,
	size_t length)
{
	const bool ascii = cq__text_is_ascii(text, length);
	if (__builtin_expect(ascii && (bind->length == 0 || length <= bind->length), 1))
		return CQ_OK;
	return cq__value_check_text_slow(giver, bind, text, length, ascii);
}

static inline bool cq__bind_is_pattern(const cq__bind *bind)
{
	return bind->use >= CQ__BIND_PREFIX && bind->use <= CQ__BIND_INFIX;
}

/* Writes a LIKE pattern: ! % _ with a ! before them, % around or at one end, and a NUL. `out` has room for 2 * length + 3;
 * the pattern's length. */
size_t cq__value_pattern(const cq__bind *bind, const char *text, size_t length, char *out);

/* A DECIMAL of a whole number, a decimal, or a double that is, to its own precision, one of the column's scale. */
CQ_CHECKED cq_status cq__value_decimal(const cq__giver *giver, const cq__bind *bind, const cq_value *value,
	cq_decimal *out);

/* What is stored must be exactly what was given: its scale becomes the column's. */
CQ_CHECKED cq_status cq__value_fit_decimal(const cq__giver *giver, const cq__bind *bind, cq_decimal *number);

/* NULL, or what a DATE, TIME or TIMESTAMP that four digits of a year cannot write must keep to. */
const char *cq__moment_limits(cq_type type, int64_t number);

/* The label and the number of an ENUM, given as either. */
CQ_CHECKED cq_status cq__value_enum(const cq__giver *giver, const cq__bind *bind, const cq_value *value,
	const char **label, int32_t *number);

/* The label of an enum's number; NULL when it has none. */
const char *cq__enum_label(const cq_enum *labels, int64_t number);

/* A member of an object as a value. */
void cq__value_of_member(const cq__bind *bind, const void *member, cq_value *value);

/* ---- values that are read ---------------------------------------------------------------------------------------- */

/* The field that a value goes to, for messages. */
typedef struct cq__field_place {
	cq__error *error;
	const cq__decode_plan *plan;
	int64_t row; /* from 1 */
} cq__field_place;

/* Records that a value does not become its field: "row 3, Track.price: …". */
__attribute__((format(printf, 4, 5))) CQ_CHECKED cq_status cq__field_refuse(const cq__field_place *place,
	const cq__decode *entry, cq_status status, const char *format, ...);

/* NULL in a member; CQ_NULL_VALUE when it cannot hold it. */
CQ_CHECKED cq_status cq__field_set_null(const cq__field_place *place, const cq__decode *entry, void *member);

/* The member's value: of an optional, behind `present`, which is set. The function that it stands in has a `member`, and
 * returns. */
#define CQ__FIELD_STORE(entry, type, optional, given) \
	do { \
		if ((entry)->nullable) \
			*(optional *)member = (optional){ .present = true, .value = (given) }; \
		else \
			*(type *)member = (given); \
		return CQ_OK; \
	} while (0)

/* An enum's member, of a label of that length, behind which a NUL stands, or of a number. */
CQ_CHECKED cq_status cq__field_set_label(const cq__field_place *place, const cq__decode *entry, const char *label,
	size_t length, void *member);
CQ_CHECKED cq_status cq__field_set_enum(const cq__field_place *place, const cq__decode *entry, int64_t number, void *member);

/* A copy of bytes in the arena; never NULL, however few they are. */
CQ_CHECKED cq_status cq__field_set_bytes(const cq__field_place *place, cq__arena *arena, const void *data, size_t size,
	void *member);

/* A date, or a timestamp at midnight, as others store one; any other hour would be lost. */
CQ_CHECKED cq_status cq__date_or_midnight_parse(const char *text, size_t length, cq_date *out);

/* The number of an enum's label of that length; false when it is none. */
bool cq__enum_number(const cq_enum *labels, const char *label, size_t length, int32_t *number);

/* Whether the enum has that number. */
bool cq__enum_has(const cq_enum *labels, int64_t number);

#endif
