/* not-numeric: having */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.age),
		FROM(users),
		GROUP_BY(users.age),
		HAVING(GT(SUM(users.score), 3))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.age),
		FROM(users),
		GROUP_BY(users.age),
		HAVING(GT(SUM(users.bio), 3)))); /* reject: SUM(users.bio): ... */
#endif
}
