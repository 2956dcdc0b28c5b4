/* not-grouped: case */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(GT(COUNT(users.id), 3), users.username), ELSE("none"))),
		FROM(users),
		GROUP_BY(users.username)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(GT(COUNT(users.id), 3), users.bio), ELSE("none"))),
		FROM(users),
		GROUP_BY(users.username))); /* reject: SELECT, item 1: ... */
#endif
}
