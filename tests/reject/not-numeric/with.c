/* not-numeric: with */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(users.id, users.id), FROM(users), WHERE(GT(ADD(users.age, 1), 3))),
		SELECT(totals.author),
		FROM(totals)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: ADD(users.username, 1): ... */
		WITH(totals, SELECT(users.id, users.id), FROM(users), WHERE(GT(ADD(users.username, 1), 3))),
		SELECT(totals.author),
		FROM(totals)));
#endif
}
