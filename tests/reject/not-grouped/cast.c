/* not-grouped: cast */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CAST(LENGTH(users.username), TEXT)),
		FROM(users),
		GROUP_BY(users.username)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(CAST(users.age, TEXT)),
		FROM(users),
		GROUP_BY(users.username))); /* reject: SELECT, item 1: ... */
#endif
}
