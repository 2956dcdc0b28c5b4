/* null-compared: with */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(users.id, users.id), FROM(users), WHERE(NE(users.username, "x"))),
		SELECT(totals.author),
		FROM(totals)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: NE(users.username, NULL): ... */
		WITH(totals, SELECT(users.id, users.id), FROM(users), WHERE(NE(users.username, NULL))),
		SELECT(totals.author),
		FROM(totals)));
#endif
}
