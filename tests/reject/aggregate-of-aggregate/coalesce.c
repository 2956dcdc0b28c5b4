/* aggregate-of-aggregate: coalesce */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COALESCE(SUM(users.id), 0)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COALESCE(SUM(COUNT(users.id)), 0)), /* reject: SUM(COUNT(users.id)): ... */
		FROM(users)));
#endif
}
