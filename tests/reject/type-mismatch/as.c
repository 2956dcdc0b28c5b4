/* type-mismatch: as */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(AS(GT(users.age, 3), flag)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(AS(GT(users.age, "three"), flag)), /* reject: GT(users.age, "three"): ... */
		FROM(users)));
#endif
}
