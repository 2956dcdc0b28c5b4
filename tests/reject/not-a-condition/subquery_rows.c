/* not-a-condition: subquery_rows */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		WHERE(IN(ROW(posts.author_id, 3), SUBQUERY_ROWS(SELECT(users.id, users.age), FROM(users), WHERE(users.is_active))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: WHERE(users.age): ... */
		WHERE(IN(ROW(posts.author_id, 3), SUBQUERY_ROWS(SELECT(users.id, users.age), FROM(users), WHERE(users.age))))));
#endif
}
