/* not-text: set_when */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3), WHEN(newest, SET(is_active, EQ(LOWER(users.username), "x")))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: LOWER(users.age): ... */
		UPDATE(users, SET(age, 3), WHEN(newest, SET(is_active, EQ(LOWER(users.age), "x")))),
		ALL_ROWS));
#endif
}
