/* null-compared: set_when */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3), WHEN(newest, SET(is_active, NE(users.username, "x")))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: NE(users.username, NULL): ... */
		UPDATE(users, SET(age, 3), WHEN(newest, SET(is_active, NE(users.username, NULL)))),
		ALL_ROWS));
#endif
}
