/* driver/sqlite/decode.c: a row of a result, straight into the struct a program reads it from.
 *
 * It knows nothing of statements and values. The common case of each column stands here, in one pass and without a call
 * but sqlite3's own; whatever else a column may hold is decode_form.c's.
 */
#include "base/text.h"
#include "driver/sqlite/sqlite.h"

#include <string.h>

#define HIGH_BITS UINT64_C(0x8080808080808080)
#define LOW_BITS UINT64_C(0x0101010101010101)

/* Bit 7 of some byte is set when one of the eight is NUL or not ASCII. */
static inline uint64_t odd_bytes(uint64_t eight)
{
	return ((eight - LOW_BITS) | eight) & HIGH_BITS;
}

/* Copies the text and looks at each byte on the way; false when one is NUL or not ASCII. */
__attribute__((always_inline)) static inline bool copy_ascii(char *to, const char *from, size_t length)
{
	uint64_t odd = 0;
	if (length >= 8) {
		/* The last eight bytes overlap those before them. */
		const size_t last = length - 8;
		uint64_t eight;
		for (size_t i = 0; i < last; i += 8) {
			memcpy(&eight, from + i, 8);
			odd |= odd_bytes(eight);
			memcpy(to + i, &eight, 8);
		}
		memcpy(&eight, from + last, 8);
		odd |= odd_bytes(eight);
		memcpy(to + last, &eight, 8);
	} else if (length >= 4) {
		uint32_t first, last;
		memcpy(&first, from, 4);
		memcpy(&last, from + length - 4, 4);
		odd = odd_bytes((uint64_t)last << 32 | first);
		memcpy(to, &first, 4);
		memcpy(to + length - 4, &last, 4);
	} else {
		for (size_t i = 0; i < length; i++) {
			const unsigned byte = (unsigned char)from[i];
			odd |= ((byte - 1) | byte) & 0x80u;
			to[i] = from[i];
		}
	}
	to[length] = '\0';
	return odd == 0;
}

__attribute__((always_inline)) static inline cq_status decode_text(const cq__decoder *decoder, const cq__decode *entry,
	sqlite3_value *value, void *member)
{
	/* The text first: asking for it may convert, and only then its length is right. */
	const char *const text = (const char *)sqlite3_value_text(value);
	const size_t length = (size_t)sqlite3_value_bytes(value);
	if (__builtin_expect(text == NULL, 0))
		return cq__error_set(decoder->error, CQ_NO_MEMORY, NULL);
	char *const copy = cq__arena_alloc_text(decoder->arena, length + 1);
	*(const char **)member = copy;
	if (__builtin_expect(copy == NULL, 0))
		return cq__error_set(decoder->error, CQ_NO_MEMORY, NULL);
	if (__builtin_expect(copy_ascii(copy, text, length), 1) || cq__text_check(text, length) == CQ_OK)
		return CQ_OK;
	return cq__sqlite_decode_form(decoder, entry, value, member);
}

/* The member's value: of an optional, behind `present`, which is set. */
#define STORE(type, optional, number) \
	do { \
		if (entry->nullable) { \
			((optional *)member)->present = true; \
			((optional *)member)->value = (type)(number); \
		} else { \
			*(type *)member = (type)(number); \
		} \
		return CQ_OK; \
	} while (0)

__attribute__((always_inline)) static inline cq_status decode_column(const cq__decoder *decoder, const cq__decode *entry, sqlite3_value *value,
	void *member)
{
	const int class = sqlite3_value_type(value);
	switch (entry->type) {
	case CQ_TYPE_BIGINT:
		if (__builtin_expect(class == SQLITE_INTEGER, 1))
			STORE(int64_t, cq_opt_int64, sqlite3_value_int64(value));
		break;
	case CQ_TYPE_INTEGER:
		if (__builtin_expect(class == SQLITE_INTEGER, 1)) {
			const int64_t number = sqlite3_value_int64(value);
			if (__builtin_expect(number == (int32_t)number, 1))
				STORE(int32_t, cq_opt_int32, number);
		}
		break;
	case CQ_TYPE_SMALLINT:
		if (__builtin_expect(class == SQLITE_INTEGER, 1)) {
			const int64_t number = sqlite3_value_int64(value);
			if (__builtin_expect(number == (int16_t)number, 1))
				STORE(int16_t, cq_opt_int16, number);
		}
		break;
	case CQ_TYPE_BOOLEAN:
		if (__builtin_expect(class == SQLITE_INTEGER, 1)) {
			const int64_t number = sqlite3_value_int64(value);
			if (__builtin_expect(number == 0 || number == 1, 1))
				STORE(bool, cq_opt_bool, number);
		}
		break;
	case CQ_TYPE_DOUBLE:
		if (__builtin_expect(class == SQLITE_FLOAT, 1))
			STORE(double, cq_opt_double, sqlite3_value_double(value));
		break;
	case CQ_TYPE_TEXT:
	case CQ_TYPE_VARCHAR:
	case CQ_TYPE_CHAR:
	case CQ_TYPE_JSON:
		if (__builtin_expect(class == SQLITE_TEXT, 1)) {
			return decode_text(decoder, entry, value, member);
		} else if (class == SQLITE_NULL && entry->nullable) {
			*(const char **)member = NULL;
			return CQ_OK;
		}
		break;
	default:
		break;
	}
	return cq__sqlite_decode_form(decoder, entry, value, member);
}

__attribute__((always_inline)) static inline cq_status decode_entry(const cq__decoder *decoder, const cq__decode *entry,
	char *base)
{
	return decode_column(decoder, entry, sqlite3_column_value(decoder->statement, (int)entry->column),
		base + entry->offset);
}

/* What stands beside objects is little. */
__attribute__((noinline)) static cq_status decode_one(const cq__decoder *decoder, const cq__decode *entry, char *base)
{
	return decode_entry(decoder, entry, base);
}

static bool column_is_null(const cq__decoder *decoder, uint32_t column)
{
	return sqlite3_value_type(sqlite3_column_value(decoder->statement, (int)column)) == SQLITE_NULL;
}

/* An outer join left it out: its key is NULL, or without a key all of its columns. */
static bool is_absent(const cq__decoder *decoder, const cq__decode_object *object)
{
	if (object->has_key)
		return column_is_null(decoder, object->key_first);
	for (uint32_t i = object->first; i < object->last; i++)
		if (!column_is_null(decoder, decoder->plan->columns[i].column))
			return false;
	return true;
}

static cq_status say_absent(const cq__decoder *decoder, const cq__decode_object *object)
{
	const cq__decode_plan *const plan = decoder->plan;
	cq__error_clear(decoder->error);
	return cq__error_set(decoder->error, CQ_NULL_VALUE, "row %lld of %s: object %u is not there, and may not be absent",
		(long long)decoder->row, plan->name != NULL ? plan->name : "the result", (unsigned)(object - plan->objects) + 1);
}

static cq_status decode_object(const cq__decoder *decoder, const cq__decode_object *object, char *row)
{
	const cq__decode_plan *const plan = decoder->plan;
	void **const place = (void **)(void *)(row + object->offset);
	*place = NULL;
	/* One with a key that may not be absent is not asked for its absence: its key would say so. */
	if ((object->nullable || !object->has_key) && is_absent(decoder, object))
		return object->nullable ? CQ_OK : say_absent(decoder, object);
	char *const memory = cq__arena_zalloc(decoder->arena, object->size);
	if (memory == NULL)
		return cq__error_set(decoder->error, CQ_NO_MEMORY, NULL);
	for (uint32_t i = object->first; i < object->last; i++) {
		const cq_status status = decode_entry(decoder, &plan->columns[i], memory);
		if (__builtin_expect(status != CQ_OK, 0))
			return object->has_key && !object->nullable && is_absent(decoder, object) ? say_absent(decoder, object) : status;
	}
	*place = memory;
	return CQ_OK;
}

static cq_status decode_with_objects(const cq__decoder *decoder, char *row)
{
	const cq__decode_plan *const plan = decoder->plan;
	for (uint32_t i = 0; i < plan->column_count; i++)
		if (plan->columns[i].object == 0)
			CQ_TRY(decode_one(decoder, &plan->columns[i], row));
	for (uint32_t i = 0; i < plan->object_count; i++)
		CQ_TRY(decode_object(decoder, &plan->objects[i], row));
	return CQ_OK;
}

cq_status cq__sqlite_decode_row(const cq__decoder *decoder, void *row)
{
	const cq__decode_plan *const plan = decoder->plan;
	if (!plan->complete)
		memset(row, 0, plan->row_size);
	if (plan->object_count != 0)
		return decode_with_objects(decoder, row);
	const cq__decode *entry = plan->columns;
	const cq__decode *const end = entry + plan->column_count;
	for (; entry < end; entry++) {
		const cq_status status = decode_entry(decoder, entry, row);
		if (__builtin_expect(status != CQ_OK, 0))
			return status;
	}
	return CQ_OK;
}
