/* table-not-in-from: intersect */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		INTERSECT(SELECT(users.id), FROM(users), WHERE(GT(users.age, 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: INTERSECT(SELECT(users.id), FROM(users), WHERE(GT(products.id, 3))): ... */
		INTERSECT(SELECT(users.id), FROM(users), WHERE(GT(products.id, 3)))));
#endif
}
