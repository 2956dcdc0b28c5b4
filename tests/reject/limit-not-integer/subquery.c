/* limit-not-integer: subquery */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id, SUBQUERY(SELECT(users.id), FROM(users), LIMIT(1))),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: LIMIT(posts.id): ... */
		SELECT(posts.id, SUBQUERY(SELECT(users.id), FROM(users), LIMIT(posts.id))),
		FROM(posts)));
#endif
}
