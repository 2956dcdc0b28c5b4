/* frame-bounds: rows */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(SUM(users.age), ORDER_BY(users.id), ROWS_BETWEEN(PRECEDING(3), CURRENT_ROW))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: ROWS_BETWEEN(CURRENT_ROW, PRECEDING(3)): ... */
		SELECT(OVER(SUM(users.age), ORDER_BY(users.id), ROWS_BETWEEN(CURRENT_ROW, PRECEDING(3)))),
		FROM(users)));
#endif
}
