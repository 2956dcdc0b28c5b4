/* union-shape: number */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		UNION_ALL(SELECT(posts.id), FROM(posts))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		UNION_ALL(SELECT(posts.id, posts.title), FROM(posts)))); /* reject: UNION_ALL(SELECT(posts.id, posts.title), FROM(posts)): ... */
#endif
}
