/* table-not-in-from: except */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		EXCEPT(SELECT(users.id), FROM(users), WHERE(GT(users.age, 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: EXCEPT(SELECT(users.id), FROM(users), WHERE(GT(products.id, 3))): ... */
		EXCEPT(SELECT(users.id), FROM(users), WHERE(GT(products.id, 3)))));
#endif
}
