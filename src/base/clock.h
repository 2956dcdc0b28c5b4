/* base/clock.h: time that only goes forward, and deadlines on it.
 *
 * It knows nothing of dates. Operations, the loop and the log measure with it.
 */
#ifndef CQ__BASE_CLOCK_H
#define CQ__BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

/* A moment of the monotonic clock in nanoseconds; 0 is no deadline. */
typedef uint64_t cq__deadline;

/* Nanoseconds of the monotonic clock, never 0. */
uint64_t cq__monotonic_ns(void);

/* The moment so many milliseconds from now; 0 or less gives 0, no deadline. Never overflows. */
cq__deadline cq__deadline_after_ms(int64_t milliseconds);

/* The earlier one, where 0 is later than all. */
cq__deadline cq__deadline_earlier(cq__deadline a, cq__deadline b);

static inline bool cq__deadline_passed(cq__deadline deadline)
{
	return deadline != 0 && cq__monotonic_ns() >= deadline;
}

/* Milliseconds left, rounded up, at most INT_MAX, as poll(2) takes it: -1 for none, 0 when passed. */
int cq__deadline_poll_ms(cq__deadline deadline);

#endif
