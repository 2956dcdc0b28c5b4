/* driver/prepared_cache.h: the prepared statements of a connection, by the id of their text, in the order of their use.
 *
 * It knows nothing of any database library: an entry stands at the beginning of what a driver keeps of a statement, and the
 * cache at the beginning of the driver's own. Bounded in bytes and in number; what was used longest ago goes first.
 */
#ifndef CQ__DRIVER_PREPARED_CACHE_H
#define CQ__DRIVER_PREPARED_CACHE_H

#include "base/list.h"

#include <stdint.h>

typedef struct cq__cached cq__cached;
typedef struct cq__prepared_cache cq__prepared_cache;

struct cq__cached {
	cq__list_link link; /* in the order of use, the latest first */
	cq__cached *next;   /* in its bucket */
	uint32_t id;        /* of its text */
	uint32_t users;     /* it is in use: not evicted */
	size_t bytes;
	bool kept;          /* in the cache; false: destroyed when it is done with */
};

/* Frees an entry that is in no cache any more. */
typedef void cq__cached_destroy(cq__prepared_cache *cache, cq__cached *entry);

struct cq__prepared_cache {
	cq__cached *latest;    /* the one used last; NULL when it is gone */
	cq__cached **buckets;
	uint32_t bucket_count; /* a power of two, or 0 */
	uint32_t count;
	uint32_t most;         /* entries */
	size_t bytes;
	size_t limit;          /* of bytes */
	cq__list order;
	cq__cached_destroy *destroy;
};

void cq__prepared_cache_init(cq__prepared_cache *cache, size_t limit, uint32_t most, cq__cached_destroy *destroy);

/* Destroys every entry; none may be in use. The cache is empty then. */
void cq__prepared_cache_release(cq__prepared_cache *cache);

/* NULL when there is none. Whoever uses what was found touches it. */
cq__cached *cq__prepared_cache_find(const cq__prepared_cache *cache, uint32_t id);

/* It is the one used last. */
void cq__prepared_cache_touch(cq__prepared_cache *cache, cq__cached *entry);

/* Keeps an entry that is in use and costs so much, its id set and no other's; others may go for it. Without memory for the
 * table it is not kept, and so is used once. */
void cq__prepared_cache_enter(cq__prepared_cache *cache, cq__cached *entry, size_t bytes);

/* Drops a text's entry; one in use is destroyed when it is done with. */
void cq__prepared_cache_forget(cq__prepared_cache *cache, uint32_t id);

#endif
