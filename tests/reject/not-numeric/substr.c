/* not-numeric: substr */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(SUBSTR(users.bio, 2)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SUBSTR(users.bio, "2"): ... */
		SELECT(SUBSTR(users.bio, "2")),
		FROM(users)));
#endif
}
