/* not-text: intersect */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		INTERSECT(SELECT(users.id), FROM(users), WHERE(EQ(LOWER(users.username), "x")))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: LOWER(users.age): ... */
		INTERSECT(SELECT(users.id), FROM(users), WHERE(EQ(LOWER(users.age), "x")))));
#endif
}
