/* driver/items.c: the array of a request's items grows. See items.h.
 *
 * It knows nothing of any database library.
 */
#include "driver/items.h"

bool cq__items_grow(cq__request *request, size_t wanted)
{
	size_t capacity = request->item_capacity * 2;
	if (capacity < wanted)
		capacity = wanted;
	size_t bytes;
	if (__builtin_mul_overflow(capacity, request->plan->row_size, &bytes))
		return false;
	void *const items = cq__arena_list_grow(request->arena, request->items, bytes != 0 ? bytes : 1);
	if (items == NULL)
		return false;
	request->items = items;
	request->item_capacity = capacity;
	return true;
}
