/* clause-misplaced: union_order_by */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		UNION(SELECT(posts.id), FROM(posts))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: UNION(SELECT(posts.id), FROM(posts), ORDER_BY(posts.id)): ... */
		UNION(SELECT(posts.id), FROM(posts), ORDER_BY(posts.id))));
#endif
}
