/* not-numeric: raw */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(RAW(BOOLEAN, "? AND ?", GT(ADD(users.age, 1), 3), true)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: ADD(users.username, 1): ... */
		SELECT(RAW(BOOLEAN, "? AND ?", GT(ADD(users.username, 1), 3), true)),
		FROM(users)));
#endif
}
