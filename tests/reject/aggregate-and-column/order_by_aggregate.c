/* aggregate-and-column: order_by_aggregate */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(users.age)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		SELECT(users.id),
		FROM(users),
		ORDER_BY(DESC(COUNT(users.age)))));
#endif
}
