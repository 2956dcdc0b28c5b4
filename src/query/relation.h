/* query/relation.h: what the relations in a program mean where they stand.
 * It knows nothing of SQL text and of loading. The typing pass, the checker and the renderer ask it.
 */
#ifndef CQ__QUERY_RELATION_H
#define CQ__QUERY_RELATION_H

#include "meta/relation.h"
#include "query/tree.h"

/* The relation that an ALONG goes along, or NULL: it is over a column. */
const cq_relation *cq__along_relation(const cq__tree *tree, uint32_t along);

/* The tables and columns that such an ALONG joins. `target` and the columns `far` are those of the alias that it names. */
bool cq__along_join(const cq__tree *tree, uint32_t along, cq__relation_join *out, cq__relation_fault *fault);

/* Whether an ALONG goes through an association that the statement does not name. */
static inline bool cq__goes_through(const cq__tree *tree, uint32_t along)
{
	const cq_relation *const relation = cq__along_relation(tree, along);
	return relation != NULL && relation->kind == CQ_MANY_TO_MANY && (tree->nodes[along].flags & CQ_ALONG_STEP) == 0;
}

/* The ALONG through an association among the conditions of a join, or CQ__NO_NODE. */
uint32_t cq__join_through(const cq__tree *tree, uint32_t join);

/* What number an ALONG through an association has among those of its program, from 1: the association's name there. */
uint32_t cq__through_number(const cq__tree *tree, uint32_t along);

/* The table whose rows a LOAD reads: its last relation's. NULL when it has none or the model is not defined. */
const cq_table *cq__load_table(const cq__tree *tree, uint32_t load);

#endif
