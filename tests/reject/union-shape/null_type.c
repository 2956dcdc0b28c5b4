/* union-shape: null_type */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id, users.bio),
		FROM(users),
		UNION(SELECT(posts.id, NULL_TEXT), FROM(posts))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id, users.bio),
		FROM(users),
		/* reject: UNION(SELECT(posts.id, NULL_OF(DATE)), FROM(posts)): ... */
		UNION(SELECT(posts.id, NULL_OF(DATE)), FROM(posts))));
#endif
}
