/* table-not-in-from: with_distinct_on; second enforcer only: behind WITH a clause is not told from the head */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(posts.author_id, posts.id), FROM(posts)),
		SELECT(totals.number),
		DISTINCT_ON(totals.author),
		FROM(totals)));
#else
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(posts.author_id, posts.id), FROM(posts)),
		SELECT(totals.number),
		DISTINCT_ON(users.id),
		FROM(totals)));
#endif
}
