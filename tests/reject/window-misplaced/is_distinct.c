/* window-misplaced: is_distinct */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IS_DISTINCT(GT(users.age, 3), NULL))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: OVER(RANK(), ORDER_BY(users.id)): ... */
		WHERE(IS_DISTINCT(GT(OVER(RANK(), ORDER_BY(users.id)), 3), NULL))));
#endif
}
