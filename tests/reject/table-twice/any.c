/* table-twice: any */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		WHERE(ANY_AS(boss, users.reports))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ALL(users),
		FROM(users),
		WHERE(ANY(users.reports)))); /* reject: ANY(users.reports): ... */
#endif
}
