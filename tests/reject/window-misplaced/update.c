/* window-misplaced: update */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		WHERE(GT(users.age, 3))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		WHERE(GT(OVER(RANK(), ORDER_BY(users.id)), 3)))); /* reject: OVER(RANK(), ORDER_BY(users.id)): ... */
#endif
}
