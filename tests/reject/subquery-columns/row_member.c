/* subquery-columns: row_member */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(ROW(users.id, SUBQUERY(SELECT(posts.id), FROM(posts))), ROW(3, 4)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: SUBQUERY(SELECT(posts.id, posts.author_id), FROM(posts)): ... */
		WHERE(EQ(ROW(users.id, SUBQUERY(SELECT(posts.id, posts.author_id), FROM(posts))), ROW(3, 4)))));
#endif
}
