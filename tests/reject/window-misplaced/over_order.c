/* window-misplaced: over_order */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(ROW_NUMBER(), ORDER_BY(GT(users.age, 3)))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: OVER(RANK(), ORDER_BY(users.id)): ... */
		SELECT(OVER(ROW_NUMBER(), ORDER_BY(GT(OVER(RANK(), ORDER_BY(users.id)), 3)))),
		FROM(users)));
#endif
}
