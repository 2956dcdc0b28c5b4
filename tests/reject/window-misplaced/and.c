/* window-misplaced: and */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(AND(users.is_active, GT(users.age, 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: OVER(RANK(), ORDER_BY(users.id)): ... */
		WHERE(AND(users.is_active, GT(OVER(RANK(), ORDER_BY(users.id)), 3)))));
#endif
}
