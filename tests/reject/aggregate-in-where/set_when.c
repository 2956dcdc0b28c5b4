/* aggregate-in-where: set_when */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3), WHEN(newest, SET(is_active, GT(users.age, 3)))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SET(is_active, GT(MAX(users.age), 3)): ... */
		UPDATE(users, SET(age, 3), WHEN(newest, SET(is_active, GT(MAX(users.age), 3)))),
		ALL_ROWS));
#endif
}
