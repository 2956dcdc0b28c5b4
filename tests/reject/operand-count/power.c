/* operand-count: power */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(POWER(users.age, 2)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: POWER(users.age): takes two numbers */
		SELECT(POWER(users.age)),
		FROM(users)));
#endif
}
