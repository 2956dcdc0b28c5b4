/* exec/cache.c: compiled statements, found by the place they stand at or by their shape, bounded in bytes.
 * It knows nothing of how one is compiled (compile.c) or run (run.c).
 * The executors look statements up here; an engine owns one cache.
 */
#include "exec/cache.h"

#include "base/alloc.h"
#include "query/shape.h"

/* Sites are numbered once for all engines, so that a site needs no table of engines. */
static atomic_uint last_site;

void cq__cache_init(cq__cache *cache, size_t limit, void (*forget)(void *, uint32_t), void *user)
{
	*cache = (cq__cache){ .next_text = CQ__FIRST_TEXT_ID, .limit = limit, .forget = forget, .user = user };
	cq__list_init(&cache->recent);
}

void cq__compiled_free(cq__compiled *compiled)
{
	for (cq__plan *plan = compiled->plans, *next; plan != NULL; plan = next) {
		next = plan->next;
		cq__free(plan);
	}
	cq__arena_destroy(compiled->arena);
}

void cq__cache_release(cq__cache *cache)
{
	CQ__LIST_EACH(link, &cache->recent)
		cq__compiled_free(CQ__LIST_ENTRY(link, cq__compiled, recency));
	cq__map_release(&cache->shapes);
	cq__free(cache->sites);
	cq__cache_init(cache, 0, NULL, NULL);
}

static uint32_t site_number(cq_site *site)
{
	uint32_t number = __atomic_load_n(&site->id, __ATOMIC_RELAXED);
	if (number != 0)
		return number;
	const uint32_t fresh = atomic_fetch_add_explicit(&last_site, 1, memory_order_relaxed) + 1;
	/* Another engine's thread may have been faster; then `number` becomes what it gave. */
	return __atomic_compare_exchange_n(&site->id, &number, fresh, false, __ATOMIC_RELAXED, __ATOMIC_RELAXED) ? fresh : number;
}

/* The site's slot, made when there is none; NULL without memory. */
static cq__site_slot *slot_of(cq__cache *cache, cq_site *site)
{
	if (site == NULL)
		return NULL;
	const uint32_t number = site_number(site);
	if (number > cache->site_count) {
		const uint32_t count = number < 32 ? 64 : number * 2;
		cq__site_slot *const sites = cq__realloc_array(cache->sites, count, sizeof *sites);
		if (sites == NULL)
			return NULL;
		memset(sites + cache->site_count, 0, (count - cache->site_count) * sizeof *sites);
		cache->sites = sites;
		cache->site_count = count;
	}
	cache->sites[number - 1].site = site;
	return &cache->sites[number - 1];
}

void cq__cache_know(cq__cache *cache, cq_site *site)
{
	(void)slot_of(cache, site);
}

/* Remembers what a site was compiled to last. Without memory the shape's hash still finds it. */
static void remember_site(cq__cache *cache, cq_site *site, cq__compiled *compiled)
{
	cq__site_slot *const slot = slot_of(cache, site);
	if (slot != NULL)
		slot->compiled = compiled;
}

cq__compiled *cq__cache_search(cq__cache *cache, cq_site *site, const cq_node *nodes, uint32_t node_count, uint64_t *hash)
{
	*hash = cq__shape_hash(nodes, node_count);
	cq__compiled *const compiled = cq__map_get_hashed(&cache->shapes, *hash, nodes, node_count * sizeof *nodes);
	if (compiled == NULL)
		return NULL;
	cache->hits++;
	cq__cache_touch(cache, compiled);
	remember_site(cache, site, compiled);
	return compiled;
}

static void evict(cq__cache *cache, cq__compiled *compiled)
{
	cq__map_remove_hashed(&cache->shapes, compiled->hash, compiled->nodes, compiled->node_count * sizeof(cq_node));
	cq__list_remove(&compiled->recency);
	for (uint32_t i = 0; i < cache->site_count; i++)
		if (cache->sites[i].compiled == compiled)
			cache->sites[i].compiled = NULL;
	cache->bytes -= compiled->bytes;
	cache->evicted++;
	if (cache->forget != NULL)
		cache->forget(cache->user, compiled->text.id);
	compiled->dropped = true;
	if (compiled->references == 0)
		cq__compiled_free(compiled);
}

static void shrink(cq__cache *cache, const cq__compiled *keep)
{
	while (cache->bytes > cache->limit) {
		cq__compiled *const last = CQ__LIST_ENTRY(cq__list_last(&cache->recent), cq__compiled, recency);
		if (last == keep)
			return;
		evict(cache, last);
	}
}

cq_status cq__cache_add(cq__cache *cache, cq__compiled *compiled, cq_site *site)
{
	const cq_status status = cq__map_put_hashed(&cache->shapes, compiled->hash, compiled->nodes,
		compiled->node_count * sizeof(cq_node), compiled, NULL);
	if (status != CQ_OK)
		return status;
	cq__list_push_front(&cache->recent, &compiled->recency);
	cache->bytes += compiled->bytes;
	cache->compiled++;
	remember_site(cache, site, compiled);
	shrink(cache, compiled);
	return CQ_OK;
}

void cq__cache_grow(cq__cache *cache, cq__compiled *compiled, size_t bytes)
{
	compiled->bytes += bytes;
	if (compiled->dropped)
		return;
	cache->bytes += bytes;
	shrink(cache, compiled);
}

void cq__compiled_release(cq__compiled *compiled)
{
	if (--compiled->references == 0 && compiled->dropped)
		cq__compiled_free(compiled);
}
