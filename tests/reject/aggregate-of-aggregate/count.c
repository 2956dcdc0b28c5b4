/* aggregate-of-aggregate: count */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(users.age)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(MAX(users.age))), /* reject: COUNT(MAX(users.age)): ... */
		FROM(users)));
#endif
}
