/* table-not-in-from: with_select */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(posts.author_id, posts.id), FROM(posts)),
		SELECT(totals.number),
		FROM(totals)));
#else
	return cq_execute(db, NULL, SQL( /* reject: SELECT: ... */
		WITH(totals, SELECT(posts.author_id, posts.id), FROM(posts)),
		SELECT(posts.id),
		FROM(totals)));
#endif
}
