/* not-a-condition: lateral */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		CROSS_JOIN(LATERAL(totals, SELECT(users.id, users.id), FROM(users), WHERE(users.is_active)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: WHERE(users.age): ... */
		CROSS_JOIN(LATERAL(totals, SELECT(users.id, users.id), FROM(users), WHERE(users.age)))));
#endif
}
