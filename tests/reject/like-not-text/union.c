/* like-not-text: union */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		UNION(SELECT(users.id), FROM(users), WHERE(LIKE(users.username, "4%")))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: LIKE(users.age, "4%"): ... */
		UNION(SELECT(users.id), FROM(users), WHERE(LIKE(users.age, "4%")))));
#endif
}
