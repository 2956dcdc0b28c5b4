/* aggregate-in-where: subquery */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id, SUBQUERY(SELECT(users.id), FROM(users), WHERE(GT(users.age, 3)))),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: WHERE(GT(MAX(users.age), 3)): ... */
		SELECT(posts.id, SUBQUERY(SELECT(users.id), FROM(users), WHERE(GT(MAX(users.age), 3)))),
		FROM(posts)));
#endif
}
