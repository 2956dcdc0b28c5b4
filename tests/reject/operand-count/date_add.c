/* operand-count: date_add */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(DATE_ADD(DAY, users.created_at, 3)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: DATE_ADD(users.created_at): takes a unit, a DATE or TIMESTAMP and a number, or a DATE or TIMESTAMP and an INTERVAL */
		SELECT(DATE_ADD(users.created_at)),
		FROM(users)));
#endif
}
