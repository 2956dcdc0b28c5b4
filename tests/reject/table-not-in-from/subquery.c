/* table-not-in-from: subquery */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id, SUBQUERY(SELECT(users.id), FROM(users), WHERE(GT(users.age, 3)))),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : SELECT: ... */
		SELECT(posts.id, SUBQUERY(SELECT(users.id), FROM(users), WHERE(GT(products.id, 3)))),
		FROM(posts)));
#endif
}
