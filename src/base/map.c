/* base/map.c: the hash map (open addressing, linear probing, removal by moving back) and the hash.
 *
 * It knows nothing of keys' meanings. See base/map.h.
 */
#include "base/map.h"

#include "base/alloc.h"

#include <string.h>

__extension__ typedef unsigned __int128 wide;

/* Odd numbers with their bits spread evenly: the fractions of the square roots of 2, 3 and 5. */
static const uint64_t salt_one = UINT64_C(0x6a09e667f3bcc909);
static const uint64_t salt_two = UINT64_C(0xbb67ae8584caa73b);
static const uint64_t salt_three = UINT64_C(0x3c6ef372fe94f82b);

static uint64_t fold(uint64_t a, uint64_t b)
{
	const wide product = (wide)a * b;
	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static uint64_t read_eight(const unsigned char *bytes)
{
	uint64_t word;
	memcpy(&word, bytes, sizeof word);
	return word;
}

/* 0 to 8 bytes. */
static uint64_t read_tail(const unsigned char *bytes, size_t size)
{
	uint64_t word = 0;
	if (size >= 4) {
		uint32_t low;
		uint32_t high;
		memcpy(&low, bytes, sizeof low);
		memcpy(&high, bytes + size - sizeof high, sizeof high);
		return (uint64_t)high << 32 | low;
	}
	for (size_t i = 0; i < size; i++)
		word |= (uint64_t)bytes[i] << (8 * i);
	return word;
}

uint64_t cq__hash(const void *bytes, size_t size, uint64_t seed)
{
	const unsigned char *at = bytes;
	uint64_t state = seed ^ salt_one;
	/* The size is in the end mix, so tails that read the same differ. */
	size_t left = size;
	for (; left > 16; left -= 16, at += 16)
		state = fold(read_eight(at) ^ salt_two, read_eight(at + 8) ^ state);
	uint64_t low;
	uint64_t high;
	if (left > 8) {
		low = read_eight(at);
		high = read_eight(at + left - 8);
	} else {
		low = read_tail(at, left);
		high = 0;
	}
	state = fold(low ^ salt_three, high ^ state);
	state ^= (uint64_t)size * salt_two;
	state ^= state >> 32;
	state *= salt_one;
	return state ^ state >> 29;
}

static bool holds(const cq__map_slot *slot, uint64_t hash, const void *key, size_t size)
{
	return slot->hash == hash && slot->size == size && (size == 0 || memcmp(slot->key, key, size) == 0);
}

/* The slot of a key, or the free slot where it would go. The map has at least one free slot. */
static cq__map_slot *find(const cq__map *map, uint64_t hash, const void *key, size_t size)
{
	const size_t mask = map->capacity - 1;
	for (size_t i = (size_t)hash & mask;; i = (i + 1) & mask) {
		cq__map_slot *const slot = &map->slots[i];
		if (slot->key == NULL || holds(slot, hash, key, size))
			return slot;
	}
}

void *cq__map_get_hashed(const cq__map *map, uint64_t hash, const void *key, size_t size)
{
	if (map->count == 0)
		return NULL;
	return find(map, hash, key, size)->value;
}

void *cq__map_get(const cq__map *map, const void *key, size_t size)
{
	return cq__map_get_hashed(map, cq__hash(key, size, 0), key, size);
}

static cq_status grow(cq__map *map)
{
	cq__map larger = { .capacity = map->capacity != 0 ? map->capacity * 2 : 16, .count = map->count };
	larger.slots = cq__alloc_array(larger.capacity, sizeof *larger.slots);
	if (larger.slots == NULL)
		return CQ_NO_MEMORY;
	for (size_t i = 0; i < map->capacity; i++) {
		const cq__map_slot *const slot = &map->slots[i];
		if (slot->key != NULL)
			*find(&larger, slot->hash, slot->key, slot->size) = *slot;
	}
	cq__free(map->slots);
	*map = larger;
	return CQ_OK;
}

cq_status cq__map_put_hashed(cq__map *map, uint64_t hash, const void *key, size_t size, void *value, void **replaced)
{
	if (replaced != NULL)
		*replaced = NULL;
	cq__map_slot *slot = map->capacity != 0 ? find(map, hash, key, size) : NULL;
	if (slot == NULL || slot->key == NULL) {
		if (map->count >= map->capacity - map->capacity / 4) {
			CQ_TRY(grow(map));
			slot = find(map, hash, key, size);
		}
		map->count++;
	} else if (replaced != NULL) {
		*replaced = slot->value;
	}
	*slot = (cq__map_slot){ .hash = hash, .key = key, .size = size, .value = value };
	return CQ_OK;
}

cq_status cq__map_put(cq__map *map, const void *key, size_t size, void *value, void **replaced)
{
	return cq__map_put_hashed(map, cq__hash(key, size, 0), key, size, value, replaced);
}

void *cq__map_remove_hashed(cq__map *map, uint64_t hash, const void *key, size_t size)
{
	if (map->count == 0)
		return NULL;
	cq__map_slot *hole = find(map, hash, key, size);
	if (hole->key == NULL)
		return NULL;
	void *const value = hole->value;
	const size_t mask = map->capacity - 1;
	/* Later slots of the run move back into the hole when their own place is not behind it, so that no search meets a
	 * free slot before its key. */
	size_t free_at = (size_t)(hole - map->slots);
	for (size_t i = (free_at + 1) & mask; map->slots[i].key != NULL; i = (i + 1) & mask) {
		const size_t home = (size_t)map->slots[i].hash & mask;
		if (((i - home) & mask) >= ((i - free_at) & mask)) {
			map->slots[free_at] = map->slots[i];
			free_at = i;
		}
	}
	map->slots[free_at] = (cq__map_slot){ .key = NULL };
	map->count--;
	return value;
}

void *cq__map_remove(cq__map *map, const void *key, size_t size)
{
	return cq__map_remove_hashed(map, cq__hash(key, size, 0), key, size);
}

const cq__map_slot *cq__map_next(const cq__map *map, size_t *cursor)
{
	while (*cursor < map->capacity) {
		const cq__map_slot *const slot = &map->slots[(*cursor)++];
		if (slot->key != NULL)
			return slot;
	}
	return NULL;
}

void cq__map_release(cq__map *map)
{
	cq__free(map->slots);
	*map = (cq__map){ .slots = NULL };
}
