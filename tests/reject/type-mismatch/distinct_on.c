/* type-mismatch: distinct_on */
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
		DISTINCT_ON(GT(users.age, "three")), /* reject: GT(users.age, "three"): ... */
		FROM(users)));
#endif
}
