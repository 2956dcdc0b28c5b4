/* null-compared: intersect */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		INTERSECT(SELECT(users.id), FROM(users), WHERE(NE(users.username, "x")))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id),
		FROM(posts),
		/* reject: NE(users.username, NULL): ... */
		INTERSECT(SELECT(users.id), FROM(users), WHERE(NE(users.username, NULL)))));
#endif
}
