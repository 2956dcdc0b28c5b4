/* aggregate-of-aggregate: union */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(posts.id)),
		FROM(posts),
		UNION(SELECT(SUM(users.id)), FROM(users))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(posts.id)),
		FROM(posts),
		UNION(SELECT(SUM(COUNT(users.id))), FROM(users)))); /* reject: SUM(COUNT(users.id)): ... */
#endif
}
