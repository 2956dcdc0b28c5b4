/* not-numeric: sum_with */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(COUNT_ROWS(), COALESCE(SUM(users.age), 0)), FROM(users)),
		SELECT(totals.number),
		FROM(totals)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUM(users.username): ... */
		WITH(totals, SELECT(COUNT_ROWS(), COALESCE(SUM(users.username), 0)), FROM(users)),
		SELECT(totals.number),
		FROM(totals)));
#endif
}
