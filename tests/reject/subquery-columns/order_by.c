/* subquery-columns: order_by */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(SUBQUERY(SELECT(posts.id), FROM(posts)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: SUBQUERY(SELECT(posts.id, posts.author_id), FROM(posts)): ... */
		ORDER_BY(SUBQUERY(SELECT(posts.id, posts.author_id), FROM(posts)))));
#endif
}
