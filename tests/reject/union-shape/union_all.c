/* union-shape: union_all */
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
		/* reject: UNION_ALL(SELECT(posts.title), FROM(posts)): ... */
		UNION_ALL(SELECT(posts.title), FROM(posts))));
#endif
}
