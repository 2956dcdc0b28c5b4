/* table-twice: derived */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(posts.author_id, posts.id), FROM(posts)),
		SELECT(totals.number),
		FROM(totals),
		CROSS_JOIN(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		WITH(totals, SELECT(posts.author_id, posts.id), FROM(posts)),
		SELECT(totals.number),
		FROM(totals),
		CROSS_JOIN(totals)));
#endif
}
