/* driver/postgres/statement_cache.c: the prepared statements of a connection, by the id of their text.
 *
 * It knows nothing of values and rows, and sends nothing: what is dropped here waits in `dropped` until pipeline.c tells the
 * server. Bounded in bytes, as far as these are known, and in number.
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

static void give_name(cq__pg_cache *cache, cq__pg_prepared *prepared)
{
	(void)snprintf(prepared->name, sizeof prepared->name, "cq_%u_%08x", (unsigned)prepared->entry.id,
		(unsigned)cache->suffix++);
}

/* There is no more use for it at the server, which keeps it, without memory here, until the connection closes. */
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

static void destroy(cq__prepared_cache *cache, cq__cached *entry)
{
	cq__pg_prepared *const prepared = cq__pg_prepared_of(entry);
	if (prepared->parsed)
		drop_name((cq__pg_cache *)(void *)cache, prepared->name);
	cq__pg_decoder_release(&prepared->decoder);
	cq__free(prepared);
}

void cq__pg_cache_init(cq__pg_cache *cache, size_t limit)
{
	*cache = (cq__pg_cache){ .suffix = first_suffix(cache) };
	cq__prepared_cache_init(&cache->prepared, limit, MOST_ENTRIES, destroy);
}

void cq__pg_cache_release(cq__pg_cache *cache)
{
	/* The session goes, and with it what the server has. */
	CQ__LIST_EACH(link, &cache->prepared.order)
		CQ__LIST_ENTRY(link, cq__pg_prepared, entry.link)->parsed = false;
	cq__prepared_cache_release(&cache->prepared);
	cq__free(cache->dropped);
	cache->dropped = NULL;
	cache->dropped_count = cache->dropped_capacity = 0;
}

cq__pg_prepared *cq__pg_cache_take(cq__pg_cache *cache, const cq__text *text)
{
	cq__pg_prepared *prepared = cq__pg_cache_find(cache, text->id);
	if (prepared != NULL) {
		prepared->entry.users++;
		cq__pg_cache_touch(cache, prepared);
		return prepared;
	}
	prepared = cq__zalloc(sizeof *prepared);
	if (prepared == NULL)
		return NULL;
	prepared->entry.id = text->id;
	prepared->entry.users = 1;
	prepared->decoder.of_prepared = true;
	give_name(cache, prepared);
	cq__prepared_cache_enter(&cache->prepared, &prepared->entry, ENTRY_BYTES + TEXT_TIMES * (size_t)text->length);
	return prepared;
}

void cq__pg_cache_done(cq__pg_cache *cache, cq__pg_prepared *prepared)
{
	prepared->entry.users--;
	if (prepared->entry.users == 0 && !prepared->entry.kept)
		destroy(&cache->prepared, &prepared->entry);
}

void cq__pg_cache_renew(cq__pg_cache *cache, cq__pg_prepared *prepared)
{
	/* One that the server did not take is another's, or was never there. */
	if (prepared->parsed)
		drop_name(cache, prepared->name);
	prepared->parsed = false;
	prepared->decoder.settled = NULL;
	prepared->generation++;
	give_name(cache, prepared);
}
