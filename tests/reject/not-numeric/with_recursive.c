/* not-numeric: with_recursive */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH_RECURSIVE(totals, SELECT(users.id, users.id), FROM(users), WHERE(GT(ADD(users.age, 1), 3)), UNION(SELECT(totals.author, totals.number), FROM(totals))),
		SELECT(totals.author),
		FROM(totals)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: ADD(users.username, 1): ... */
		WITH_RECURSIVE(totals, SELECT(users.id, users.id), FROM(users), WHERE(GT(ADD(users.username, 1), 3)), UNION(SELECT(totals.author, totals.number), FROM(totals))),
		SELECT(totals.author),
		FROM(totals)));
#endif
}
