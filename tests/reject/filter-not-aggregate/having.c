/* filter-not-aggregate: having */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(users.id)),
		FROM(users),
		GROUP_BY(users.id),
		HAVING(GT(FILTER(COUNT(users.id), users.is_active), 3))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(users.id)),
		FROM(users),
		GROUP_BY(users.id),
		/* reject: FILTER(users.id, users.is_active): ... */
		HAVING(GT(FILTER(users.id, users.is_active), 3))));
#endif
}
