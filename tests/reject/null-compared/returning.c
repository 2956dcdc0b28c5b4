/* null-compared: returning */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		ALL_ROWS,
		RETURNING(NE(users.username, "x"))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		ALL_ROWS,
		RETURNING(NE(users.username, NULL)))); /* reject: NE(users.username, NULL): ... */
#endif
}
