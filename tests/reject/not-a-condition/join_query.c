/* not-a-condition: join_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)), users.is_active)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: JOIN(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)), users.age): ... */
		JOIN(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)), users.age)));
#endif
}
