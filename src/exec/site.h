/* exec/site.h: what is counted of each place of the program: calls, rows, failures, time; and the alarm about repetition.
 * It knows nothing of how statements run. Whoever ran one (run.c, operation.c, stream.c, insert.c) tells it here.
 *
 * A place (cq_site) is data of the program and may run in engines of several threads, so what is counted stands in each
 * engine's cache, in the slot of the place's number.
 */
#ifndef CQ__EXEC_SITE_H
#define CQ__EXEC_SITE_H

#include "exec/engine.h"

#include <cquel/observe.h>

/* Calls of which one is measured when times are not asked for, a power of two, and those at the beginning that all are. */
enum { CQ__SITE_SAMPLE = 16, CQ__SITE_FIRST = 8 };

/* Whether a place was looked up before, and where its slot is then. */
static inline bool cq__site_known(const cq__cache *cache, const cq_site *site, uint32_t *place)
{
	if (__builtin_expect(site == NULL, 0))
		return false;
	*place = __atomic_load_n(&site->id, __ATOMIC_RELAXED) - 1;
	return __builtin_expect(*place < cache->site_count, 1);
}

/* The slot of a place that was looked up before, or NULL. Valid until another place is looked up. */
static inline cq__site_slot *cq__site_slot_of(const cq__cache *cache, const cq_site *site)
{
	uint32_t place;
	return cq__site_known(cache, site, &place) ? &cache->sites[place] : NULL;
}

/* A call of the place begins: whether it is one of those that are measured. */
static inline bool cq__site_begin(const cq__cache *cache, const cq_site *site)
{
	uint32_t place;
	if (!cq__site_known(cache, site, &place))
		return false;
	const uint32_t before = cache->sites[place].begun++;
	return (before % CQ__SITE_SAMPLE == 0) | (before < CQ__SITE_FIRST);
}

/* The rows of a request that is done, as the log and the counters show them. */
static inline int64_t cq__request_rows(const cq__request *request)
{
	return request->text != NULL && request->text->returns_rows ? request->rows_seen : request->changes;
}

/* A measured call stands for those since the one before; but its preparing was its own. */
static inline void cq__site_measure(cq__site_slot *slot, const cq__request *request)
{
	const int64_t run_ns = request->queue_ns + request->run_ns;
	slot->last_ns = run_ns + request->prepare_ns;
	slot->run_ns += run_ns * (int64_t)(slot->calls - slot->counted);
	slot->prepare_ns += request->prepare_ns;
	slot->counted = slot->calls;
	slot->measured++;
}

/* The connection's alarm is on: one more call of the place by this handle. */
void cq__site_repeated(cq_connection *db, const cq_site *site);

/* A request of the place is done, whatever came of it. */
static inline void cq__site_count(cq_connection *db, const cq_site *site, const cq__request *request)
{
	const cq__cache *const cache = &db->engine->cache;
	uint32_t place;
	if (!cq__site_known(cache, site, &place))
		return;
	cq__site_slot *const slot = &cache->sites[place];
	slot->calls++;
	slot->rows += cq__request_rows(request);
	if (__builtin_expect(request->status != CQ_OK, 0))
		slot->errors++;
	if (request->timing)
		cq__site_measure(slot, request);
	if (__builtin_expect(db->engine->options.repeat_alarm != 0, 0))
		cq__site_repeated(db, site);
}

/* A call of the place failed before there was anything to send; site may be NULL. */
void cq__site_refused(cq_connection *db, cq_site *site);

/* The connection is given back: what its handle has repeated is forgotten. */
void cq__site_forget_repeats(cq_connection *db);

/* All places of the range and all others that ran, by file and line, copies in one. Free the list; its texts are the cache's. */
cq_status cq__sites_list(const cq__cache *cache, const cq_site_range *range, cq_site_counters **out, size_t *out_count);

#endif
