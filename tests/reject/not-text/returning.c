/* not-text: returning */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		ALL_ROWS,
		RETURNING(EQ(LOWER(users.username), "x"))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		ALL_ROWS,
		RETURNING(EQ(LOWER(users.age), "x")))); /* reject: LOWER(users.age): ... */
#endif
}
