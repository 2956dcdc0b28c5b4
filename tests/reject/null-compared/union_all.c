/* null-compared: union_all */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		UNION_ALL(SELECT(users.id), FROM(users), WHERE(NE(users.username, "x")))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: NE(users.username, NULL): ... */
		UNION_ALL(SELECT(users.id), FROM(users), WHERE(NE(users.username, NULL)))));
#endif
}
