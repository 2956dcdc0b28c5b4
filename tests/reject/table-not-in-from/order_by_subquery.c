/* table-not-in-from: order_by_subquery */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(SUBQUERY(SELECT(COUNT_ROWS()), FROM(posts), WHERE(EQ(posts.author_id, users.id))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: ORDER_BY(SUBQUERY(SELECT(COUNT_ROWS()), FROM(posts), WHERE(EQ(posts.author_id, boss.id)))): ... */
		ORDER_BY(SUBQUERY(SELECT(COUNT_ROWS()), FROM(posts), WHERE(EQ(posts.author_id, boss.id))))));
#endif
}
