/* aggregate-of-aggregate: select */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(SUM(users.age)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(SUM(COUNT(users.id))), /* reject: SUM(COUNT(users.id)): ... */
		FROM(users)));
#endif
}
