/* value-type: condition */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(is_active, GT(users.age, 3))),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, GT(users.age, 3))), /* reject: SET(age, GT(users.age, 3)): ... */
		ALL_ROWS));
#endif
}
