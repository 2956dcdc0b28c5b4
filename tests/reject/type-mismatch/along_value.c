/* type-mismatch: along_value */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)), EQ(totals.author, users.id))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: EQ(totals.author, users.username): ... */
		JOIN(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)), EQ(totals.author, users.username))));
#endif
}
