/* base/alloc.h: the only door to the system's allocator, so that a test can make any one allocation fail.
 *
 * It knows nothing of what is stored. Everything in src/ allocates here, directly or through an arena or a buffer.
 */
#ifndef CQ__BASE_ALLOC_H
#define CQ__BASE_ALLOC_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/* True while a test counts or fails allocations; read without order, for it only changes between the test's steps. */
extern atomic_bool cq__alloc_watched;

/* Counts one allocation while watched; true when that one must fail. */
bool cq__alloc_refused(void);

static inline bool cq__alloc_fails(void)
{
	return __builtin_expect(atomic_load_explicit(&cq__alloc_watched, memory_order_relaxed), 0) && cq__alloc_refused();
}

/* The memory, not initialised, aligned for any object, also for size 0; NULL when there is none. cq__free frees it. */
__attribute__((malloc, alloc_size(1), warn_unused_result)) static inline void *cq__alloc(size_t size)
{
	return cq__alloc_fails() ? NULL : malloc(size != 0 ? size : 1);
}

/* The same, all bytes zero. */
__attribute__((malloc, alloc_size(1), warn_unused_result)) static inline void *cq__zalloc(size_t size)
{
	return cq__alloc_fails() ? NULL : calloc(1, size != 0 ? size : 1);
}

/* Another size for what cq__alloc gave (or NULL). On failure NULL is returned and the old memory still stands. */
__attribute__((alloc_size(2), warn_unused_result)) static inline void *cq__realloc(void *memory, size_t size)
{
	return cq__alloc_fails() ? NULL : realloc(memory, size != 0 ? size : 1);
}

/* Frees what this header gave; NULL is allowed. */
static inline void cq__free(void *memory)
{
	free(memory);
}

/* An array of zeroed elements; NULL also when count * size overflows. */
__attribute__((malloc, alloc_size(1, 2), warn_unused_result)) void *cq__alloc_array(size_t count, size_t size);

/* Another length for an array; NULL (the old array stands) also when count * size overflows. New elements are not
 * initialised. */
__attribute__((alloc_size(2, 3), warn_unused_result)) void *cq__realloc_array(void *array, size_t count, size_t size);

/* A copy of size bytes with a NUL behind them. */
__attribute__((malloc, warn_unused_result)) char *cq__alloc_text(const char *text, size_t size);

/* For tests, from any thread while no other thread allocates.
 * fail_after: the n-th allocation from now fails, once. fail_from: the n-th and all later ones fail.
 * n of 0 turns either off; LONG_MAX only counts. */
void cq__alloc_fail_after(long n);
void cq__alloc_fail_from(long n);

/* Allocations asked for since fail_after or fail_from was called last, failed ones too; stands still when off. */
long cq__alloc_count(void);

#endif
