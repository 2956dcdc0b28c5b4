/* operand-count: extract */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(EXTRACT(DAY, users.created_at)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: EXTRACT(users.created_at): takes a unit and a DATE or TIMESTAMP */
		SELECT(EXTRACT(users.created_at)),
		FROM(users)));
#endif
}
