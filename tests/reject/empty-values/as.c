/* empty-values: as */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(AS(IN(users.id, 3), flag)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(AS(IN(users.id), flag)), /* reject: IN(users.id): ... */
		FROM(users)));
#endif
}
