/* operand-count: date_trunc */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(DATE_TRUNC(DAY, users.created_at)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: DATE_TRUNC(users.created_at): takes a unit and a DATE or TIMESTAMP */
		SELECT(DATE_TRUNC(users.created_at)),
		FROM(users)));
#endif
}
