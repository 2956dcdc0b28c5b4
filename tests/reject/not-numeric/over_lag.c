/* not-numeric: over_lag */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(LAG(GT(ADD(users.age, 1), 3)), ORDER_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: ADD(users.username, 1): ... */
		SELECT(OVER(LAG(GT(ADD(users.username, 1), 3)), ORDER_BY(users.id))),
		FROM(users)));
#endif
}
