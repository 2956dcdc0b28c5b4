/* not-text: union_all */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		UNION_ALL(SELECT(users.id), FROM(users), WHERE(EQ(LOWER(users.username), "x")))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: LOWER(users.age): ... */
		UNION_ALL(SELECT(users.id), FROM(users), WHERE(EQ(LOWER(users.age), "x")))));
#endif
}
