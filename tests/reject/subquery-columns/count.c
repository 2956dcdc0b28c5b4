/* subquery-columns: count */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(IN(users.id, SUBQUERY(SELECT(products.id), FROM(products))))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		SELECT(COUNT(IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products))))),
		FROM(users)));
#endif
}
