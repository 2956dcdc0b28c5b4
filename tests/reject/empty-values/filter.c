/* empty-values: filter */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(FILTER(COUNT(users.id), IN(users.id, 3))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(FILTER(COUNT(users.id), IN(users.id))), /* reject: IN(users.id): ... */
		FROM(users)));
#endif
}
