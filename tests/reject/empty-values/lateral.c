/* empty-values: lateral */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		CROSS_JOIN(LATERAL(totals, SELECT(users.id, users.id), FROM(users), WHERE(IN(users.id, 3))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: IN(users.id): ... */
		CROSS_JOIN(LATERAL(totals, SELECT(users.id, users.id), FROM(users), WHERE(IN(users.id))))));
#endif
}
