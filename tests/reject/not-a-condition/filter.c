/* not-a-condition: filter */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(FILTER(SUM(users.age), users.is_active)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: FILTER(SUM(users.age), users.id): ... */
		SELECT(FILTER(SUM(users.age), users.id)),
		FROM(users)));
#endif
}
