/* window-misplaced: over_filter */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(FILTER(COUNT(users.id), GT(users.age, 3)), PARTITION_BY(users.age))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: OVER(RANK(), ORDER_BY(users.id)): ... */
		SELECT(OVER(FILTER(COUNT(users.id), GT(OVER(RANK(), ORDER_BY(users.id)), 3)), PARTITION_BY(users.age))),
		FROM(users)));
#endif
}
