/* not-numeric: sum_subquery */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id, SUBQUERY(SELECT(SUM(users.age)), FROM(users))),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUM(users.username): ... */
		SELECT(posts.id, SUBQUERY(SELECT(SUM(users.username)), FROM(users))),
		FROM(posts)));
#endif
}
