/* query/meaning.h: the second half of the typing pass: what each value is meant for, from the operators downward.
 * It knows nothing of rules or databases. Only query/typing.c calls it.
 */
#ifndef CQ__QUERY_MEANING_H
#define CQ__QUERY_MEANING_H

#include "query/typing.h"

/** Fills typing->value once typing->node stands. CQ_OK or CQ_NO_MEMORY. */
CQ_CHECKED cq_status cq__values_mean(cq__typing *typing, const cq__tree *tree);

#endif
