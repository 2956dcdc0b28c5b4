/* window-misplaced: where */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(LT(users.id, 10))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: OVER(ROW_NUMBER(), ORDER_BY(users.id)): ... */
		WHERE(LT(OVER(ROW_NUMBER(), ORDER_BY(users.id)), 10))));
#endif
}
