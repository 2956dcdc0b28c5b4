/* aggregate-and-column: lateral */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		CROSS_JOIN(LATERAL(totals, SELECT(COALESCE(MAX(users.id), 0), COUNT(users.id)), FROM(users)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: LATERAL(totals, SELECT(users.id, COUNT(users.id)), FROM(users)): ... */
		CROSS_JOIN(LATERAL(totals, SELECT(users.id, COUNT(users.id)), FROM(users)))));
#endif
}
