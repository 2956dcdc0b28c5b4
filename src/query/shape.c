/* query/shape.c: the hash of a program's nodes.
 * It knows nothing of what the nodes mean. The statement cache calls it when a site's last shape does not match.
 */
#include "query/shape.h"

#include "base/map.h"

uint64_t cq__shape_hash(const cq_node *nodes, uint32_t count)
{
	return cq__hash(nodes, count * sizeof *nodes, 0);
}
