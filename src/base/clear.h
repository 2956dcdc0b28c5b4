/* base/clear.h: small structs are set to zero, over and over, by wide stores.
 *
 * It knows nothing of what they hold. Compilers take the repeated string store for such sizes, which is slow to start.
 */
#ifndef CQ__BASE_CLEAR_H
#define CQ__BASE_CLEAR_H

#include <stddef.h>

/* size is a constant, and a multiple of 8; object is aligned to 8. */
__attribute__((always_inline)) static inline void cq__clear(void *object, const size_t size)
{
	typedef long long wide __attribute__((vector_size(16), aligned(8), may_alias));
	typedef long long word __attribute__((aligned(8), may_alias));
	wide *const words = (wide *)object;
#pragma GCC unroll 48
	for (size_t i = 0; i < size / sizeof(wide); i++)
		words[i] = (wide){ 0, 0 };
	if (size % sizeof(wide) != 0)
		*(word *)(void *)(words + size / sizeof(wide)) = 0;
}

#endif
