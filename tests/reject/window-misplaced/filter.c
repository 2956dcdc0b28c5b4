/* window-misplaced: filter */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(FILTER(COUNT(users.id), GT(users.age, 3))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: OVER(RANK(), ORDER_BY(users.id)): ... */
		SELECT(FILTER(COUNT(users.id), GT(OVER(RANK(), ORDER_BY(users.id)), 3))),
		FROM(users)));
#endif
}
