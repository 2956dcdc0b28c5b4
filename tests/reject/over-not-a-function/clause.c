/* over-not-a-function: clause */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(SUM(users.age), ORDER_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: OVER(SUM(users.age), WHERE(users.is_active)): ... */
		SELECT(OVER(SUM(users.age), WHERE(users.is_active))),
		FROM(users)));
#endif
}
