/* subquery-columns: join_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)), IN(users.id, SUBQUERY(SELECT(products.id), FROM(products))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		JOIN(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)), IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products))))));
#endif
}
