/* operand-count: round */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(ROUND(users.age)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: ROUND(users.age, 1, 2): takes a number and perhaps a number of digits */
		SELECT(ROUND(users.age, 1, 2)),
		FROM(users)));
#endif
}
