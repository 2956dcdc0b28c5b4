/* not-text: subquery_rows */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		WHERE(IN(ROW(posts.author_id, 3), SUBQUERY_ROWS(SELECT(users.id, users.age), FROM(users), WHERE(EQ(LOWER(users.username), "x")))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: LOWER(users.age): ... */
		WHERE(IN(ROW(posts.author_id, 3), SUBQUERY_ROWS(SELECT(users.id, users.age), FROM(users), WHERE(EQ(LOWER(users.age), "x")))))));
#endif
}
