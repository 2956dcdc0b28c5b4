/* not-grouped: in_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		WHERE(IN(posts.id, SUBQUERY(SELECT(users.id), FROM(users), GROUP_BY(users.id))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: SELECT, item 1: ... */
		WHERE(IN(posts.id, SUBQUERY(SELECT(users.id), FROM(users), GROUP_BY(users.age))))));
#endif
}
