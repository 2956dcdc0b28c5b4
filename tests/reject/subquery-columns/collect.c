/* subquery-columns: collect */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COLLECT(Member, FROM(users), WHERE(IN(users.id, SUBQUERY(SELECT(products.id), FROM(products)))))),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		SELECT(COLLECT(Member, FROM(users), WHERE(IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products)))))),
		FROM(posts)));
#endif
}
