/* over-not-a-function: twice */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(SUM(users.age), PARTITION_BY(users.role, users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: OVER(SUM(users.age), PARTITION_BY(users.role), PARTITION_BY(users.id)): ... */
		SELECT(OVER(SUM(users.age), PARTITION_BY(users.role), PARTITION_BY(users.id))),
		FROM(users)));
#endif
}
