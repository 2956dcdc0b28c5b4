/* not-text: having */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.username),
		FROM(users),
		GROUP_BY(users.username),
		HAVING(GT(LENGTH(users.username), 3))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.username),
		FROM(users),
		GROUP_BY(users.username),
		HAVING(GT(LENGTH(COUNT(users.id)), 3)))); /* reject: LENGTH(COUNT(users.id)): ... */
#endif
}
