/* not-text: with */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(users.id, users.id), FROM(users), WHERE(EQ(LOWER(users.username), "x"))),
		SELECT(totals.author),
		FROM(totals)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: LOWER(users.age): ... */
		WITH(totals, SELECT(users.id, users.id), FROM(users), WHERE(EQ(LOWER(users.age), "x"))),
		SELECT(totals.author),
		FROM(totals)));
#endif
}
