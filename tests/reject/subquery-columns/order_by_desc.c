/* subquery-columns: order_by_desc */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(DESC(IN(users.id, SUBQUERY(SELECT(products.id), FROM(products)))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		ORDER_BY(DESC(IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products)))))));
#endif
}
