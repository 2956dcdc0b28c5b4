/* not-numeric: sum_union */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(posts.id)),
		FROM(posts),
		UNION(SELECT(SUM(users.age)), FROM(users))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(posts.id)),
		FROM(posts),
		UNION(SELECT(SUM(users.username)), FROM(users)))); /* reject: SUM(users.username): ... */
#endif
}
