/* frame-bounds: range */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(SUM(users.age), ORDER_BY(users.id), RANGE_BETWEEN(UNBOUNDED_PRECEDING, FOLLOWING(3)))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: RANGE_BETWEEN(UNBOUNDED_FOLLOWING, UNBOUNDED_FOLLOWING): ... */
		SELECT(OVER(SUM(users.age), ORDER_BY(users.id), RANGE_BETWEEN(UNBOUNDED_FOLLOWING, UNBOUNDED_FOLLOWING))),
		FROM(users)));
#endif
}
