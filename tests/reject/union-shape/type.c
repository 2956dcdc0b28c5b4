/* union-shape: type */
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
		INTERSECT(SELECT(posts.title), FROM(posts)))); /* reject: INTERSECT(SELECT(posts.title), FROM(posts)): ... */
#endif
}
