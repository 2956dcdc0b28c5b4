/* aggregate-of-aggregate: filter */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(FILTER(SUM(users.id), users.is_active)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(FILTER(SUM(COUNT(users.id)), users.is_active)), /* reject: SUM(COUNT(users.id)): ... */
		FROM(users)));
#endif
}
