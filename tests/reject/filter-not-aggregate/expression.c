/* filter-not-aggregate: expression */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(FILTER(SUM(users.age), users.is_active)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: FILTER(ADD(SUM(users.age), 1), users.is_active): ... */
		SELECT(FILTER(ADD(SUM(users.age), 1), users.is_active)),
		FROM(users)));
#endif
}
