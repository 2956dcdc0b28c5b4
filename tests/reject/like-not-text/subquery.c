/* like-not-text: subquery */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id, SUBQUERY(SELECT(users.id), FROM(users), WHERE(LIKE(users.username, "4%")))),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: LIKE(users.age, "4%"): ... */
		SELECT(posts.id, SUBQUERY(SELECT(users.id), FROM(users), WHERE(LIKE(users.age, "4%")))),
		FROM(posts)));
#endif
}
