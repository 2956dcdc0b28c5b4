/* not-a-condition: in_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		WHERE(IN(posts.author_id, SUBQUERY(SELECT(users.id), FROM(users), WHERE(users.is_active))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: WHERE(users.age): ... */
		WHERE(IN(posts.author_id, SUBQUERY(SELECT(users.id), FROM(users), WHERE(users.age))))));
#endif
}
