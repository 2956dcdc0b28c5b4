/* like-not-text: join_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)), LIKE(users.username, "4%"))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: LIKE(users.age, "4%"): ... */
		JOIN(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)), LIKE(users.age, "4%"))));
#endif
}
