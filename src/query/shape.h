/* query/shape.h: what makes two statements the same prepared statement: their nodes, byte for byte, without the values.
 * It knows nothing of what the nodes mean. The statement cache keys on it.
 */
#ifndef CQ__QUERY_SHAPE_H
#define CQ__QUERY_SHAPE_H

#include <cquel/query.h>

#include <string.h>

_Static_assert(sizeof(cq_node) == 8 + sizeof(void *), "padding in a node would make equal shapes differ");

/** The hash of a program; the same for equal shapes. */
uint64_t cq__shape_hash(const cq_node *nodes, uint32_t count);

/** Whether two programs are one shape. */
static inline bool cq__shape_equal(const cq_node *a, uint32_t a_count, const cq_node *b, uint32_t b_count)
{
	return a_count == b_count && memcmp(a, b, a_count * sizeof *a) == 0;
}

#endif
