/* null-into-not-null: nullif */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, COALESCE(NULLIF(users.age, 3), 0))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, NULLIF(users.age, 3))), /* reject: SET(age, NULLIF(users.age, 3)): ... */
		ALL_ROWS));
#endif
}
