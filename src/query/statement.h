/* query/statement.h: what went wrong while a statement was written, and writing again what stands in another.
 * It knows nothing of what the nodes mean; whoever reads a statement asks first, for a failed one is incomplete.
 * The checker's public entry and the executors call it; sessions write statements anew.
 */
#ifndef CQ__QUERY_STATEMENT_H
#define CQ__QUERY_STATEMENT_H

#include "base/error.h"

#include <cquel/query.h>

/** CQ_OK, or the failure with *error filled: CQ_NO_MEMORY, CQ_MISUSE, or CQ_RULE for a condition that did not fit. error
 *  may be NULL. */
cq_status cq__statement_failure(const cq_statement *statement, cq__error *error);

/** Appends copies of nodes, and of the values that belong to them, of which the first is values[0]. Gives how many values these were. */
uint32_t cq__push_copies(cq_statement *statement, const cq_node *nodes, uint32_t count, const cq_value *values);

#endif
