/* not-text: join_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)), EQ(LOWER(users.username), "x"))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: LOWER(users.age): ... */
		JOIN(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)), EQ(LOWER(users.age), "x"))));
#endif
}
