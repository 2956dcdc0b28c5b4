/* not-numeric: as */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(AS(GT(ADD(users.age, 1), 3), flag)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(AS(GT(ADD(users.username, 1), 3), flag)), /* reject: ADD(users.username, 1): ... */
		FROM(users)));
#endif
}
