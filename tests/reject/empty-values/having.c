/* empty-values: having */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.age),
		FROM(users),
		GROUP_BY(users.age),
		HAVING(IN(COUNT(users.id), 1, 2))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.age),
		FROM(users),
		GROUP_BY(users.age),
		HAVING(IN(COUNT(users.id))))); /* reject: IN(COUNT(users.id)): ... */
#endif
}
