/* aggregate-and-column: partition_by */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(RANK(), PARTITION_BY(MAX(users.age))), COUNT_ROWS()),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		SELECT(OVER(RANK(), PARTITION_BY(users.age)), COUNT_ROWS()),
		FROM(users)));
#endif
}
