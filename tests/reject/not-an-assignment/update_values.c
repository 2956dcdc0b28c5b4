/* not-an-assignment: update_values */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		UPDATE(users, SET(age, 3)),
		ALL_ROWS));
#else
	return cq_execute(db, NULL, SQL(
		UPDATE(users, VALUES(people, count)), /* reject: UPDATE(users, VALUES(people, count)): ... */
		ALL_ROWS));
#endif
}
