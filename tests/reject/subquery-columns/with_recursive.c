/* subquery-columns: with_recursive */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH_RECURSIVE(totals, SELECT(users.id, users.id), FROM(users), WHERE(IN(users.id, SUBQUERY(SELECT(products.id), FROM(products)))), UNION(SELECT(totals.author, totals.number), FROM(totals))),
		SELECT(totals.author),
		FROM(totals)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		WITH_RECURSIVE(totals, SELECT(users.id, users.id), FROM(users), WHERE(IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products)))), UNION(SELECT(totals.author, totals.number), FROM(totals))),
		SELECT(totals.author),
		FROM(totals)));
#endif
}
