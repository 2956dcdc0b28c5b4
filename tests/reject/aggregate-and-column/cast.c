/* aggregate-and-column: cast */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CAST(MAX(users.age), TEXT), COUNT_ROWS()),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		SELECT(CAST(users.age, TEXT), COUNT_ROWS()),
		FROM(users)));
#endif
}
