/* empty-values: subquery */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id, SUBQUERY(SELECT(users.id), FROM(users), WHERE(IN(users.id, 3)))),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: IN(users.id): ... */
		SELECT(posts.id, SUBQUERY(SELECT(users.id), FROM(users), WHERE(IN(users.id)))),
		FROM(posts)));
#endif
}
