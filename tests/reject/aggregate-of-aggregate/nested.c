/* aggregate-of-aggregate: nested */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(MAX(ADD(users.age, 1))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(MAX(ADD(SUM(users.age), 1))), /* reject: MAX(ADD(SUM(users.age), 1)): ... */
		FROM(users)));
#endif
}
