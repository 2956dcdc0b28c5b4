/* exec/text.h: what functions that make SQL text without a connection share.
 * It knows nothing of what the text says. text.c and src/schema use it.
 */
#ifndef CQ__EXEC_TEXT_H
#define CQ__EXEC_TEXT_H

#include "base/error.h"
#include "sql/dialect.h"

/* The dialect of that name; CQ_UNSUPPORTED when there is none. */
cq_status cq__text_dialect(const char *name, const cq__dialect **out, cq__error *error);

/* Tells the outcome in `message` (NULL, or CQ_ERROR_TEXT bytes), releases the error, returns the status. */
cq_status cq__text_outcome(cq__error *error, cq_status status, char *message);

#endif
