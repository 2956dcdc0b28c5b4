/* empty-values: join_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)), IN(users.id, 3))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: IN(users.id): ... */
		JOIN(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)), IN(users.id))));
#endif
}
