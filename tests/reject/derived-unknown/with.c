/* derived-unknown: with; second enforcer only: which WITHs stand around a query is seen when all of it is there */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH_RECURSIVE(totals, SELECT(posts.author_id, posts.id), FROM(posts), UNION(SELECT(totals.author, totals.number), FROM(totals))),
		SELECT(totals.number),
		FROM(totals)));
#else
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(posts.author_id, posts.id), FROM(posts), UNION(SELECT(totals.author, totals.number), FROM(totals))),
		SELECT(totals.number),
		FROM(totals)));
#endif
}
