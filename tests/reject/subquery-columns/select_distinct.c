/* subquery-columns: select_distinct */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(IN(users.id, SUBQUERY(SELECT(products.id), FROM(products)))),
		DISTINCT,
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		SELECT(IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products)))),
		DISTINCT,
		FROM(users)));
#endif
}
