/* subquery-columns: full_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		FULL_JOIN(users, IN(users.id, SUBQUERY(SELECT(products.id), FROM(products))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		FULL_JOIN(users, IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products))))));
#endif
}
