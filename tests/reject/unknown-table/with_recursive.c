/* unknown-table: with_recursive */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH_RECURSIVE(totals, SELECT(posts.author_id, posts.id), FROM(posts), UNION(SELECT(totals.author, totals.number), FROM(totals))),
		SELECT(users.id),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: toals */
		WITH_RECURSIVE(toals, SELECT(posts.author_id, posts.id), FROM(posts), UNION(SELECT(totals.author, totals.number), FROM(totals))),
		SELECT(users.id),
		FROM(users)));
#endif
}
