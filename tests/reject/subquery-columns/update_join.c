/* subquery-columns: update_join */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(posts, SET(title, "x")),
		FROM(likes),
		JOIN(users, IN(users.id, SUBQUERY(SELECT(products.id), FROM(products)))),
		WHERE(EQ(posts.id, likes.post_id))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(posts, SET(title, "x")),
		FROM(likes),
		/* reject: SUBQUERY(SELECT(products.id, products.code), FROM(products)): ... */
		JOIN(users, IN(users.id, SUBQUERY(SELECT(products.id, products.code), FROM(products)))),
		WHERE(EQ(posts.id, likes.post_id))));
#endif
}
