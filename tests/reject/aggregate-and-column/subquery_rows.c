/* aggregate-and-column: subquery_rows */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		WHERE(IN(ROW(posts.title, posts.id), SUBQUERY_ROWS(SELECT(MAX(users.username), COUNT(users.id)), FROM(users))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: SUBQUERY_ROWS(SELECT(users.username, COUNT(users.id)), FROM(users)): ... */
		WHERE(IN(ROW(posts.title, posts.id), SUBQUERY_ROWS(SELECT(users.username, COUNT(users.id)), FROM(users))))));
#endif
}
