/* not-text: update */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		WHERE(EQ(LOWER(users.username), "x"))));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		WHERE(EQ(LOWER(users.age), "x")))); /* reject: LOWER(users.age): ... */
#endif
}
