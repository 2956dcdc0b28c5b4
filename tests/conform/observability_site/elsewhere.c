/* tests/conform/observability_site/elsewhere.c: a second file of the program, with a copy of a place that stands in a header.
 */
#include "conform/shop.h"

int64_t count_users_elsewhere(cq_connection *db);

int64_t count_users_elsewhere(cq_connection *db)
{
	return count_users(db);
}
