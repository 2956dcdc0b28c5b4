/* aggregate-of-aggregate: subquery */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id, SUBQUERY(SELECT(SUM(users.id)), FROM(users))),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUM(COUNT(users.id)): ... */
		SELECT(posts.id, SUBQUERY(SELECT(SUM(COUNT(users.id))), FROM(users))),
		FROM(posts)));
#endif
}
