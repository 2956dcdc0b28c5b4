/* union-shape: with */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(posts.author_id, posts.id), FROM(posts)),
		SELECT(totals.number),
		FROM(totals),
		UNION(SELECT(posts.id), FROM(posts))));
#else
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(posts.author_id, posts.id), FROM(posts)),
		SELECT(totals.number),
		FROM(totals),
		UNION(SELECT(posts.title), FROM(posts)))); /* reject: UNION(SELECT(posts.title), FROM(posts)): ... */
#endif
}
