/* subquery-columns: any_of */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(ANY_OF(i, count, IN(users.id, SUBQUERY(SELECT(products.id), FROM(products)))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		WHERE(ANY_OF(i, count, IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products)))))));
#endif
}
