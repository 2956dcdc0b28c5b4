/* having-without-group: in_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		WHERE(IN(posts.id, SUBQUERY(SELECT(users.id), FROM(users), WHERE(GT(users.age, 3)))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: SUBQUERY(SELECT(users.id), FROM(users), HAVING(GT(users.age, 3))): ... */
		WHERE(IN(posts.id, SUBQUERY(SELECT(users.id), FROM(users), HAVING(GT(users.age, 3)))))));
#endif
}
