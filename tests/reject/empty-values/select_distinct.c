/* empty-values: select_distinct */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(IN(users.id, 3)),
		DISTINCT,
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(IN(users.id)), /* reject: IN(users.id): ... */
		DISTINCT,
		FROM(users)));
#endif
}
