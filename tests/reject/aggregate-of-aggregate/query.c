/* aggregate-of-aggregate: query */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		FROM(QUERY(totals, SELECT(COUNT_ROWS(), COALESCE(SUM(users.id), 0)), FROM(users)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(totals.number),
		/* reject: SUM(COUNT(users.id)): ... */
		FROM(QUERY(totals, SELECT(COUNT_ROWS(), COALESCE(SUM(COUNT(users.id)), 0)), FROM(users)))));
#endif
}
