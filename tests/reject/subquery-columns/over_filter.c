/* subquery-columns: over_filter */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(FILTER(COUNT(users.id), IN(users.id, SUBQUERY(SELECT(products.id), FROM(products)))), PARTITION_BY(users.age))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		SELECT(OVER(FILTER(COUNT(users.id), IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products)))), PARTITION_BY(users.age))),
		FROM(users)));
#endif
}
