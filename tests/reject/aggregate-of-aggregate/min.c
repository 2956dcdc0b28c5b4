/* aggregate-of-aggregate: min */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(MIN(users.age)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(MIN(MAX(users.age))), /* reject: MIN(MAX(users.age)): ... */
		FROM(users)));
#endif
}
