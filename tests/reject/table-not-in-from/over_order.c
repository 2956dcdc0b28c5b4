/* table-not-in-from: over_order */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(ROW_NUMBER(), ORDER_BY(GT(users.age, 3)))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : SELECT: ... */
		SELECT(OVER(ROW_NUMBER(), ORDER_BY(GT(products.id, 3)))),
		FROM(users)));
#endif
}
