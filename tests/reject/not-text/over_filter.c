/* not-text: over_filter */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(FILTER(COUNT(users.id), EQ(LOWER(users.username), "x")), PARTITION_BY(users.age))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: LOWER(users.age): ... */
		SELECT(OVER(FILTER(COUNT(users.id), EQ(LOWER(users.age), "x")), PARTITION_BY(users.age))),
		FROM(users)));
#endif
}
