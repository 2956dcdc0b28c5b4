/* subquery-columns: with */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(users.id, users.id), FROM(users), WHERE(IN(users.id, SUBQUERY(SELECT(products.id), FROM(products))))),
		SELECT(totals.author),
		FROM(totals)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		WITH(totals, SELECT(users.id, users.id), FROM(users), WHERE(IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products))))),
		SELECT(totals.author),
		FROM(totals)));
#endif
}
