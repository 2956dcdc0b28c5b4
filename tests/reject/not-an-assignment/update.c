/* not-an-assignment: update */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, EQ(users.age, 3)), /* reject: UPDATE(users, EQ(users.age, 3)): ... */
		ALL_ROWS));
#endif
}
