/* window-misplaced: row */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(ROW(users.id, GT(users.age, 3)), ROW(3, true)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: OVER(RANK(), ORDER_BY(users.id)): ... */
		WHERE(EQ(ROW(users.id, GT(OVER(RANK(), ORDER_BY(users.id)), 3)), ROW(3, true)))));
#endif
}
