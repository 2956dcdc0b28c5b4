/* not-grouped: subquery */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IN(users.id, SUBQUERY(SELECT(posts.author_id), FROM(posts), GROUP_BY(posts.author_id))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: SELECT, item 1: ... */
		WHERE(IN(users.id, SUBQUERY(SELECT(posts.author_id), FROM(posts), GROUP_BY(posts.title))))));
#endif
}
