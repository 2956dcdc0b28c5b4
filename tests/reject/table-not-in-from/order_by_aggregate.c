/* table-not-in-from: order_by_aggregate */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		GROUP_BY(users.id),
		ORDER_BY(COUNT(users.id))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		GROUP_BY(users.id),
		ORDER_BY(COUNT(posts.id)))); /* reject: ORDER_BY(COUNT(posts.id)): ... */
#endif
}
