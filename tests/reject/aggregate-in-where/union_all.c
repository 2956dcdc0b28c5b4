/* aggregate-in-where: union_all */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		UNION_ALL(SELECT(users.id), FROM(users), WHERE(GT(users.age, 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: WHERE(GT(MAX(users.age), 3)): ... */
		UNION_ALL(SELECT(users.id), FROM(users), WHERE(GT(MAX(users.age), 3)))));
#endif
}
