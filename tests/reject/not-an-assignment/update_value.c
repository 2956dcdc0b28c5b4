/* not-an-assignment: update_value; compiler only: nothing is written */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, 3), /* reject: UPDATE(users, 3): ... */
		ALL_ROWS));
#endif
}
