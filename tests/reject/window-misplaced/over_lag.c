/* window-misplaced: over_lag */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(LAG(GT(users.age, 3)), ORDER_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: OVER(RANK(), ORDER_BY(users.id)): ... */
		SELECT(OVER(LAG(GT(OVER(RANK(), ORDER_BY(users.id)), 3)), ORDER_BY(users.id))),
		FROM(users)));
#endif
}
