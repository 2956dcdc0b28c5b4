/* not-numeric: over_filter */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(FILTER(COUNT(users.id), GT(ADD(users.age, 1), 3)), PARTITION_BY(users.age))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: ADD(users.username, 1): ... */
		SELECT(OVER(FILTER(COUNT(users.id), GT(ADD(users.username, 1), 3)), PARTITION_BY(users.age))),
		FROM(users)));
#endif
}
