/* window-misplaced: distinct_on */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		DISTINCT_ON(GT(users.age, 3)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		DISTINCT_ON(GT(OVER(RANK(), ORDER_BY(users.id)), 3)), /* reject: OVER(RANK(), ORDER_BY(users.id)): ... */
		FROM(users)));
#endif
}
