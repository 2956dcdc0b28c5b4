/* not-numeric: union_all */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		UNION_ALL(SELECT(users.id), FROM(users), WHERE(GT(ADD(users.age, 1), 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: ADD(users.username, 1): ... */
		UNION_ALL(SELECT(users.id), FROM(users), WHERE(GT(ADD(users.username, 1), 3)))));
#endif
}
