/* window-misplaced: intersect */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		INTERSECT(SELECT(users.id), FROM(users), WHERE(GT(users.age, 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: OVER(RANK(), ORDER_BY(users.id)): ... */
		INTERSECT(SELECT(users.id), FROM(users), WHERE(GT(OVER(RANK(), ORDER_BY(users.id)), 3)))));
#endif
}
