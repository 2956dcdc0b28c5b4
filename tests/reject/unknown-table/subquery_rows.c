/* unknown-table: subquery_rows */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IN(ROW(users.id, 3), SUBQUERY_ROWS(SELECT(posts.id, posts.author_id), FROM(posts))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: psots */
		WHERE(IN(ROW(users.id, 3), SUBQUERY_ROWS(SELECT(posts.id, posts.author_id), FROM(psots))))));
#endif
}
