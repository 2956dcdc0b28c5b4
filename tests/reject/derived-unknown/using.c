/* derived-unknown: using; second enforcer only: which WITHs stand around a query is seen when all of it is there */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(posts.author_id, posts.id), FROM(posts)),
		DELETE_FROM(users),
		USING(totals),
		WHERE(EQ(users.id, totals.author))));
#else
	return cq_execute(db, NULL, SQL(
		DELETE_FROM(users),
		USING(totals),
		WHERE(EQ(users.id, totals.author))));
#endif
}
