/* empty-values: set_when */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3), WHEN(newest, SET(is_active, IN(users.id, 3)))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3), WHEN(newest, SET(is_active, IN(users.id)))), /* reject: IN(users.id): ... */
		ALL_ROWS));
#endif
}
