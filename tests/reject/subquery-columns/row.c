/* subquery-columns: row */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(ROW(users.id, IN(users.id, SUBQUERY(SELECT(products.id), FROM(products)))), ROW(3, true)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		WHERE(EQ(ROW(users.id, IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products)))), ROW(3, true)))));
#endif
}
