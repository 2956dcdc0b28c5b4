/* window-misplaced: join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(posts, EQ(posts.author_id, users.id), LT(posts.id, 10))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: OVER(RANK(), ORDER_BY(posts.id)): ... */
		JOIN(posts, EQ(posts.author_id, users.id), LT(OVER(RANK(), ORDER_BY(posts.id)), 10))));
#endif
}
