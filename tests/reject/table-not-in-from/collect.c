/* table-not-in-from: collect */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COLLECT(Member, FROM(users), WHERE(GT(users.age, 3)))),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : SELECT: ... */
		SELECT(COLLECT(Member, FROM(users), WHERE(GT(products.id, 3)))),
		FROM(posts)));
#endif
}
