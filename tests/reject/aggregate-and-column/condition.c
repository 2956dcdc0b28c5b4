/* aggregate-and-column: condition */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(GT(MAX(users.age), 3), COUNT_ROWS()),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		SELECT(GT(users.age, 3), COUNT_ROWS()),
		FROM(users)));
#endif
}
