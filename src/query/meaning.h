/* query/meaning.h: the second half of the typing pass: what each value is meant for, from the operators downward.
 * It knows nothing of rules or databases. Only query/typing.c calls it.
 */
#ifndef CQ__QUERY_MEANING_H
#define CQ__QUERY_MEANING_H

#include "query/typing.h"

/** Fills typing->value once typing->node stands. CQ_OK or CQ_NO_MEMORY. */
CQ_CHECKED cq_status cq__values_mean(cq__typing *typing, const cq__tree *tree);

/** Among a node's operands from the `from`-th on, all but the node `except`: the first that is not a bare value and has a
 *  type, else the first value that has one, else CQ__NO_NODE. */
uint32_t cq__speaking_operand(const cq__tree *tree, const cq__typed *typed, uint32_t node, uint32_t from, uint32_t except);

#endif
