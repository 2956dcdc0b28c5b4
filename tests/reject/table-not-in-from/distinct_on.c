/* table-not-in-from: distinct_on */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		DISTINCT_ON(GT(users.age, 3)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : SELECT: ... */
		SELECT(users.id),
		DISTINCT_ON(GT(products.id, 3)),
		FROM(users)));
#endif
}
