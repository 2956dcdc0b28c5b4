/* derived-unknown: from; second enforcer only: which WITHs stand around a query is seen when all of it is there */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(posts.author_id, posts.id), FROM(posts)),
		SELECT(totals.number),
		FROM(totals)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(totals)));
#endif
}
