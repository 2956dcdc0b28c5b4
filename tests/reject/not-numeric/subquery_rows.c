/* not-numeric: subquery_rows */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		WHERE(IN(ROW(posts.author_id, 3), SUBQUERY_ROWS(SELECT(users.id, users.age), FROM(users), WHERE(GT(ADD(users.age, 1), 3)))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: ADD(users.username, 1): ... */
		WHERE(IN(ROW(posts.author_id, 3), SUBQUERY_ROWS(SELECT(users.id, users.age), FROM(users), WHERE(GT(ADD(users.username, 1), 3)))))));
#endif
}
