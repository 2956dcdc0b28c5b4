/* union-shape: intersect */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		INTERSECT(SELECT(posts.id), FROM(posts))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: INTERSECT(SELECT(posts.id, posts.title), FROM(posts)): ... */
		INTERSECT(SELECT(posts.id, posts.title), FROM(posts))));
#endif
}
