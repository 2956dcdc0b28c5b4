/* join-without-on: lateral; compiler only: such a clause writes nothing */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		LEFT_JOIN(LATERAL(totals, SELECT(posts.author_id, posts.id), FROM(posts)), EQ(totals.number, users.id))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: LEFT_JOIN(LATERAL(totals, SELECT(posts.author_id, posts.id), FROM(posts))): ... */
		LEFT_JOIN(LATERAL(totals, SELECT(posts.author_id, posts.id), FROM(posts)))));
#endif
}
