/* not-an-expression: partition_by */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(SUM(users.age), PARTITION_BY(users.role))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: PARTITION_BY(DESC(users.role)): ... */
		SELECT(OVER(SUM(users.age), PARTITION_BY(DESC(users.role)))),
		FROM(users)));
#endif
}
