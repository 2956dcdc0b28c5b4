/* union-shape: recursive */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH_RECURSIVE(totals, SELECT(posts.author_id, posts.id), FROM(posts), UNION_ALL(SELECT(totals.author, totals.number), FROM(totals), WHERE(LT(totals.number, 3)))),
		SELECT(totals.number),
		FROM(totals)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: UNION_ALL(SELECT(totals.author), FROM(totals), WHERE(LT(totals.number, 3))): ... */
		WITH_RECURSIVE(totals, SELECT(posts.author_id, posts.id), FROM(posts), UNION_ALL(SELECT(totals.author), FROM(totals), WHERE(LT(totals.number, 3)))),
		SELECT(totals.number),
		FROM(totals)));
#endif
}
