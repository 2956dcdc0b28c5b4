/* operand-count: over */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(SUM(users.age), PARTITION_BY(users.role), ORDER_BY(users.id), ROWS_BETWEEN(CURRENT_ROW, UNBOUNDED_FOLLOWING))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: OVER(SUM(users.age), PARTITION_BY(users.role), ORDER_BY(users.id), ROWS_BETWEEN(CURRENT_ROW, UNBOUNDED_FOLLOWING), users.id): takes a function, then PARTITION_BY, ORDER_BY and a frame */
		SELECT(OVER(SUM(users.age), PARTITION_BY(users.role), ORDER_BY(users.id), ROWS_BETWEEN(CURRENT_ROW, UNBOUNDED_FOLLOWING), users.id)),
		FROM(users)));
#endif
}
