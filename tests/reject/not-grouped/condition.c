/* not-grouped: condition; second enforcer only: a condition has no columns */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(GT(MAX(users.age), 3)),
		FROM(users),
		GROUP_BY(users.username)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(GT(users.age, 3)),
		FROM(users),
		GROUP_BY(users.username)));
#endif
}
