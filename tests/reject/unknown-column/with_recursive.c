/* unknown-column: with_recursive */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH_RECURSIVE(totals, SELECT(users.id, users.id), FROM(users), WHERE(GT(users.age, 3)), UNION(SELECT(totals.author, totals.number), FROM(totals))),
		SELECT(totals.author),
		FROM(totals)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: aeg */
		WITH_RECURSIVE(totals, SELECT(users.id, users.id), FROM(users), WHERE(GT(users.aeg, 3)), UNION(SELECT(totals.author, totals.number), FROM(totals))),
		SELECT(totals.author),
		FROM(totals)));
#endif
}
