/* aggregate-in-where: join_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)), GT(users.age, 3))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: JOIN(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)), GT(MAX(users.age), 3)): ... */
		JOIN(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)), GT(MAX(users.age), 3))));
#endif
}
