/* not-a-condition: with_recursive */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH_RECURSIVE(totals, SELECT(users.id, users.id), FROM(users), WHERE(users.is_active), UNION(SELECT(totals.author, totals.number), FROM(totals))),
		SELECT(totals.author),
		FROM(totals)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: WHERE(users.age): ... */
		WITH_RECURSIVE(totals, SELECT(users.id, users.id), FROM(users), WHERE(users.age), UNION(SELECT(totals.author, totals.number), FROM(totals))),
		SELECT(totals.author),
		FROM(totals)));
#endif
}
