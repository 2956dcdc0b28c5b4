/* like-not-text: returning */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		ALL_ROWS,
		RETURNING(LIKE(users.username, "4%"))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		ALL_ROWS,
		RETURNING(LIKE(users.age, "4%")))); /* reject: LIKE(users.age, "4%"): ... */
#endif
}
