/* window-misplaced: not */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(NOT(GT(users.age, 3)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(NOT(GT(OVER(RANK(), ORDER_BY(users.id)), 3))))); /* reject: OVER(RANK(), ORDER_BY(users.id)): ... */
#endif
}
