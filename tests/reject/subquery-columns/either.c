/* subquery-columns: either */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EITHER(newest, IN(users.id, SUBQUERY(SELECT(products.id), FROM(products))), users.is_active))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		WHERE(EITHER(newest, IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products))), users.is_active))));
#endif
}
