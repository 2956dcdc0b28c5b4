/* not-grouped: union */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		UNION(SELECT(users.id), FROM(users), GROUP_BY(users.id))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		UNION(SELECT(users.id), FROM(users), GROUP_BY(users.age)))); /* reject: SELECT, item 1: ... */
#endif
}
