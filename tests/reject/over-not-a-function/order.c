/* over-not-a-function: order */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(SUM(users.age), PARTITION_BY(users.role), ORDER_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: OVER(SUM(users.age), ORDER_BY(users.id), PARTITION_BY(users.role)): ... */
		SELECT(OVER(SUM(users.age), ORDER_BY(users.id), PARTITION_BY(users.role))),
		FROM(users)));
#endif
}
