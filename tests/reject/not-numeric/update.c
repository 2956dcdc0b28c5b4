/* not-numeric: update */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		WHERE(GT(ADD(users.age, 1), 3))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		WHERE(GT(ADD(users.username, 1), 3)))); /* reject: ADD(users.username, 1): ... */
#endif
}
