/* empty-values: count */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(IN(users.id, 3))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(IN(users.id))), /* reject: IN(users.id): ... */
		FROM(users)));
#endif
}
