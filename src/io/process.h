/* io/process.h: whether this is still the process that opened something.
 *
 * It knows nothing of connections. They remember the number when they open and compare it at each call: a child of
 * fork() must not use, and not even close, what its parent has open. One load, where getpid() is a system call.
 */
#ifndef CQ__IO_PROCESS_H
#define CQ__IO_PROCESS_H

#include <stdatomic.h>

/* Goes up by one in each child; call cq__process_watch_forks once before reading it. */
extern atomic_uint cq__process_generation;

/* Any thread, any number of times. */
void cq__process_watch_forks(void);

static inline unsigned cq__process_now(void)
{
	return atomic_load_explicit(&cq__process_generation, memory_order_relaxed);
}

#endif
