/* subquery-columns: string_agg_order */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(STRING_AGG(users.username, ", ", ORDER_BY(IN(users.id, SUBQUERY(SELECT(products.id), FROM(products)))))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		SELECT(STRING_AGG(users.username, ", ", ORDER_BY(IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products)))))),
		FROM(users)));
#endif
}
