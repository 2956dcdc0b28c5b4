/* not-text: lateral */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		CROSS_JOIN(LATERAL(totals, SELECT(users.id, users.id), FROM(users), WHERE(EQ(LOWER(users.username), "x"))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: LOWER(users.age): ... */
		CROSS_JOIN(LATERAL(totals, SELECT(users.id, users.id), FROM(users), WHERE(EQ(LOWER(users.age), "x"))))));
#endif
}
