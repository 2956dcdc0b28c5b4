/* type-mismatch: lateral */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		CROSS_JOIN(LATERAL(totals, SELECT(users.id, users.id), FROM(users), WHERE(GT(users.age, 3))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: GT(users.age, "three"): ... */
		CROSS_JOIN(LATERAL(totals, SELECT(users.id, users.id), FROM(users), WHERE(GT(users.age, "three"))))));
#endif
}
