/* not-numeric: set_when */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3), WHEN(newest, SET(is_active, GT(ADD(users.age, 1), 3)))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: ADD(users.username, 1): ... */
		UPDATE(users, SET(age, 3), WHEN(newest, SET(is_active, GT(ADD(users.username, 1), 3)))),
		ALL_ROWS));
#endif
}
