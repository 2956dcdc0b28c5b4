/* unknown-column: as */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(AS(GT(users.age, 3), flag)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(AS(GT(users.aeg, 3), flag)), /* reject: aeg */
		FROM(users)));
#endif
}
