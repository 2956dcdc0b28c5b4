/* not-numeric: join_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)), GT(ADD(users.age, 1), 3))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: ADD(users.username, 1): ... */
		JOIN(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)), GT(ADD(users.username, 1), 3))));
#endif
}
