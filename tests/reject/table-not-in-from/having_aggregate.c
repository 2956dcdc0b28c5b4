/* table-not-in-from: having_aggregate */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		GROUP_BY(users.id),
		HAVING(GT(COUNT(users.id), 3))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		GROUP_BY(users.id),
		HAVING(GT(COUNT(posts.id), 3)))); /* reject: HAVING(GT(COUNT(posts.id), 3)): ... */
#endif
}
