/* union-order: order_by */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(AS(users.id, id)),
		FROM(users),
		UNION(SELECT(posts.id), FROM(posts)),
		ORDER_BY(DESC(LABEL(id)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		UNION(SELECT(posts.id), FROM(posts)),
		ORDER_BY(DESC(users.id)))); /* reject: ORDER_BY(DESC(users.id)): ... */
#endif
}
