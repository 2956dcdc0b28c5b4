/* driver/postgres/statement_cache.c: the prepared statements of a connection, by the id of their text.
 *
 * It knows nothing of values and rows, and sends nothing: what is dropped here waits in `dropped` until pipeline.c tells the
 * server. Bounded in bytes, as far as these are known, and in number; what was used longest ago goes first.
 */
#include "driver/postgres/postgres.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum {
	ENTRY_BYTES = 2048, /* what an entry costs here and, at the least, at the server, beside its text */
	TEXT_TIMES = 4,     /* the text, its trees and its plan */
	MOST_ENTRIES = 2000
};

/* Where the names of a connection begin: other clients, of this program too, begin elsewhere. */
static uint32_t first_suffix(const cq__pg_cache *cache)
{
	const uint64_t seed = cq__monotonic_ns() ^ ((uint64_t)getpid() << 32) ^ (uint64_t)(uintptr_t)cache;
	uint64_t mixed = seed * UINT64_C(0x9e3779b97f4a7c15);
	mixed ^= mixed >> 29;
	mixed *= UINT64_C(0xbf58476d1ce4e5b9);
	return (uint32_t)(mixed >> 32);
}

void cq__pg_cache_init(cq__pg_cache *cache, size_t limit)
{
	*cache = (cq__pg_cache){ .limit = limit };
	cache->suffix = first_suffix(cache);
	cq__list_init(&cache->order);
}

static cq__pg_prepared **bucket(const cq__pg_cache *cache, uint32_t id)
{
	return &cache->buckets[id & (cache->bucket_count - 1)];
}

cq__pg_prepared *cq__pg_cache_find_slow(const cq__pg_cache *cache, uint32_t id)
{
	if (cache->bucket_count == 0)
		return NULL;
	cq__pg_prepared *at = *bucket(cache, id);
	while (at != NULL && at->id != id)
		at = at->next;
	return at;
}

/* The server has it no longer use for. Without memory it keeps it until the connection closes. */
static void drop_name(cq__pg_cache *cache, const char *name)
{
	if (cache->dropped_count == cache->dropped_capacity) {
		const uint32_t capacity = cache->dropped_capacity * 2 + 8;
		char(*const names)[CQ__PG_NAME] = cq__realloc_array(cache->dropped, capacity, sizeof *names);
		if (names == NULL)
			return;
		cache->dropped = names;
		cache->dropped_capacity = capacity;
	}
	memcpy(cache->dropped[cache->dropped_count++], name, CQ__PG_NAME);
}

static void give_name(cq__pg_cache *cache, cq__pg_prepared *prepared)
{
	(void)snprintf(prepared->name, sizeof prepared->name, "cq_%u_%08x", (unsigned)prepared->id, (unsigned)cache->suffix++);
}

/* Takes an entry out of the cache. */
static void detach(cq__pg_cache *cache, cq__pg_prepared *prepared)
{
	cq__pg_prepared **place = bucket(cache, prepared->id);
	while (*place != prepared)
		place = &(*place)->next;
	*place = prepared->next;
	prepared->next = NULL;
	cq__list_remove(&prepared->link);
	cache->bytes -= prepared->bytes;
	cache->count--;
	prepared->cached = false;
	if (cache->latest == prepared)
		cache->latest = NULL;
}

static void destroy(cq__pg_cache *cache, cq__pg_prepared *prepared)
{
	if (prepared->parsed)
		drop_name(cache, prepared->name);
	cq__pg_decoder_release(&prepared->decoder);
	cq__free(prepared);
}

void cq__pg_cache_release(cq__pg_cache *cache)
{
	cq__list_link *link;
	while ((link = cq__list_first(&cache->order)) != NULL) {
		cq__pg_prepared *const prepared = CQ__LIST_ENTRY(link, cq__pg_prepared, link);
		detach(cache, prepared);
		prepared->parsed = false;
		destroy(cache, prepared);
	}
	cq__free(cache->buckets);
	cq__free(cache->dropped);
	cache->buckets = NULL;
	cache->dropped = NULL;
	cache->bucket_count = cache->dropped_count = cache->dropped_capacity = 0;
}

void cq__pg_cache_forget(cq__pg_cache *cache, uint32_t id)
{
	cq__pg_prepared *const prepared = cq__pg_cache_find_slow(cache, id);
	if (prepared == NULL)
		return;
	detach(cache, prepared);
	if (prepared->users == 0)
		destroy(cache, prepared);
}

/* One entry a bucket at most, on the average. */
static bool make_room(cq__pg_cache *cache)
{
	if (cache->count < cache->bucket_count)
		return true;
	const uint32_t count = cache->bucket_count == 0 ? 32 : cache->bucket_count * 2;
	cq__pg_prepared **const buckets = cq__alloc_array(count, sizeof(cq__pg_prepared *));
	if (buckets == NULL)
		return false;
	cq__free(cache->buckets);
	cache->buckets = buckets;
	cache->bucket_count = count;
	CQ__LIST_EACH(link, &cache->order) {
		cq__pg_prepared *const prepared = CQ__LIST_ENTRY(link, cq__pg_prepared, link);
		cq__pg_prepared **const place = bucket(cache, prepared->id);
		prepared->next = *place;
		*place = prepared;
	}
	return true;
}

static void evict(cq__pg_cache *cache)
{
	cq__list_link *link = cq__list_last(&cache->order);
	while ((cache->bytes > cache->limit || cache->count > MOST_ENTRIES) && link != NULL) {
		cq__pg_prepared *const prepared = CQ__LIST_ENTRY(link, cq__pg_prepared, link);
		link = link->previous == &cache->order.head ? NULL : link->previous;
		if (prepared->users != 0)
			continue;
		detach(cache, prepared);
		destroy(cache, prepared);
	}
}

static void enter(cq__pg_cache *cache, cq__pg_prepared *prepared, const cq__text *text)
{
	/* Without memory for the table the statement is used once. */
	if (!make_room(cache))
		return;
	prepared->bytes = ENTRY_BYTES + TEXT_TIMES * (size_t)text->length;
	prepared->cached = true;
	cq__pg_prepared **const place = bucket(cache, prepared->id);
	prepared->next = *place;
	*place = prepared;
	cq__list_push_front(&cache->order, &prepared->link);
	cache->bytes += prepared->bytes;
	cache->count++;
	cache->latest = prepared;
	evict(cache);
}

void cq__pg_cache_touch(cq__pg_cache *cache, cq__pg_prepared *prepared)
{
	cache->latest = prepared;
	if (cache->order.head.next == &prepared->link)
		return;
	cq__list_remove(&prepared->link);
	cq__list_push_front(&cache->order, &prepared->link);
}

cq__pg_prepared *cq__pg_cache_take(cq__pg_cache *cache, const cq__text *text)
{
	cq__pg_prepared *prepared = cq__pg_cache_find(cache, text->id);
	if (prepared != NULL) {
		prepared->users++;
		cq__pg_cache_touch(cache, prepared);
		return prepared;
	}
	prepared = cq__zalloc(sizeof *prepared);
	if (prepared == NULL)
		return NULL;
	prepared->id = text->id;
	prepared->users = 1;
	prepared->decoder.of_prepared = true;
	give_name(cache, prepared);
	enter(cache, prepared, text);
	return prepared;
}

void cq__pg_cache_done(cq__pg_cache *cache, cq__pg_prepared *prepared)
{
	prepared->users--;
	if (prepared->users == 0 && !prepared->cached)
		destroy(cache, prepared);
}

void cq__pg_cache_renew(cq__pg_cache *cache, cq__pg_prepared *prepared)
{
	if (!prepared->parsed)
		return;
	drop_name(cache, prepared->name);
	prepared->parsed = false;
	prepared->decoder.settled = NULL;
	prepared->generation++;
	give_name(cache, prepared);
}
