/* unknown-column: update */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		WHERE(GT(users.age, 3))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		WHERE(GT(users.aeg, 3)))); /* reject: aeg */
#endif
}
