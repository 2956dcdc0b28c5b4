/* aggregate-and-column: over_desc */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(RANK(), ORDER_BY(DESC(MAX(users.age)))), COUNT_ROWS()),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		SELECT(OVER(RANK(), ORDER_BY(DESC(users.age))), COUNT_ROWS()),
		FROM(users)));
#endif
}
