/* aggregate-and-column: filter */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(MAX(users.age), FILTER(COUNT(users.id), users.is_active)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : ... */
		SELECT(users.age, FILTER(COUNT(users.id), users.is_active)),
		FROM(users)));
#endif
}
