/* window-misplaced: partition_by */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(ROW_NUMBER(), PARTITION_BY(GT(users.age, 3)), ORDER_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: OVER(RANK(), ORDER_BY(users.id)): ... */
		SELECT(OVER(ROW_NUMBER(), PARTITION_BY(GT(OVER(RANK(), ORDER_BY(users.id)), 3)), ORDER_BY(users.id))),
		FROM(users)));
#endif
}
