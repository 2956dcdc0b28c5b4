/* query/statement.h: what went wrong while a statement was written.
 * It knows nothing of what the nodes mean; whoever reads a statement asks first, for a failed one is incomplete.
 * The checker's public entry and the executors call it.
 */
#ifndef CQ__QUERY_STATEMENT_H
#define CQ__QUERY_STATEMENT_H

#include "base/error.h"

#include <cquel/query.h>

/** CQ_OK, or the failure with *error filled: CQ_NO_MEMORY, CQ_MISUSE, or CQ_RULE for a condition that did not fit. error
 *  may be NULL. */
cq_status cq__statement_failure(const cq_statement *statement, cq__error *error);

#endif
