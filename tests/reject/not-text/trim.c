/* not-text: trim */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(TRIM(users.bio)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: TRIM(users.age): ... */
		SELECT(TRIM(users.age)),
		FROM(users)));
#endif
}
