/* session/match.c: columns of objects as a key: read, hashed, compared with other columns of other structs, looked up in a table.
 * It knows nothing of sessions or statements. Loading calls it.
 */
#include "session/match.h"

#include "session/identity.h"

#include <cquel/types.h>

cq__match *cq__match_new(cq__arena *arena, uint32_t count)
{
	cq__match *const key = cq__arena_zalloc(arena, sizeof *key + count * sizeof key->parts[0]);
	if (key != NULL)
		key->count = count;
	return key;
}

void cq__match_set(cq__match *key, uint32_t i, uint32_t offset, uint8_t type, bool nullable, bool pads_chars)
{
	const cq__type_information *const known = cq__type_info((cq_type)type);
	const bool optional = nullable && !known->pointer_null;
	key->parts[i] = (cq__match_part){
		.offset = optional ? offset + known->value_offset : offset,
		.present = optional ? offset : UINT32_MAX,
		.type = type,
		.family = (uint8_t)known->family,
		.size = known->size,
		.pointer = known->pointer_null,
		.padded = pads_chars && type == CQ_TYPE_CHAR,
	};
	key->whole = key->count == 1 && known->family == CQ__FAMILY_INTEGER;
}

cq__match *cq__match_of(cq__arena *arena, const cq__model *model, const cq__columns *columns)
{
	const cq_table *const table = model->table;
	cq__match *const key = cq__match_new(arena, columns->count);
	for (uint32_t i = 0; key != NULL && i < columns->count; i++) {
		const cq_column *const column = &cq_table_columns(table)[columns->indexes[i]];
		cq__match_set(key, i, table->offsets[columns->indexes[i]], column->type, (column->flags & CQ_COLUMN_NULLABLE) != 0,
			model->pads_chars);
	}
	return key;
}

bool cq__match_null(const cq__match *key, const void *object)
{
	for (uint32_t i = 0; i < key->count; i++)
		if (cq__match_part_null(&key->parts[i], object))
			return true;
	return false;
}

static size_t text_size(const cq__match_part *part, const char *text)
{
	const size_t size = strlen(text);
	return part->padded ? cq__padded_size(text, size) : size;
}

/* Decimals that are equal may differ in their scale: they are hashed by their nearest double. */
static uint64_t hash_part(const cq__match_part *part, const void *object, uint64_t seed)
{
	const void *const value = cq__match_value(part, object);
	switch ((cq__family)part->family) {
	case CQ__FAMILY_INTEGER:
		return cq__match_spread((uint64_t)cq__match_number(part, object) ^ seed);
	case CQ__FAMILY_TEXT:
	case CQ__FAMILY_JSON: {
		const char *const text = *(const char *const *)value;
		return cq__hash(text, text_size(part, text), seed);
	}
	case CQ__FAMILY_BYTES:
		return cq__hash(((const cq_bytes *)value)->data, ((const cq_bytes *)value)->size, seed);
	case CQ__FAMILY_DECIMAL: {
		const double number = cq_decimal_to_double(*(const cq_decimal *)value);
		return cq__hash(&number, sizeof number, seed);
	}
	default:
		return cq__hash(value, part->size, seed);
	}
}

static uint64_t hash_key(const cq__match *key, const void *object)
{
	uint64_t hash = 0;
	for (uint32_t i = 0; i < key->count; i++)
		hash = hash_part(&key->parts[i], object, hash);
	return hash;
}

static bool same_part(const cq__match_part *a, const void *object, const cq__match_part *b, const void *other)
{
	const void *const one = cq__match_value(a, object), *const two = cq__match_value(b, other);
	if (a->family != b->family)
		return false;
	switch ((cq__family)a->family) {
	case CQ__FAMILY_INTEGER:
		return cq__match_number(a, object) == cq__match_number(b, other);
	case CQ__FAMILY_TEXT:
	case CQ__FAMILY_JSON: {
		const char *const x = *(const char *const *)one, *const y = *(const char *const *)two;
		if (!a->padded && !b->padded)
			return strcmp(x, y) == 0;
		const size_t size = text_size(a, x);
		return text_size(b, y) == size && memcmp(x, y, size) == 0;
	}
	case CQ__FAMILY_BYTES: {
		const cq_bytes x = *(const cq_bytes *)one, y = *(const cq_bytes *)two;
		return x.size == y.size && memcmp(x.data, y.data, x.size) == 0;
	}
	case CQ__FAMILY_DECIMAL:
		return cq_decimal_compare(*(const cq_decimal *)one, *(const cq_decimal *)two) == 0;
	default:
		return a->size == b->size && memcmp(one, two, a->size) == 0;
	}
}

/* Whether two keys over columns of the same types, pairwise, say the same. Neither has a NULL. */
static bool same_key(const cq__match *a, const void *object, const cq__match *b, const void *other)
{
	for (uint32_t i = 0; i < a->count; i++)
		if (!same_part(&a->parts[i], object, &b->parts[i], other))
			return false;
	return true;
}

/* ---- tables --------------------------------------------------------------------------------------------------------------- */

cq_status cq__match_table_make(cq__match_table *table, cq__arena *arena, const cq__match *key, size_t most)
{
	size_t capacity = 16;
	while (capacity < 2 * most)
		capacity *= 2;
	*table = (cq__match_table){ .key = key, .most = (uint32_t)most, .mask = (uint32_t)(capacity - 1) };
	table->slots = cq__arena_alloc_array(arena, capacity, sizeof *table->slots);
	table->objects = cq__arena_alloc(arena, (most != 0 ? most : 1) * sizeof *table->objects);
	if (key->whole)
		table->numbers = cq__arena_alloc(arena, (most != 0 ? most : 1) * sizeof *table->numbers);
	if (capacity > UINT32_MAX / 2 || table->slots == NULL || table->objects == NULL || (key->whole && table->numbers == NULL))
		return CQ_NO_MEMORY;
	return CQ_OK;
}

static void take_slot(cq__match_table *table, uint32_t place)
{
	const uint64_t hash = table->key->whole ? cq__match_spread((uint64_t)table->numbers[place])
		: hash_key(table->key, table->objects[place]);
	uint32_t at = (uint32_t)hash & table->mask;
	while (table->slots[at] != 0)
		at = (at + 1) & table->mask;
	table->slots[at] = place + 1;
}

cq_status cq__match_table_room(cq__match_table *table, cq__arena *arena)
{
	if (table->count < table->most)
		return CQ_OK;
	cq__match_table larger;
	CQ_TRY(cq__match_table_make(&larger, arena, table->key, 2 * (size_t)table->most + 8));
	larger.count = table->count;
	if (table->count != 0) {
		memcpy(larger.objects, table->objects, table->count * sizeof *table->objects);
		if (table->numbers != NULL && larger.numbers != NULL)
			memcpy(larger.numbers, table->numbers, table->count * sizeof *table->numbers);
	}
	for (uint32_t i = 0; i < table->count; i++)
		take_slot(&larger, i);
	*table = larger;
	return CQ_OK;
}

uint32_t cq__match_table_find(const cq__match_table *table, const cq__match *key, const void *object)
{
	if (cq__match_null(key, object))
		return UINT32_MAX;
	if (key->whole)
		return cq__match_table_find_number(table, cq__match_number(&key->parts[0], object));
	for (uint32_t at = (uint32_t)hash_key(key, object) & table->mask;; at = (at + 1) & table->mask) {
		const uint32_t place = table->slots[at];
		if (place == 0)
			return UINT32_MAX;
		if (same_key(table->key, table->objects[place - 1], key, object))
			return place - 1;
	}
}

uint32_t cq__match_table_put(cq__match_table *table, const void *object)
{
	const uint32_t found = cq__match_table_find(table, table->key, object);
	if (found != UINT32_MAX)
		return found;
	if (table->key->whole)
		table->numbers[table->count] = cq__match_number(&table->key->parts[0], object);
	table->objects[table->count] = object;
	take_slot(table, table->count++);
	return table->count - 1;
}
