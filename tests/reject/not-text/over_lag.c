/* not-text: over_lag */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(LAG(EQ(LOWER(users.username), "x")), ORDER_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(LAG(EQ(LOWER(users.age), "x")), ORDER_BY(users.id))), /* reject: LOWER(users.age): ... */
		FROM(users)));
#endif
}
