/* join-without-on: with; compiler only: such a clause writes nothing */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(likes.user_id, likes.post_id), FROM(likes), JOIN(posts, EQ(posts.id, 3))),
		SELECT(totals.number),
		FROM(totals)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: JOIN(posts): ... */
		WITH(totals, SELECT(likes.user_id, likes.post_id), FROM(likes), JOIN(posts)),
		SELECT(totals.number),
		FROM(totals)));
#endif
}
