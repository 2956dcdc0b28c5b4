/* type-mismatch: intersect */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		INTERSECT(SELECT(users.id), FROM(users), WHERE(GT(users.age, 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: GT(users.age, "three"): ... */
		INTERSECT(SELECT(users.id), FROM(users), WHERE(GT(users.age, "three")))));
#endif
}
