/* not-numeric: sum_filter */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(FILTER(SUM(users.age), users.is_active)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(FILTER(SUM(users.username), users.is_active)), /* reject: SUM(users.username): ... */
		FROM(users)));
#endif
}
