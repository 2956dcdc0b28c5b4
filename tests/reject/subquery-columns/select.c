/* subquery-columns: select */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id, SUBQUERY(SELECT(posts.id), FROM(posts))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUBQUERY(SELECT(posts.id, posts.author_id), FROM(posts)): ... */
		SELECT(users.id, SUBQUERY(SELECT(posts.id, posts.author_id), FROM(posts))),
		FROM(users)));
#endif
}
