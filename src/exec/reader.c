/* exec/reader.c: which of the replicas is read from, and how long one that cannot be reached is left out.
 * It knows nothing of how a pool is made, nor of what is read. See exec/reader.h.
 */
#include "exec/reader.h"

#define FIRST_PAUSE_NS (UINT64_C(1000) * 1000000u)
#define LONGEST_PAUSE_NS (UINT64_C(30000) * 1000000u)

cq__reader *cq__readers_pick(cq__readers *readers, uint32_t tries)
{
	cq__reader *best = NULL;
	uint32_t least = 0;
	for (size_t i = 0; tries < readers->replicas && i < readers->replicas; i++) {
		cq__reader *const reader = &readers->list[i];
		if (reader->back_ns != 0 && cq__pool_now(&reader->pool) < reader->back_ns)
			continue;
		const uint32_t load = cq__pool_load(&reader->pool);
		if (best != NULL && (load > least || (load == least && reader->picked > best->picked)))
			continue;
		best = reader;
		least = load;
	}
	if (best == NULL)
		return &readers->list[readers->replicas];
	best->picked = ++readers->picks;
	return best;
}

bool cq__reader_failed(cq__readers *readers, cq__reader *reader, const cq__error *why)
{
	if (reader == &readers->list[readers->replicas])
		return false;
	const uint64_t now = cq__pool_now(&reader->pool);
	/* Those who had all gone there together are one failure. */
	if (reader->back_ns != 0 && now < reader->back_ns)
		return true;
	reader->pause_ns = reader->pause_ns == 0 ? FIRST_PAUSE_NS
		: reader->pause_ns < LONGEST_PAUSE_NS / 2 ? reader->pause_ns * 2 : LONGEST_PAUSE_NS;
	reader->back_ns = now + reader->pause_ns;
	cq__log_message(reader->pool.settings.log, CQ_LOG_WARNING, "the replica %s cannot be reached and is left out for %u s: %s",
		reader->url.path, (unsigned)(reader->pause_ns / 1000000000u), cq__error_get(why)->message);
	return true;
}
