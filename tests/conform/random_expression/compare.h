/* random_expression/compare.h: whether what a database gives is what the model says.
 *
 * It knows nothing of statements or databases but for what they are known to do otherwise.
 */
#ifndef RANDOM_COMPARE_H
#define RANDOM_COMPARE_H

#include "expression.h"

/* Whether a quotient or remainder is in it: by zero it is NULL on SQLite, whatever its type says. */
bool divides(const term *expression);

/* Whether an expression means the same on a server, 1 PostgreSQL, 2 MariaDB, as on SQLite. */
bool is_alike(int database, const term *expression);

/* Whether what was read into a row's member is what is expected; what it is goes to `text`. */
bool same_value(const term *item, const cq_row_field *field, const char *member, value expected, char *text, size_t size);

/* What is expected, for a message. */
void describe(value expected, char *text, size_t size);

#endif
