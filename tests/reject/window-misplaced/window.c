/* window-misplaced: window */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(SUM(users.age), ORDER_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: OVER(RANK(), ORDER_BY(users.id)): ... */
		SELECT(OVER(SUM(users.age), ORDER_BY(OVER(RANK(), ORDER_BY(users.id))))),
		FROM(users)));
#endif
}
