/* operand-count: frame */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(SUM(users.age), ROWS_BETWEEN(PRECEDING(2), CURRENT_ROW))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: ROWS_BETWEEN(PRECEDING(2)): takes two bounds: UNBOUNDED_PRECEDING, PRECEDING(n), CURRENT_ROW, FOLLOWING(n), UNBOUNDED_FOLLOWING */
		SELECT(OVER(SUM(users.age), ROWS_BETWEEN(PRECEDING(2)))),
		FROM(users)));
#endif
}
