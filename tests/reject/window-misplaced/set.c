/* window-misplaced: set */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, ADD(users.age, 1))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: OVER(MAX(users.age)): ... */
		UPDATE(users, SET(age, OVER(MAX(users.age)))),
		ALL_ROWS));
#endif
}
