/* window-misplaced: subquery_rows */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		WHERE(IN(ROW(posts.author_id, 3), SUBQUERY_ROWS(SELECT(users.id, users.age), FROM(users), WHERE(GT(users.age, 3)))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: OVER(RANK(), ORDER_BY(users.id)): ... */
		WHERE(IN(ROW(posts.author_id, 3), SUBQUERY_ROWS(SELECT(users.id, users.age), FROM(users), WHERE(GT(OVER(RANK(), ORDER_BY(users.id)), 3)))))));
#endif
}
