/* random_expression/groups.h: random statements over groups of rows, and over windows.
 *
 * It knows nothing of SQL or of the model. random_expression_test.c asks for them.
 */
#ifndef RANDOM_GROUPS_H
#define RANDOM_GROUPS_H

#include "databases.h"

/* Fills a query with groups and items over them. */
void generate_groups(generator *g, query *asked, uint32_t items);
/* One with items over windows. */
void generate_windows(generator *g, query *asked, uint32_t items);

#endif
