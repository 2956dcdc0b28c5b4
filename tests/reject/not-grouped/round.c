/* not-grouped: round */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(ROUND(LENGTH(users.username))),
		FROM(users),
		GROUP_BY(users.username)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(ROUND(users.age)),
		FROM(users),
		GROUP_BY(users.username))); /* reject: SELECT, item 1: ... */
#endif
}
