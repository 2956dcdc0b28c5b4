/* subquery-columns: partition_by */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(ROW_NUMBER(), PARTITION_BY(IN(users.id, SUBQUERY(SELECT(products.id), FROM(products)))), ORDER_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		SELECT(OVER(ROW_NUMBER(), PARTITION_BY(IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products)))), ORDER_BY(users.id))),
		FROM(users)));
#endif
}
