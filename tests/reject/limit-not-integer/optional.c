/* limit-not-integer: optional */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHEN(newest, LIMIT(10))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHEN(newest, LIMIT(2.5)))); /* reject: LIMIT(2.5): ... */
#endif
}
