/* target-lacks: preceding; compiler only: a program without CQ_TARGETS is for every database */
#define CQ_TARGETS CQ_MARIADB | CQ_POSTGRESQL
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(SUM(users.age), ORDER_BY(users.id), ROWS_BETWEEN(UNBOUNDED_PRECEDING, CURRENT_ROW))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: ROWS_BETWEEN(PRECEDING(3), CURRENT_ROW): ... */
		SELECT(OVER(SUM(users.age), ORDER_BY(users.id), ROWS_BETWEEN(PRECEDING(3), CURRENT_ROW))),
		FROM(users)));
#endif
}
