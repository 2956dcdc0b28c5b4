/* subquery-columns: raw */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(RAW(BOOLEAN, "? AND ?", IN(users.id, SUBQUERY(SELECT(products.id), FROM(products))), true)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		SELECT(RAW(BOOLEAN, "? AND ?", IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products))), true)),
		FROM(users)));
#endif
}
