/* null-compared: collect */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COLLECT(Member, FROM(users), WHERE(NE(users.username, "x")))),
		FROM(posts)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: NE(users.username, NULL): ... */
		SELECT(COLLECT(Member, FROM(users), WHERE(NE(users.username, NULL)))),
		FROM(posts)));
#endif
}
