/* aggregate-of-aggregate: avg */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(AVG(users.age)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(AVG(MAX(users.age))), /* reject: AVG(MAX(users.age)): ... */
		FROM(users)));
#endif
}
