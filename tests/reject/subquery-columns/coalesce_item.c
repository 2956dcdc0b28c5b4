/* subquery-columns: coalesce_item */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COALESCE(SUBQUERY(SELECT(posts.id), FROM(posts)), 0)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUBQUERY(SELECT(posts.id, posts.author_id), FROM(posts)): ... */
		SELECT(COALESCE(SUBQUERY(SELECT(posts.id, posts.author_id), FROM(posts)), 0)),
		FROM(users)));
#endif
}
