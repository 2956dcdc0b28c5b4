/* not-grouped: having; second enforcer only: a condition has no columns */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.username, COUNT(users.id)),
		FROM(users),
		GROUP_BY(users.username),
		HAVING(GT(MAX(users.age), 3))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.username, COUNT(users.id)),
		FROM(users),
		GROUP_BY(users.username),
		HAVING(GT(users.age, 3))));
#endif
}
