/* window-misplaced: join_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)), GT(users.age, 3))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: OVER(RANK(), ORDER_BY(users.id)): ... */
		JOIN(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)), GT(OVER(RANK(), ORDER_BY(users.id)), 3))));
#endif
}
