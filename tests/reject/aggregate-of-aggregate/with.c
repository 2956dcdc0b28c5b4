/* aggregate-of-aggregate: with */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		WITH(totals, SELECT(COUNT_ROWS(), COALESCE(SUM(users.id), 0)), FROM(users)),
		SELECT(totals.number),
		FROM(totals)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUM(COUNT(users.id)): ... */
		WITH(totals, SELECT(COUNT_ROWS(), COALESCE(SUM(COUNT(users.id)), 0)), FROM(users)),
		SELECT(totals.number),
		FROM(totals)));
#endif
}
