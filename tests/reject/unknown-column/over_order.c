/* unknown-column: over_order */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(SUM(users.age), PARTITION_BY(users.role), ORDER_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: di */
		SELECT(OVER(SUM(users.age), PARTITION_BY(users.role), ORDER_BY(users.di))),
		FROM(users)));
#endif
}
