/* filter-not-aggregate: window; compiler only */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(FILTER(COUNT_ROWS(), users.is_active))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: FILTER(ROW_NUMBER(), users.is_active): ... */
		SELECT(OVER(FILTER(ROW_NUMBER(), users.is_active))),
		FROM(users)));
#endif
}
