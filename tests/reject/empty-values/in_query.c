/* empty-values: in_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		WHERE(IN(posts.author_id, SUBQUERY(SELECT(users.id), FROM(users), WHERE(IN(users.id, 3)))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: IN(users.id): ... */
		WHERE(IN(posts.author_id, SUBQUERY(SELECT(users.id), FROM(users), WHERE(IN(users.id)))))));
#endif
}
