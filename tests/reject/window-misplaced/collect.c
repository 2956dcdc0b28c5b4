/* window-misplaced: collect */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COLLECT(Member, FROM(users), WHERE(GT(users.age, 3)))),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: OVER(RANK(), ORDER_BY(users.id)): ... */
		SELECT(COLLECT(Member, FROM(users), WHERE(GT(OVER(RANK(), ORDER_BY(users.id)), 3)))),
		FROM(posts)));
#endif
}
