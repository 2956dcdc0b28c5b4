/* unknown-column: in_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		WHERE(IN(posts.author_id, SUBQUERY(SELECT(users.id), FROM(users), WHERE(GT(users.age, 3)))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: aeg */
		WHERE(IN(posts.author_id, SUBQUERY(SELECT(users.id), FROM(users), WHERE(GT(users.aeg, 3)))))));
#endif
}
