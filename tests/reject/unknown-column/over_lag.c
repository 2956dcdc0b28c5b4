/* unknown-column: over_lag */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(LAG(GT(users.age, 3)), ORDER_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(LAG(GT(users.aeg, 3)), ORDER_BY(users.id))), /* reject: aeg */
		FROM(users)));
#endif
}
