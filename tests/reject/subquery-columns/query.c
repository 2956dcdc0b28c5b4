/* subquery-columns: query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(QUERY(totals, SELECT(users.id, users.id), FROM(users), WHERE(IN(users.id, SUBQUERY(SELECT(products.id), FROM(products))))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		FROM(QUERY(totals, SELECT(users.id, users.id), FROM(users), WHERE(IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products))))))));
#endif
}
