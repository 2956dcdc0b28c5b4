/* not-numeric: over_order */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(ROW_NUMBER(), ORDER_BY(GT(ADD(users.age, 1), 3)))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: ADD(users.username, 1): ... */
		SELECT(OVER(ROW_NUMBER(), ORDER_BY(GT(ADD(users.username, 1), 3)))),
		FROM(users)));
#endif
}
