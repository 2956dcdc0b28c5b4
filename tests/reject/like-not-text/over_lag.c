/* like-not-text: over_lag */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(LAG(LIKE(users.username, "4%")), ORDER_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(LAG(LIKE(users.age, "4%")), ORDER_BY(users.id))), /* reject: LIKE(users.age, "4%"): ... */
		FROM(users)));
#endif
}
