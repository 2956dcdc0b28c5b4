/* subquery-columns: coalesce */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COALESCE(IN(users.id, SUBQUERY(SELECT(products.id), FROM(products))), false)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		SELECT(COALESCE(IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products))), false)),
		FROM(users)));
#endif
}
