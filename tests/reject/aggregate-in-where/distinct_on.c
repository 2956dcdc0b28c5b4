/* aggregate-in-where: distinct_on */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		DISTINCT_ON(GT(users.age, 3)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		DISTINCT_ON(GT(MAX(users.age), 3)), /* reject: DISTINCT_ON(GT(MAX(users.age), 3)): ... */
		FROM(users)));
#endif
}
