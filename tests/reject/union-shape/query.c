/* union-shape: query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts), UNION(SELECT(likes.user_id, likes.post_id), FROM(likes))))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		/* reject: UNION(SELECT(likes.user_id), FROM(likes)): ... */
		FROM(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts), UNION(SELECT(likes.user_id), FROM(likes))))));
#endif
}
