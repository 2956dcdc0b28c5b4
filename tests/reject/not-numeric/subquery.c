/* not-numeric: subquery */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id, SUBQUERY(SELECT(users.id), FROM(users), WHERE(GT(ADD(users.age, 1), 3)))),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: ADD(users.username, 1): ... */
		SELECT(posts.id, SUBQUERY(SELECT(users.id), FROM(users), WHERE(GT(ADD(users.username, 1), 3)))),
		FROM(posts)));
#endif
}
