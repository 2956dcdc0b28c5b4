/* min-max-type: filter */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(FILTER(MAX(users.age), users.is_active)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(FILTER(MAX(users.is_active), users.is_active)), /* reject: MAX(users.is_active): ... */
		FROM(users)));
#endif
}
