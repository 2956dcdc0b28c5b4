/* not-grouped: with */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(posts.author_id, posts.id), FROM(posts)),
		SELECT(totals.number, COUNT(totals.author)),
		FROM(totals),
		GROUP_BY(totals.number)));
#else
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(posts.author_id, posts.id), FROM(posts)),
		SELECT(totals.number, COUNT(totals.author)),
		FROM(totals),
		GROUP_BY(totals.author))); /* reject: SELECT, item 1: ... */
#endif
}
