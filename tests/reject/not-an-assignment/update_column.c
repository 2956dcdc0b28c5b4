/* not-an-assignment: update_column; compiler only: a column that no operator takes is not written */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, users.age), /* reject: UPDATE(users, users.age): ... */
		ALL_ROWS));
#endif
}
