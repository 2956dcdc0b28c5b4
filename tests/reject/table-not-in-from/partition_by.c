/* table-not-in-from: partition_by */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(ROW_NUMBER(), PARTITION_BY(GT(users.age, 3)), ORDER_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : SELECT: ... */
		SELECT(OVER(ROW_NUMBER(), PARTITION_BY(GT(products.id, 3)), ORDER_BY(users.id))),
		FROM(users)));
#endif
}
