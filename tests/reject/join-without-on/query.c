/* join-without-on: query; compiler only: such a clause writes nothing */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)), EQ(totals.number, users.id))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: JOIN(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts))): ... */
		JOIN(QUERY(totals, SELECT(posts.author_id, posts.id), FROM(posts)))));
#endif
}
