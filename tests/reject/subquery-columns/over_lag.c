/* subquery-columns: over_lag */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(LAG(IN(users.id, SUBQUERY(SELECT(products.id), FROM(products)))), ORDER_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		SELECT(OVER(LAG(IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products)))), ORDER_BY(users.id))),
		FROM(users)));
#endif
}
