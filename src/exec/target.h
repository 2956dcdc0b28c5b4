/* exec/target.h: decode plans: which column of a result becomes which member of what the program asked for.
 * It knows nothing of how values are read. run.c, operation.c and stream.c ask for plans; drivers follow them.
 */
#ifndef CQ__EXEC_TARGET_H
#define CQ__EXEC_TARGET_H

#include "exec/cache.h"

/* A further kind of target, for inserts: the struct of descriptor's table, of which the columns that come back are filled. */
enum { CQ__TARGET_MEMBERS = CQ_TARGET_SCALAR + 1 };

/* Makes the plan for a target, checking the rules of results: CQ_RULE, CQ_MISUSE (a target that contradicts itself),
 * CQ_NO_MEMORY. The compiled statement owns it. */
cq_status cq__plan_make(cq__cache *cache, cq__compiled *compiled, const cq_target *target, cq__error *error,
	const cq__decode_plan **out);

static inline bool cq__target_same(const cq_target *a, const cq_target *b)
{
	return a->descriptor == b->descriptor && a->kind == b->kind && a->type == b->type && a->nullable == b->nullable
		&& a->size == b->size;
}

/* The plan for a target, made the first time. */
static inline cq_status cq__plan_find(cq__cache *cache, cq__compiled *compiled, const cq_target *target,
	cq__error *error, const cq__decode_plan **out)
{
	for (const cq__plan *plan = compiled->plans; plan != NULL; plan = plan->next)
		if (__builtin_expect(cq__target_same(&plan->target, target), 1)) {
			*out = &plan->decode;
			return CQ_OK;
		}
	return cq__plan_make(cache, compiled, target, error, out);
}

#endif
