/* not-grouped: over_order; second enforcer only: orderings of other columns have one type */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(RANK(), ORDER_BY(users.username))),
		FROM(users),
		GROUP_BY(users.username)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(RANK(), ORDER_BY(users.age))),
		FROM(users),
		GROUP_BY(users.username)));
#endif
}
