/* not-a-condition: over_filter */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(FILTER(COUNT(users.id), users.is_active), PARTITION_BY(users.age))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: FILTER(COUNT(users.id), users.age): ... */
		SELECT(OVER(FILTER(COUNT(users.id), users.age), PARTITION_BY(users.age))),
		FROM(users)));
#endif
}
