/* subquery-columns: json_agg */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(JSON_AGG(IN(users.id, SUBQUERY(SELECT(products.id), FROM(products))))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		SELECT(JSON_AGG(IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products))))),
		FROM(users)));
#endif
}
