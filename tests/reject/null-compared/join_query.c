/* null-compared: join_query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)), NE(users.username, "x"))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: NE(users.username, NULL): ... */
		JOIN(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)), NE(users.username, NULL))));
#endif
}
