/* date-unit: date_diff */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(DATE_DIFF(DAY, NOW(), users.created_at)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: DATE_DIFF(MONTH, NOW(), users.created_at): ... */
		SELECT(DATE_DIFF(MONTH, NOW(), users.created_at)),
		FROM(users)));
#endif
}
