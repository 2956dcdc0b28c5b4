/* base/clock.c: the monotonic clock and deadlines.
 *
 * It knows nothing of dates. See base/clock.h.
 */
#include "base/clock.h"

#include <limits.h>
#include <time.h>

static const uint64_t ns_per_second = 1000000000;
static const uint64_t ns_per_ms = 1000000;

uint64_t cq__monotonic_ns(void)
{
	struct timespec now;
	/* Cannot fail: the clock exists on every supported system and the address is valid. */
	(void)clock_gettime(CLOCK_MONOTONIC, &now);
	const uint64_t ns = (uint64_t)now.tv_sec * ns_per_second + (uint64_t)now.tv_nsec;
	return ns != 0 ? ns : 1;
}

cq__deadline cq__deadline_after_ms(int64_t milliseconds)
{
	if (milliseconds <= 0)
		return 0;
	uint64_t span;
	uint64_t moment;
	if (__builtin_mul_overflow((uint64_t)milliseconds, ns_per_ms, &span) ||
		__builtin_add_overflow(cq__monotonic_ns(), span, &moment))
		return UINT64_MAX;
	return moment;
}

cq__deadline cq__deadline_earlier(cq__deadline a, cq__deadline b)
{
	/* 0 - 1 is the latest moment of all. */
	return a - 1 < b - 1 ? a : b;
}

int cq__deadline_poll_ms(cq__deadline deadline)
{
	if (deadline == 0)
		return -1;
	const uint64_t now = cq__monotonic_ns();
	if (now >= deadline)
		return 0;
	const uint64_t left = (deadline - now) / ns_per_ms + ((deadline - now) % ns_per_ms != 0);
	return left < INT_MAX ? (int)left : INT_MAX;
}
