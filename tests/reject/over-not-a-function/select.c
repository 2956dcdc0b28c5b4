/* over-not-a-function: select */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(SUM(users.age), PARTITION_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: OVER(users.age, PARTITION_BY(users.id)): ... */
		SELECT(OVER(users.age, PARTITION_BY(users.id))),
		FROM(users)));
#endif
}
