/* subquery-columns: group_by */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(users.id)),
		FROM(users),
		GROUP_BY(IN(users.id, SUBQUERY(SELECT(products.id), FROM(products))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(users.id)),
		FROM(users),
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		GROUP_BY(IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products))))));
#endif
}
