/* empty-values: over_filter */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(FILTER(COUNT(users.id), IN(users.id, 3)), PARTITION_BY(users.age))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: IN(users.id): ... */
		SELECT(OVER(FILTER(COUNT(users.id), IN(users.id)), PARTITION_BY(users.age))),
		FROM(users)));
#endif
}
