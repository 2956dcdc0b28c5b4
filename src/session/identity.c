/* session/identity.c: keys: the values of some columns, in a form that is equal where the values are.
 * It knows nothing of entries. See session/identity.h.
 */
#include "session/identity.h"

#include "meta/type_registry.h"
#include "session/enter.h"
#include "session/model.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

/* ---- values --------------------------------------------------------------------------------------------------------- */

static bool read_pointer(cq__part *part, const cq__type_information *type, const void *member)
{
	if (type->family == CQ__FAMILY_BYTES) {
		const cq_bytes *const bytes = member;
		part->data = bytes->data;
		part->size = bytes->size;
	} else {
		const char *const text = *(const char *const *)member;
		part->data = text;
		part->size = text != NULL ? strlen(text) : 0;
	}
	return part->data != NULL;
}

/* -0 is 0, and there is one NaN. */
static int64_t bits_of(double value)
{
	int64_t bits = 0;
	if (value == 0)
		return 0;
	if (value != value)
		return INT64_MAX;
	memcpy(&bits, &value, sizeof bits);
	return bits;
}

/* 5.00 is 5. */
static void drop_zeros(cq__part *part)
{
	while (part->size > 0 && part->number % 10 == 0) {
		part->number /= 10;
		part->size--;
	}
}

static void read_decimal(cq__part *part, const cq_decimal *value)
{
	part->number = value->coefficient;
	part->size = (size_t)(value->scale < 0 ? 0 : value->scale);
	drop_zeros(part);
}

static void read_scalar(cq__part *part, cq_type type, const void *value)
{
	switch (type) {
	case CQ_TYPE_BOOLEAN:
		part->number = *(const bool *)value;
		break;
	case CQ_TYPE_SMALLINT:
		part->number = *(const int16_t *)value;
		break;
	case CQ_TYPE_INTEGER:
	case CQ_TYPE_ENUM:
	case CQ_TYPE_DATE:
		part->number = *(const int32_t *)value;
		break;
	case CQ_TYPE_BIGINT:
	case CQ_TYPE_TIME:
	case CQ_TYPE_TIMESTAMP:
		part->number = *(const int64_t *)value;
		break;
	case CQ_TYPE_REAL:
		part->number = bits_of((double)*(const float *)value);
		break;
	case CQ_TYPE_DOUBLE:
		part->number = bits_of(*(const double *)value);
		break;
	case CQ_TYPE_DECIMAL:
		read_decimal(part, value);
		break;
	case CQ_TYPE_INTERVAL:
	case CQ_TYPE_UUID:
		part->data = value;
		part->size = 16;
		break;
	default:
		break;
	}
}
_Static_assert(sizeof(cq_interval) == 16 && sizeof(cq_uuid) == 16, "both are compared as bytes");
_Static_assert(sizeof(cq_date) == 4 && sizeof(cq_time) == 8 && sizeof(cq_timestamp) == 8, "these are read as numbers");

void cq__part_read(cq__part *part, const cq_column *column, const void *member)
{
	const cq__type_information *const type = cq__type_info((cq_type)column->type);
	*part = (cq__part){ .family = (uint8_t)type->family };
	if (type->pointer_null) {
		part->null = !read_pointer(part, type, member);
	} else if ((column->flags & CQ_COLUMN_NULLABLE) == 0) {
		read_scalar(part, (cq_type)column->type, member);
	} else if (*(const bool *)member) {
		read_scalar(part, (cq_type)column->type, (const char *)member + type->value_offset);
	} else {
		part->null = true;
	}
}

bool cq__part_equal(const cq__part *a, const cq__part *b)
{
	if (a->null || b->null)
		return a->null == b->null;
	if (a->number != b->number || a->size != b->size || a->family != b->family)
		return false;
	return a->data == b->data || a->size == 0 || (a->data != NULL && b->data != NULL && memcmp(a->data, b->data, a->size) == 0);
}

size_t cq__padded_size(const char *text, size_t size)
{
	while (size > 0 && text[size - 1] == ' ')
		size--;
	return size;
}

/* ---- keys ----------------------------------------------------------------------------------------------------------- */

static uint64_t mix(uint64_t hash, uint64_t value)
{
	hash = (hash ^ value) * UINT64_C(0x9e3779b97f4a7c15);
	return hash ^ hash >> 32;
}

static uint64_t hash_part(uint64_t hash, const cq__part *part)
{
	if (part->null)
		return mix(hash, UINT64_C(0xdead));
	if (part->data != NULL)
		return cq__hash(part->data, part->size, hash);
	return mix(mix(hash, (uint64_t)part->number), part->size);
}

/* What the program gives is not yet in the form that is equal where values are. */
static void normalize(cq__part *part)
{
	if (part->family == CQ__FAMILY_DECIMAL) {
		drop_zeros(part);
	} else if (part->family == CQ__FAMILY_REAL) {
		double real;
		memcpy(&real, &part->number, sizeof real);
		part->number = bits_of(real);
	}
}

void cq__key_finish(cq__key *key)
{
	key->hash = 0;
	key->null = false;
	for (uint32_t i = 0; i < key->count; i++) {
		normalize(&key->parts[i]);
		key->hash = hash_part(key->hash, &key->parts[i]);
		key->null |= key->parts[i].null;
	}
}

void cq__key_read(cq__key *key, const cq__model *model, const cq__columns *columns, const void *object)
{
	key->count = columns->count;
	const cq_column *const first = columns->count == 1 ? cq__model_column(model, columns->indexes[0]) : NULL;
	/* Most keys. */
	if (first != NULL && first->type == CQ_TYPE_BIGINT && (first->flags & CQ_COLUMN_NULLABLE) == 0) {
		const int64_t *const number = (const void *)cq__model_member(model, object, columns->indexes[0]);
		key->parts[0] = (cq__part){ .number = *number, .family = CQ__FAMILY_INTEGER };
		key->null = false;
		key->hash = hash_part(0, &key->parts[0]);
		return;
	}
	for (uint32_t i = 0; i < columns->count; i++) {
		const cq_column *const column = cq__model_column(model, columns->indexes[i]);
		cq__part_read(&key->parts[i], column, cq__model_member(model, object, columns->indexes[i]));
		cq__part_unpad(&key->parts[i], model, column);
	}
	cq__key_finish(key);
}

void cq__key_of_entry(cq__key *key, const cq__entry *entry)
{
	cq__key_read(key, entry->model, &entry->model->key, entry->snapshot != NULL ? entry->snapshot : entry->object);
}

bool cq__key_equal(const cq__key *a, const cq__key *b)
{
	if (a->hash != b->hash || a->count != b->count)
		return false;
	for (uint32_t i = 0; i < a->count; i++)
		if (!cq__part_equal(&a->parts[i], &b->parts[i]))
			return false;
	return true;
}

bool cq__key_same(const cq__model *model, const cq__columns *columns, const void *a, const void *b)
{
	for (uint32_t i = 0; i < columns->count; i++) {
		cq__part one, other;
		const cq_column *const column = cq__model_column(model, columns->indexes[i]);
		cq__part_read(&one, column, cq__model_member(model, a, columns->indexes[i]));
		cq__part_read(&other, column, cq__model_member(model, b, columns->indexes[i]));
		cq__part_unpad(&one, model, column);
		cq__part_unpad(&other, model, column);
		if (!cq__part_equal(&one, &other))
			return false;
	}
	return true;
}

/* ---- writing -------------------------------------------------------------------------------------------------------- */

static bool in_range(cq_type type, const cq__part *part)
{
	if (type == CQ_TYPE_SMALLINT)
		return part->number >= INT16_MIN && part->number <= INT16_MAX;
	if (type == CQ_TYPE_INTEGER || type == CQ_TYPE_ENUM || type == CQ_TYPE_DATE)
		return part->number >= INT32_MIN && part->number <= INT32_MAX;
	return true;
}

static void write_scalar(const cq__part *part, cq_type type, void *value)
{
	const int64_t number = part->number;
	switch (type) {
	case CQ_TYPE_BOOLEAN:
		*(bool *)value = number != 0;
		break;
	case CQ_TYPE_SMALLINT:
		*(int16_t *)value = (int16_t)number;
		break;
	case CQ_TYPE_INTEGER:
	case CQ_TYPE_ENUM:
	case CQ_TYPE_DATE:
		*(int32_t *)value = (int32_t)number;
		break;
	case CQ_TYPE_DECIMAL:
		*(cq_decimal *)value = (cq_decimal){ number, (int32_t)part->size };
		break;
	case CQ_TYPE_REAL: {
		double real;
		memcpy(&real, &number, sizeof real);
		*(float *)value = (float)real;
		break;
	}
	case CQ_TYPE_INTERVAL:
	case CQ_TYPE_UUID:
		memcpy(value, part->data, 16);
		break;
	default:
		memcpy(value, &number, sizeof number);
		break;
	}
}

static cq_status write_part(cq_session *session, const cq__part *part, const cq__model *model, uint32_t index, void *object)
{
	const cq_column *const column = cq__model_column(model, index);
	const cq__type_information *const type = cq__type_info((cq_type)column->type);
	const bool nullable = (column->flags & CQ_COLUMN_NULLABLE) != 0;
	char *const member = cq__model_member(model, object, index);
	if (part->null) {
		if (!nullable)
			return cq__session_fail(session, CQ_NULL_VALUE, "%s.%s may not be NULL", model->table->name, column->name);
		memset(member, 0, type->nullable_size);
		return CQ_OK;
	}
	if (part->family != type->family)
		return cq__session_fail(session, CQ_WRONG_TYPE, "%s.%s is %s, and gets a value of another kind", model->table->name,
			column->name, type->name);
	if (!in_range((cq_type)column->type, part))
		return cq__session_fail(session, CQ_OUT_OF_RANGE, "%s.%s: %lld does not fit into %s", model->table->name, column->name,
			(long long)part->number, type->name);
	if (type->family == CQ__FAMILY_BYTES)
		*(cq_bytes *)(void *)member = (cq_bytes){ part->data, part->size };
	else if (type->pointer_null)
		*(const void **)(void *)member = part->data;
	else if (!nullable)
		write_scalar(part, (cq_type)column->type, member);
	else
		write_scalar(part, (cq_type)column->type, member + type->value_offset);
	if (nullable && !type->pointer_null)
		*(bool *)(void *)member = true;
	return CQ_OK;
}

cq_status cq__key_write(cq_session *session, const cq__key *key, const cq__model *model, const cq__columns *columns, void *object)
{
	for (uint32_t i = 0; i < columns->count && i < key->count; i++)
		CQ_TRY(write_part(session, &key->parts[i], model, columns->indexes[i], object));
	return CQ_OK;
}

/* ---- messages ------------------------------------------------------------------------------------------------------- */

static void write_value(const cq__part *part, char *text, size_t size)
{
	double real;
	if (part->null) {
		(void)snprintf(text, size, "NULL");
		return;
	}
	switch (part->family) {
	case CQ__FAMILY_TEXT:
	case CQ__FAMILY_JSON:
		(void)snprintf(text, size, "'%.*s'", part->size < 40 ? (int)part->size : 40, (const char *)part->data);
		break;
	case CQ__FAMILY_UUID: {
		char uuid[CQ_UUID_TEXT];
		cq_uuid value;
		memcpy(&value, part->data, sizeof value);
		(void)snprintf(text, size, "%s", cq_uuid_format(value, uuid));
		break;
	}
	case CQ__FAMILY_DATE: {
		char date[CQ_DATE_TEXT];
		(void)snprintf(text, size, "%s", cq_date_format((cq_date){ (int32_t)part->number }, date));
		break;
	}
	case CQ__FAMILY_TIMESTAMP: {
		char moment[CQ_TIMESTAMP_TEXT];
		(void)snprintf(text, size, "%s", cq_timestamp_format((cq_timestamp){ part->number }, moment));
		break;
	}
	case CQ__FAMILY_DECIMAL: {
		char decimal[CQ_DECIMAL_TEXT];
		(void)snprintf(text, size, "%s", cq_decimal_format((cq_decimal){ part->number, (int32_t)part->size }, decimal));
		break;
	}
	case CQ__FAMILY_REAL:
		memcpy(&real, &part->number, sizeof real);
		(void)snprintf(text, size, "%g", real);
		break;
	case CQ__FAMILY_BYTES:
	case CQ__FAMILY_INTERVAL:
		(void)snprintf(text, size, "(%zu bytes)", part->size);
		break;
	default:
		(void)snprintf(text, size, "%lld", (long long)part->number);
		break;
	}
}

const char *cq__key_text(const cq__key *key, char out[CQ__KEY_TEXT])
{
	size_t at = 0;
	char value[64];
	for (uint32_t i = 0; i < key->count && at + 8 < CQ__KEY_TEXT; i++) {
		write_value(&key->parts[i], value, sizeof value);
		const char *const before = i != 0 ? ", " : key->count > 1 ? "(" : "";
		const int written = snprintf(out + at, CQ__KEY_TEXT - at, "%s%s", before, value);
		at = written < 0 || (size_t)written >= CQ__KEY_TEXT - at ? CQ__KEY_TEXT - 1 : at + (size_t)written;
	}
	if (key->count > 1 && at + 1 < CQ__KEY_TEXT)
		out[at++] = ')';
	out[at] = '\0';
	return out;
}
