/* like-not-text: with */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(users.id, users.id), FROM(users), WHERE(LIKE(users.username, "4%"))),
		SELECT(totals.author),
		FROM(totals)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: LIKE(users.age, "4%"): ... */
		WITH(totals, SELECT(users.id, users.id), FROM(users), WHERE(LIKE(users.age, "4%"))),
		SELECT(totals.author),
		FROM(totals)));
#endif
}
