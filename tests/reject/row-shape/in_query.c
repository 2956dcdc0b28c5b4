/* row-shape: in_query; second enforcer only: a comparison sees only that both are rows */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IN(ROW(users.id, users.age), SUBQUERY_ROWS(SELECT(posts.id, posts.author_id), FROM(posts))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IN(ROW(users.id, users.username), SUBQUERY_ROWS(SELECT(posts.id, posts.author_id), FROM(posts))))));
#endif
}
