/* exec/cache.h: compiled statements, found by the place they stand at or by their shape, bounded in bytes.
 * It knows nothing of how one is compiled (compile.c) or run (run.c).
 * The executors look statements up here; an engine owns one cache.
 *
 * Each SQL(...) of a program has a site with a number. A cache keeps for each number the statement it was last compiled to;
 * when its nodes are the same bytes that is a hit. Otherwise the shape's hash decides.
 */
#ifndef CQ__EXEC_CACHE_H
#define CQ__EXEC_CACHE_H

#include "base/list.h"
#include "base/map.h"
#include "driver/driver.h"
#include "query/typing.h"

#include <cquel/engine.h>
#include <cquel/result.h>

/* One column of a result, or the columns of an object, as the statement says. */
typedef struct cq__item {
	const char *name;        /* label, or the column's name; "" for an expression without one */
	const cq_column *column; /* whose value it passes on, or NULL */
	const cq_enum *labels;
	const cq_table *object;  /* all columns of this table, or NULL */
	uint32_t first;          /* its first column in the result */
	uint8_t type;
	uint8_t nullable;        /* CQ__NULLABLE_... */
	uint8_t storage;
	uint8_t scale;
} cq__item;

/* A decode plan and the target it was made for. */
typedef struct cq__plan {
	cq__decode_plan decode; /* first: the request points here */
	struct cq__plan *next;
	cq_target target;
	size_t bytes;
} cq__plan;

typedef struct cq__compiled {
	cq__text text;
	const cq_node *nodes;    /* the key: a copy */
	uint32_t node_count;
	uint32_t key_prefix;     /* nodes before the program's own: of a statement of objects */
	uint64_t hash;
	cq__plan *plans;         /* the latest used first */
	cq__list_link recency;   /* in the cache's `recent`, unless dropped */
	cq__arena *arena;        /* this struct and all of the above but plans */
	size_t bytes;
	uint32_t references;     /* operations, streams and calls that hold it */
	bool dropped;            /* no longer in the cache: freed with the last reference */
	bool raw;                /* RAW_SQL: items are not known, columns go by name */
	bool rows;               /* INSERT_INTO(table, VALUES(array, count)) */
	bool one_at_most;        /* it cannot give a second row */
	bool plain_values;       /* none of its values points to anything */
	uint32_t value_count;
	const cq_table *table;   /* of `rows` */
	uint32_t item_count;
	uint32_t result_columns;
	const cq__item *items;
	const cq_site *site;     /* where it was first compiled, or NULL; a place of the program, or of a table's insert plan */
} cq__compiled;

/* What is known of one place of the program. */
typedef struct cq__site_slot {
	cq__compiled *compiled;  /* what it was compiled to last, or NULL */
	const cq_site *site;     /* NULL: never looked up here */
	uint64_t calls;
	uint64_t counted;        /* calls that run_ns speaks for */
	int64_t rows;            /* given, inserted, updated or deleted */
	int64_t run_ns;          /* without preparing; see exec/site.h */
	int64_t last_ns;         /* of the latest measured */
	uint32_t errors;
	uint32_t measured;       /* calls that were measured */
	uint32_t begun;          /* calls, also those under way */
	int64_t prepare_ns;
} cq__site_slot;

typedef struct cq__cache {
	cq__site_slot *sites;    /* by the site's number */
	uint32_t site_count;
	uint32_t next_text;      /* the next cq__text.id */
	uint32_t bind_limit;     /* the most values a statement of the engine's database takes, 0: not known yet */
	cq__map shapes;
	cq__list recent;         /* the latest first */
	size_t bytes, limit;
	uint64_t hits, compiled, evicted;
	void (*forget)(void *user, uint32_t text_id); /* a text is gone: connections drop what they prepared of it */
	void *user;
} cq__cache;

/* The first ids are those of the texts that every engine has: BEGIN and its kin. */
enum { CQ__FIRST_TEXT_ID = 64 };

void cq__cache_init(cq__cache *cache, size_t limit, void (*forget)(void *, uint32_t), void *user);

/* Everything goes; nothing may hold a reference. */
void cq__cache_release(cq__cache *cache);

/* When the site's last shape is another one: by hash, or NULL when the shape is not there. */
cq__compiled *cq__cache_search(cq__cache *cache, cq_site *site, const cq_node *nodes, uint32_t node_count, uint64_t *hash);

/* Puts one in and evicts what is above the limit, never `compiled` itself. CQ_NO_MEMORY leaves it to the caller. */
cq_status cq__cache_add(cq__cache *cache, cq__compiled *compiled, cq_site *site);

/* Makes the site's slot when there is none yet; silently not, without memory. site may be NULL. */
void cq__cache_know(cq__cache *cache, cq_site *site);

/* Adds a plan's bytes, evicting others. */
void cq__cache_grow(cq__cache *cache, cq__compiled *compiled, size_t bytes);

/* Ends a reference. */
void cq__compiled_release(cq__compiled *compiled);

void cq__compiled_free(cq__compiled *compiled);

/* Marks it as the latest used. */
static inline void cq__cache_touch(cq__cache *cache, cq__compiled *compiled)
{
	if (cache->recent.head.next != &compiled->recency) {
		cq__list_remove(&compiled->recency);
		cq__list_push_front(&cache->recent, &compiled->recency);
	}
}

/* The statement compiled before, or NULL: then *hash is its shape's. site may be NULL. */
static inline cq__compiled *cq__cache_find(cq__cache *cache, cq_site *site, const cq_node *nodes, uint32_t node_count,
	uint64_t *hash)
{
	if (__builtin_expect(site != NULL, 1)) {
		const uint32_t id = __atomic_load_n(&site->id, __ATOMIC_RELAXED);
		if (__builtin_expect(id - 1 < cache->site_count, 1)) {
			cq__compiled *const compiled = cache->sites[id - 1].compiled;
			if (__builtin_expect(compiled != NULL, 1) && compiled->node_count == node_count
				&& memcmp(compiled->nodes, nodes, node_count * sizeof(cq_node)) == 0) {
				cache->hits++;
				cq__cache_touch(cache, compiled);
				return compiled;
			}
		}
	}
	return cq__cache_search(cache, site, nodes, node_count, hash);
}

#endif
