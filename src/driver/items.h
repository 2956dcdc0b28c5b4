/* driver/items.h: where the rows of a request's result stand: its arena, and the array of its items.
 *
 * It knows nothing of any database library and of what the rows hold. The drivers call it while they read a result.
 */
#ifndef CQ__DRIVER_ITEMS_H
#define CQ__DRIVER_ITEMS_H

#include "driver/driver.h"

static inline cq_status cq__items_no_memory(cq__request *request)
{
	return cq__error_set(request->error, CQ_NO_MEMORY, NULL);
}

/* The result's arena, unless it has one. */
CQ_CHECKED static inline cq_status cq__items_need_arena(cq__request *request, size_t first_block)
{
	if (request->arena != NULL)
		return CQ_OK;
	request->arena = cq__arena_create(first_block > CQ__ARENA_SMALL ? first_block : CQ__ARENA_SMALL);
	return request->arena != NULL ? CQ_OK : cq__items_no_memory(request);
}

/* Makes room for twice as many items, and for so many at the least; false when there is no memory. */
bool cq__items_grow(cq__request *request, size_t wanted);

#endif
