/* null-compared: over_lag */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(LAG(NE(users.username, "x")), ORDER_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: NE(users.username, NULL): ... */
		SELECT(OVER(LAG(NE(users.username, NULL)), ORDER_BY(users.id))),
		FROM(users)));
#endif
}
