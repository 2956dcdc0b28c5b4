/* base/map.h: a hash map from bytes to a pointer, and the hash.
 *
 * It knows nothing of what keys and values mean and owns neither: a key's bytes must live and stay the same as long as
 * they are in the map. The statement cache and the model registry use it.
 */
#ifndef CQ__BASE_MAP_H
#define CQ__BASE_MAP_H

#include <cquel/status.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct cq__map_slot {
	uint64_t hash;
	const void *key; /* NULL: the slot is free */
	size_t size;
	void *value;
} cq__map_slot;

/* All zero is an empty map. */
typedef struct cq__map {
	cq__map_slot *slots;
	size_t capacity; /* 0 or a power of two */
	size_t count;
} cq__map;

/* A 64-bit hash of the bytes; the same on every run and machine of one byte order. */
uint64_t cq__hash(const void *bytes, size_t size, uint64_t seed);

/* The value, or NULL. The _hashed forms take cq__hash(key, size, 0) from a caller who has it. */
void *cq__map_get(const cq__map *map, const void *key, size_t size);
void *cq__map_get_hashed(const cq__map *map, uint64_t hash, const void *key, size_t size);

/* Puts a value (not NULL) under a key (not NULL, size may be 0). When the key is there, its value is replaced, the key's
 * bytes are the new ones, and the old value comes back through `replaced` (may be NULL), otherwise NULL does.
 * CQ_NO_MEMORY leaves the map as it was. */
CQ_CHECKED cq_status cq__map_put(cq__map *map, const void *key, size_t size, void *value, void **replaced);
CQ_CHECKED cq_status cq__map_put_hashed(cq__map *map, uint64_t hash, const void *key, size_t size, void *value,
	void **replaced);

/* Takes the key out; its value, or NULL when it was not there. */
void *cq__map_remove(cq__map *map, const void *key, size_t size);
void *cq__map_remove_hashed(cq__map *map, uint64_t hash, const void *key, size_t size);

/* The next slot in use, in no order, or NULL; *cursor starts at 0. The map must not change meanwhile. */
const cq__map_slot *cq__map_next(const cq__map *map, size_t *cursor);

/* Empty; keys and values are the caller's. */
void cq__map_release(cq__map *map);

#endif
