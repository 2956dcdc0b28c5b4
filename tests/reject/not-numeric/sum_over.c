/* not-numeric: sum_over */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(SUM(users.age), PARTITION_BY(users.role))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(SUM(users.username), PARTITION_BY(users.role))), /* reject: SUM(users.username): ... */
		FROM(users)));
#endif
}
