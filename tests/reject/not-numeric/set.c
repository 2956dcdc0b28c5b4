/* not-numeric: set */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, MOD(users.age, 2))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, MOD(users.is_active, 2))), /* reject: MOD(users.is_active, 2): ... */
		ALL_ROWS));
#endif
}
