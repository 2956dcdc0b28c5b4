/* subquery-columns: distinct_on */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		DISTINCT_ON(IN(users.id, SUBQUERY(SELECT(products.id), FROM(products)))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		DISTINCT_ON(IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products)))),
		FROM(users)));
#endif
}
