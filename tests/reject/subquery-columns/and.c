/* subquery-columns: and */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(AND(users.is_active, IN(users.id, SUBQUERY(SELECT(products.id), FROM(products)))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		WHERE(AND(users.is_active, IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products)))))));
#endif
}
