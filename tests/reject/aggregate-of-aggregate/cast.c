/* aggregate-of-aggregate: cast */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CAST(SUM(users.id), TEXT)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(CAST(SUM(COUNT(users.id)), TEXT)), /* reject: SUM(COUNT(users.id)): ... */
		FROM(users)));
#endif
}
