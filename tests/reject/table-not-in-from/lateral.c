/* table-not-in-from: lateral */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(users),
		JOIN(LATERAL(totals, SELECT(posts.author_id, posts.id), FROM(posts), WHERE(EQ(posts.author_id, users.id))), users.is_active)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(users),
		/* reject: LATERAL(totals, SELECT(posts.author_id, posts.id), FROM(posts), WHERE(EQ(posts.author_id, likes.user_id))): ... */
		JOIN(LATERAL(totals, SELECT(posts.author_id, posts.id), FROM(posts), WHERE(EQ(posts.author_id, likes.user_id))), users.is_active)));
#endif
}
