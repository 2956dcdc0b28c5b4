/* like-not-text: set_when */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3), WHEN(newest, SET(is_active, LIKE(users.username, "4%")))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: LIKE(users.age, "4%"): ... */
		UPDATE(users, SET(age, 3), WHEN(newest, SET(is_active, LIKE(users.age, "4%")))),
		ALL_ROWS));
#endif
}
