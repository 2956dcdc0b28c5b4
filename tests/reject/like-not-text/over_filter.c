/* like-not-text: over_filter */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(FILTER(COUNT(users.id), LIKE(users.username, "4%")), PARTITION_BY(users.age))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: LIKE(users.age, "4%"): ... */
		SELECT(OVER(FILTER(COUNT(users.id), LIKE(users.age, "4%")), PARTITION_BY(users.age))),
		FROM(users)));
#endif
}
