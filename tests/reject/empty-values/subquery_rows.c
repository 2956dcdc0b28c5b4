/* empty-values: subquery_rows */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		WHERE(IN(ROW(posts.author_id, 3), SUBQUERY_ROWS(SELECT(users.id, users.age), FROM(users), WHERE(IN(users.id, 3)))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: IN(users.id): ... */
		WHERE(IN(ROW(posts.author_id, 3), SUBQUERY_ROWS(SELECT(users.id, users.age), FROM(users), WHERE(IN(users.id)))))));
#endif
}
