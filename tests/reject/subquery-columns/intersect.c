/* subquery-columns: intersect */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		INTERSECT(SELECT(users.id), FROM(users), WHERE(IN(users.id, SUBQUERY(SELECT(products.id), FROM(products)))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		INTERSECT(SELECT(users.id), FROM(users), WHERE(IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products)))))));
#endif
}
