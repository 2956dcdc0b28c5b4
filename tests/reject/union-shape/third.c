/* union-shape: third */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		UNION(SELECT(posts.id), FROM(posts)),
		UNION(SELECT(likes.post_id), FROM(likes))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		UNION(SELECT(posts.id), FROM(posts)),
		UNION(SELECT(likes.remark), FROM(likes)))); /* reject: UNION(SELECT(likes.remark), FROM(likes)): ... */
#endif
}
