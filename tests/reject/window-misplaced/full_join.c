/* window-misplaced: full_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		FULL_JOIN(users, GT(users.age, 3))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: OVER(RANK(), ORDER_BY(users.id)): ... */
		FULL_JOIN(users, GT(OVER(RANK(), ORDER_BY(users.id)), 3))));
#endif
}
