/* min-max-type: over */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(MAX(users.age), PARTITION_BY(users.role))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(MAX(users.is_active), PARTITION_BY(users.role))), /* reject: MAX(users.is_active): ... */
		FROM(users)));
#endif
}
