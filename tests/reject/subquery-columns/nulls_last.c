/* subquery-columns: nulls_last */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(NULLS_LAST(IN(users.id, SUBQUERY(SELECT(products.id), FROM(products)))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		ORDER_BY(NULLS_LAST(IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products)))))));
#endif
}
