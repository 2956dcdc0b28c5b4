/* unknown-column: set_when */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3), WHEN(newest, SET(is_active, GT(users.age, 3)))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3), WHEN(newest, SET(is_active, GT(users.aeg, 3)))), /* reject: aeg */
		ALL_ROWS));
#endif
}
