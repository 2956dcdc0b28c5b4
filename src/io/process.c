/* io/process.c: whether this is still the process that opened something.
 *
 * It knows nothing of connections. They remember the number when they open and compare it at each call.
 */
#include "io/process.h"

#include <pthread.h>

atomic_uint cq__process_generation;

static void in_child(void)
{
	atomic_fetch_add_explicit(&cq__process_generation, 1, memory_order_relaxed);
}

static void register_handler(void)
{
	/* Without memory for the handler a fork goes unseen; nothing else is lost. */
	(void)pthread_atfork(NULL, NULL, in_child);
}

void cq__process_watch_forks(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	(void)pthread_once(&once, register_handler);
}
