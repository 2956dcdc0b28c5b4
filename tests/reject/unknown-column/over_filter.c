/* unknown-column: over_filter */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(FILTER(COUNT(users.id), GT(users.age, 3)), PARTITION_BY(users.age))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(FILTER(COUNT(users.id), GT(users.aeg, 3)), PARTITION_BY(users.age))), /* reject: aeg */
		FROM(users)));
#endif
}
