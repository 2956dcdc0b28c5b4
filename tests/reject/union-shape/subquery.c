/* union-shape: subquery */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id, SUBQUERY(SELECT(posts.id), FROM(posts), UNION(SELECT(likes.post_id), FROM(likes)))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: UNION(SELECT(likes.remark), FROM(likes)): ... */
		SELECT(users.id, SUBQUERY(SELECT(posts.id), FROM(posts), UNION(SELECT(likes.remark), FROM(likes)))),
		FROM(users)));
#endif
}
