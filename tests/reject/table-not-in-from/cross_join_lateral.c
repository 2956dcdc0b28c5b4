/* table-not-in-from: cross_join_lateral */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		CROSS_JOIN(LATERAL(totals, SELECT(posts.author_id, posts.id), FROM(posts), WHERE(EQ(posts.author_id, users.id))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: LATERAL(totals, SELECT(posts.author_id, posts.id), FROM(posts), WHERE(EQ(posts.author_id, products.id))): ... */
		CROSS_JOIN(LATERAL(totals, SELECT(posts.author_id, posts.id), FROM(posts), WHERE(EQ(posts.author_id, products.id))))));
#endif
}
