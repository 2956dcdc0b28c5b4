/* target-lacks: following; compiler only: a program without CQ_TARGETS is for every database */
#define CQ_TARGETS CQ_MARIADB | CQ_POSTGRESQL
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(SUM(users.age), ORDER_BY(users.id), RANGE_BETWEEN(UNBOUNDED_PRECEDING, CURRENT_ROW))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: RANGE_BETWEEN(CURRENT_ROW, FOLLOWING(3)): ... */
		SELECT(OVER(SUM(users.age), ORDER_BY(users.id), RANGE_BETWEEN(CURRENT_ROW, FOLLOWING(3)))),
		FROM(users)));
#endif
}
