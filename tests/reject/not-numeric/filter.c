/* not-numeric: filter */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(FILTER(COUNT(users.id), GT(ADD(users.age, 1), 3))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(FILTER(COUNT(users.id), GT(ADD(users.username, 1), 3))), /* reject: ADD(users.username, 1): ... */
		FROM(users)));
#endif
}
