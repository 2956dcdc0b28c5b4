/* not-numeric: sum */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(SUM(users.age)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(SUM(users.username)), /* reject: SUM(users.username): ... */
		FROM(users)));
#endif
}
