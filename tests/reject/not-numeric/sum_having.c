/* not-numeric: sum_having */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.role),
		FROM(users),
		GROUP_BY(users.role),
		HAVING(GT(SUM(users.age), 3))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.role),
		FROM(users),
		GROUP_BY(users.role),
		HAVING(GT(SUM(users.username), 3)))); /* reject: SUM(users.username): ... */
#endif
}
