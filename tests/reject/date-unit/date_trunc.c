/* date-unit: date_trunc */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(DATE_TRUNC(WEEK, users.created_at)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: DATE_TRUNC(DAY_OF_WEEK, users.created_at): ... */
		SELECT(DATE_TRUNC(DAY_OF_WEEK, users.created_at)),
		FROM(users)));
#endif
}
