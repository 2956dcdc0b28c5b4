/* not-an-expression: row */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id, users.age),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SELECT(ROW(users.id, users.age)): ... */
		SELECT(ROW(users.id, users.age)),
		FROM(users)));
#endif
}
