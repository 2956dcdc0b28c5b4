/* exec/reader.h: the pools that are only read from: those of the replicas, and one of the primary; which of them is asked.
 * It knows nothing of handles and statements. connect.c lends from them, shared_route.c sends marked reads to them.
 * docs/routing.md has the whole picture.
 */
#ifndef CQ__EXEC_READER_H
#define CQ__EXEC_READER_H

#include "exec/pool.h"
#include "exec/url.h"

typedef struct cq__reader {
	cq__pool pool;     /* its connections are opened read-only */
	cq__url url;       /* of a replica; the primary's is the engine's */
	uint64_t back_ns;  /* it is left out until then; 0: it is not */
	uint64_t pause_ns; /* for how long it was left out last; 0: it works */
	uint64_t picked;   /* the number of the latest pick that was this one */
} cq__reader;

typedef struct cq__readers {
	cq__reader *list;  /* the replicas, and behind them the primary */
	size_t replicas;
	uint64_t picks;
} cq__readers;

/* The one to ask, after `tries` others could not be reached for the same thing. */
cq__reader *cq__readers_pick(cq__readers *readers, uint32_t tries);

/* It could not be reached, for this reason: left out for a while. False: it is the primary, and there is no other. */
bool cq__reader_failed(cq__readers *readers, cq__reader *reader, const cq__error *why);

/* Something succeeded on it. */
static inline void cq__reader_works(cq__reader *reader)
{
	reader->back_ns = reader->pause_ns = 0;
}

static inline cq__reader *cq__reader_of(cq__pool *pool)
{
	return (cq__reader *)(void *)((char *)pool - offsetof(cq__reader, pool));
}

#endif
