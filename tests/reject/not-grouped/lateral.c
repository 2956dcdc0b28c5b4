/* not-grouped: lateral */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		CROSS_JOIN(LATERAL(totals, SELECT(users.id, COUNT_ROWS()), FROM(users), GROUP_BY(users.id)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: SELECT, item 1: ... */
		CROSS_JOIN(LATERAL(totals, SELECT(users.id, COUNT_ROWS()), FROM(users), GROUP_BY(users.age)))));
#endif
}
