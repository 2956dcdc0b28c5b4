/* over-not-a-function: part */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(SUM(users.age), PARTITION_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: OVER(SUM(users.age), users.id): ... */
		SELECT(OVER(SUM(users.age), users.id)),
		FROM(users)));
#endif
}
