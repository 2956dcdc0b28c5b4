/* null-compared: over_filter */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(FILTER(COUNT(users.id), NE(users.username, "x")), PARTITION_BY(users.age))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: NE(users.username, NULL): ... */
		SELECT(OVER(FILTER(COUNT(users.id), NE(users.username, NULL)), PARTITION_BY(users.age))),
		FROM(users)));
#endif
}
