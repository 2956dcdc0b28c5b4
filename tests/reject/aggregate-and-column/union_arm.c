/* aggregate-and-column: union_arm */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		UNION(SELECT(COUNT(posts.id)), FROM(posts))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		UNION(SELECT(ADD(COUNT(posts.id), posts.id)), FROM(posts)))); /* reject: UNION(SELECT(ADD(COUNT(posts.id), posts.id)), FROM(posts)): ... */
#endif
}
