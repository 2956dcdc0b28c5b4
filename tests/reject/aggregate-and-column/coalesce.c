/* aggregate-and-column: coalesce */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COALESCE(MAX(users.bio), "x"), COUNT_ROWS()),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		SELECT(COALESCE(users.bio, "x"), COUNT_ROWS()),
		FROM(users)));
#endif
}
