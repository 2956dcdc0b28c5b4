/* derived-unknown: join; second enforcer only: which WITHs stand around a query is seen when all of it is there */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(posts.author_id, posts.id), FROM(posts)),
		SELECT(users.id),
		FROM(users),
		JOIN(totals, EQ(totals.author, users.id))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		JOIN(totals, EQ(totals.author, users.id))));
#endif
}
