/* empty-values: over_lag */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(LAG(IN(users.id, 3)), ORDER_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(LAG(IN(users.id)), ORDER_BY(users.id))), /* reject: IN(users.id): ... */
		FROM(users)));
#endif
}
