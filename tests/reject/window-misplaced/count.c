/* window-misplaced: count */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(GT(users.age, 3))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(GT(OVER(RANK(), ORDER_BY(users.id)), 3))), /* reject: OVER(RANK(), ORDER_BY(users.id)): ... */
		FROM(users)));
#endif
}
