/* not-numeric: collect */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COLLECT(Member, FROM(users), WHERE(GT(ADD(users.age, 1), 3)))),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: ADD(users.username, 1): ... */
		SELECT(COLLECT(Member, FROM(users), WHERE(GT(ADD(users.username, 1), 3)))),
		FROM(posts)));
#endif
}
