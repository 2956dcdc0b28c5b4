/* union-shape: exists */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EXISTS(SELECT(posts.id), FROM(posts), UNION(SELECT(likes.post_id), FROM(likes))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: UNION(SELECT(likes.remark), FROM(likes)): ... */
		WHERE(EXISTS(SELECT(posts.id), FROM(posts), UNION(SELECT(likes.remark), FROM(likes))))));
#endif
}
