/* union-shape: in_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IN(users.id, SUBQUERY(SELECT(posts.id), FROM(posts), EXCEPT(SELECT(likes.post_id), FROM(likes)))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: EXCEPT(SELECT(likes.remark), FROM(likes)): ... */
		WHERE(IN(users.id, SUBQUERY(SELECT(posts.id), FROM(posts), EXCEPT(SELECT(likes.remark), FROM(likes)))))));
#endif
}
