/* null-compared: lateral */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		CROSS_JOIN(LATERAL(totals, SELECT(users.id, users.id), FROM(users), WHERE(NE(users.username, "x"))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: NE(users.username, NULL): ... */
		CROSS_JOIN(LATERAL(totals, SELECT(users.id, users.id), FROM(users), WHERE(NE(users.username, NULL))))));
#endif
}
