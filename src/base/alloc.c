/* base/alloc.c: the rare parts of the allocator's door: arrays, and the failures that tests order.
 *
 * It knows nothing of what is stored. See base/alloc.h.
 */
#include "base/alloc.h"

#include <limits.h>
#include <string.h>

atomic_bool cq__alloc_watched;

static atomic_long count;
static atomic_long first_failure;
static atomic_bool failure_lasts;

bool cq__alloc_refused(void)
{
	const long now = atomic_fetch_add(&count, 1) + 1;
	const long first = atomic_load(&first_failure);
	return now == first || (now > first && atomic_load(&failure_lasts));
}

static void watch(long n, bool lasts)
{
	atomic_store(&cq__alloc_watched, false);
	atomic_store(&count, 0);
	atomic_store(&first_failure, n > 0 ? n : LONG_MAX);
	atomic_store(&failure_lasts, lasts);
	atomic_store(&cq__alloc_watched, n > 0);
}

void cq__alloc_fail_after(long n)
{
	watch(n, false);
}

void cq__alloc_fail_from(long n)
{
	watch(n, true);
}

long cq__alloc_count(void)
{
	return atomic_load(&count);
}

void *cq__alloc_array(size_t count_wanted, size_t size)
{
	size_t bytes;
	if (__builtin_mul_overflow(count_wanted, size, &bytes))
		return NULL;
	return cq__zalloc(bytes);
}

void *cq__realloc_array(void *array, size_t count_wanted, size_t size)
{
	size_t bytes;
	if (__builtin_mul_overflow(count_wanted, size, &bytes))
		return NULL;
	return cq__realloc(array, bytes);
}

char *cq__alloc_text(const char *text, size_t size)
{
	if (size == SIZE_MAX)
		return NULL;
	char *const copy = cq__alloc(size + 1);
	if (copy == NULL)
		return NULL;
	if (size != 0)
		memcpy(copy, text, size);
	copy[size] = '\0';
	return copy;
}
