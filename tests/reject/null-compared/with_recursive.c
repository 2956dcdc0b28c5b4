/* null-compared: with_recursive */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH_RECURSIVE(totals, SELECT(users.id, users.id), FROM(users), WHERE(NE(users.username, "x")), UNION(SELECT(totals.author, totals.number), FROM(totals))),
		SELECT(totals.author),
		FROM(totals)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: NE(users.username, NULL): ... */
		WITH_RECURSIVE(totals, SELECT(users.id, users.id), FROM(users), WHERE(NE(users.username, NULL)), UNION(SELECT(totals.author, totals.number), FROM(totals))),
		SELECT(totals.author),
		FROM(totals)));
#endif
}
