/* not-numeric: distinct_on */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		DISTINCT_ON(GT(ADD(users.age, 1), 3)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		DISTINCT_ON(GT(ADD(users.username, 1), 3)), /* reject: ADD(users.username, 1): ... */
		FROM(users)));
#endif
}
