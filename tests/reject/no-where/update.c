/* no-where: update */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		WHERE(EQ(users.id, large))));
#else
	return cq_execute(db, NULL, SQL( /* reject: SET(age, 3))): ... */
		UPDATE(users, SET(age, 3))));
#endif
}
