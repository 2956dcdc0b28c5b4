/* subquery-columns: cast */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CAST(IN(users.id, SUBQUERY(SELECT(products.id), FROM(products))), INTEGER)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		SELECT(CAST(IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products))), INTEGER)),
		FROM(users)));
#endif
}
