/* union-shape: expression */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CAST(users.age, TEXT)),
		FROM(users),
		UNION(SELECT(posts.title), FROM(posts))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(CAST(users.age, TEXT)),
		FROM(users),
		/* reject: UNION(SELECT(LENGTH(posts.title)), FROM(posts)): ... */
		UNION(SELECT(LENGTH(posts.title)), FROM(posts))));
#endif
}
