/* derived-unknown: subquery; second enforcer only: which WITHs stand around a query is seen when all of it is there */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(posts.author_id, posts.id), FROM(posts)),
		SELECT(users.id, SUBQUERY(SELECT(MAX(totals.number)), FROM(totals))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id, SUBQUERY(SELECT(MAX(totals.number)), FROM(totals))),
		FROM(users)));
#endif
}
