/* aggregate-of-aggregate: having */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.age),
		FROM(users),
		GROUP_BY(users.age),
		HAVING(GT(MAX(users.id), 3))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.age),
		FROM(users),
		GROUP_BY(users.age),
		HAVING(GT(MAX(COUNT(users.id)), 3)))); /* reject: MAX(COUNT(users.id)): ... */
#endif
}
