/* table-not-in-from: over_lag */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(LAG(GT(users.age, 3)), ORDER_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : SELECT: ... */
		SELECT(OVER(LAG(GT(products.id, 3)), ORDER_BY(users.id))),
		FROM(users)));
#endif
}
