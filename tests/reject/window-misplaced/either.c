/* window-misplaced: either */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EITHER(newest, GT(users.age, 3), users.is_active))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: OVER(RANK(), ORDER_BY(users.id)): ... */
		WHERE(EITHER(newest, GT(OVER(RANK(), ORDER_BY(users.id)), 3), users.is_active))));
#endif
}
