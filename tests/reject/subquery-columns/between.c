/* subquery-columns: between */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(BETWEEN(users.id, 1, SUBQUERY(SELECT(posts.id), FROM(posts))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: SUBQUERY(SELECT(posts.id, posts.author_id), FROM(posts)): ... */
		WHERE(BETWEEN(users.id, 1, SUBQUERY(SELECT(posts.id, posts.author_id), FROM(posts))))));
#endif
}
