/* subquery-columns: as */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(AS(IN(users.id, SUBQUERY(SELECT(products.id), FROM(products))), flag)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		SELECT(AS(IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products))), flag)),
		FROM(users)));
#endif
}
