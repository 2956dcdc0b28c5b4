/* field-null: query_outer */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		/* reject: LEFT_JOIN(posts, EQ(posts.author_id, users.id))): ... */
		FROM(QUERY(totals, SELECT(users.id, posts.id), FROM(users), LEFT_JOIN(posts, EQ(posts.author_id, users.id))))));
#endif
}
