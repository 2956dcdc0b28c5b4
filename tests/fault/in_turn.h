/* tests/fault/in_turn.h: a session's work in which each allocation fails in turn, until one run asks for fewer than it takes to fail.
 *
 * It knows nothing of the work. Included behind the header that has the session.
 */
#ifndef CQ_TEST_FAULT_IN_TURN_H
#define CQ_TEST_FAULT_IN_TURN_H

#include "base/alloc.h"

typedef struct in_turn {
	long n;        /* which allocation fails in this run, from 1 */
	long failures; /* runs that ended in CQ_NO_MEMORY */
	bool reached;  /* the latest run had so many: one more is wanted */
} in_turn;

static inline void in_turn_begin(in_turn *at)
{
	cq__alloc_fail_after(++at->n);
}

/* status: what the work gave; nothing but CQ_NO_MEMORY may have gone wrong. */
static inline void in_turn_end(in_turn *at, cq_status status)
{
	at->reached = cq__alloc_count() >= at->n;
	cq__alloc_fail_after(0);
	if (status != CQ_OK && status != CQ_NO_MEMORY)
		fail_msg("allocation %ld: %s: %s", at->n, cq_status_name(status), cq_session_error(session)->message);
	at->failures += status != CQ_OK;
}

#endif
