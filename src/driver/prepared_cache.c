/* driver/prepared_cache.c: the table and the order of prepared statements. See prepared_cache.h.
 *
 * It knows nothing of what is prepared. The drivers' statement_cache.c call it.
 */
#include "driver/prepared_cache.h"

#include "base/alloc.h"

void cq__prepared_cache_init(cq__prepared_cache *cache, size_t limit, uint32_t most, cq__cached_destroy *destroy)
{
	*cache = (cq__prepared_cache){ .limit = limit, .most = most, .destroy = destroy };
	cq__list_init(&cache->order);
}

static cq__cached **bucket(const cq__prepared_cache *cache, uint32_t id)
{
	return &cache->buckets[id & (cache->bucket_count - 1)];
}

cq__cached *cq__prepared_cache_find(const cq__prepared_cache *cache, uint32_t id)
{
	if (cache->bucket_count == 0)
		return NULL;
	cq__cached *at = *bucket(cache, id);
	while (at != NULL && at->id != id)
		at = at->next;
	return at;
}

/* Takes an entry out of the cache; it lives. */
static void detach(cq__prepared_cache *cache, cq__cached *entry)
{
	cq__cached **place = bucket(cache, entry->id);
	while (*place != entry)
		place = &(*place)->next;
	*place = entry->next;
	entry->next = NULL;
	cq__list_remove(&entry->link);
	cache->bytes -= entry->bytes;
	cache->count--;
	entry->kept = false;
	if (cache->latest == entry)
		cache->latest = NULL;
}

void cq__prepared_cache_release(cq__prepared_cache *cache)
{
	cq__list_link *link;
	while ((link = cq__list_first(&cache->order)) != NULL) {
		cq__cached *const entry = CQ__LIST_ENTRY(link, cq__cached, link);
		detach(cache, entry);
		cache->destroy(cache, entry);
	}
	cq__free(cache->buckets);
	cache->buckets = NULL;
	cache->bucket_count = 0;
}

void cq__prepared_cache_forget(cq__prepared_cache *cache, uint32_t id)
{
	cq__cached *const entry = cq__prepared_cache_find(cache, id);
	if (entry == NULL)
		return;
	detach(cache, entry);
	if (entry->users == 0)
		cache->destroy(cache, entry);
}

static void put(cq__prepared_cache *cache, cq__cached *entry)
{
	cq__cached **const place = bucket(cache, entry->id);
	entry->next = *place;
	*place = entry;
}

/* One entry a bucket at most, on the average. */
static bool make_room(cq__prepared_cache *cache)
{
	if (cache->count < cache->bucket_count)
		return true;
	const uint32_t count = cache->bucket_count == 0 ? 32 : cache->bucket_count * 2;
	cq__cached **const buckets = cq__alloc_array(count, sizeof(cq__cached *));
	if (buckets == NULL)
		return false;
	cq__free(cache->buckets);
	cache->buckets = buckets;
	cache->bucket_count = count;
	CQ__LIST_EACH(link, &cache->order)
		put(cache, CQ__LIST_ENTRY(link, cq__cached, link));
	return true;
}

static void evict(cq__prepared_cache *cache)
{
	cq__list_link *link = cq__list_last(&cache->order);
	while ((cache->bytes > cache->limit || cache->count > cache->most) && link != NULL) {
		cq__cached *const entry = CQ__LIST_ENTRY(link, cq__cached, link);
		link = link->previous == &cache->order.head ? NULL : link->previous;
		if (entry->users != 0)
			continue;
		detach(cache, entry);
		cache->destroy(cache, entry);
	}
}

void cq__prepared_cache_enter(cq__prepared_cache *cache, cq__cached *entry, size_t bytes)
{
	if (!make_room(cache))
		return;
	entry->bytes = bytes;
	entry->kept = true;
	put(cache, entry);
	cq__list_push_front(&cache->order, &entry->link);
	cache->bytes += bytes;
	cache->count++;
	cache->latest = entry;
	evict(cache);
}

void cq__prepared_cache_touch(cq__prepared_cache *cache, cq__cached *entry)
{
	cache->latest = entry;
	if (cache->order.head.next == &entry->link)
		return;
	cq__list_remove(&entry->link);
	cq__list_push_front(&cache->order, &entry->link);
}
