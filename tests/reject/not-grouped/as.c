/* not-grouped: as */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(AS(users.username, label)),
		FROM(users),
		GROUP_BY(users.username)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(AS(users.bio, label)),
		FROM(users),
		GROUP_BY(users.username))); /* reject: SELECT, item 1: ... */
#endif
}
