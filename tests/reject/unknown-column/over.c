/* unknown-column: over */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(SUM(users.age), PARTITION_BY(users.role))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: aeg */
		SELECT(OVER(SUM(users.aeg), PARTITION_BY(users.role))),
		FROM(users)));
#endif
}
