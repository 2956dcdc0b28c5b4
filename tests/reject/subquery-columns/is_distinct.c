/* subquery-columns: is_distinct */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IS_DISTINCT(IN(users.id, SUBQUERY(SELECT(products.id), FROM(products))), NULL))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		WHERE(IS_DISTINCT(IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products))), NULL))));
#endif
}
