/* not-an-assignment: update_value; compiler only: nothing is written; seen when code is generated: an int may be what an unknown word returns */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, 3), /* reject: ... */
		ALL_ROWS));
#endif
}
