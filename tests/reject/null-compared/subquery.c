/* null-compared: subquery */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(posts.id, SUBQUERY(SELECT(users.id), FROM(users), WHERE(NE(users.username, "x")))),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: NE(users.username, NULL): ... */
		SELECT(posts.id, SUBQUERY(SELECT(users.id), FROM(users), WHERE(NE(users.username, NULL)))),
		FROM(posts)));
#endif
}
