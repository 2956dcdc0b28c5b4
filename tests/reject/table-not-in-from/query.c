/* table-not-in-from: query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(users),
		JOIN(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)), EQ(totals.author, users.id))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(users),
		/* reject: QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts), WHERE(EQ(posts.author_id, users.id))): ... */
		JOIN(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts), WHERE(EQ(posts.author_id, users.id))), EQ(totals.author, users.id))));
#endif
}
