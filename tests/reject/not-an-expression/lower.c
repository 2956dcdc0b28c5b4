/* not-an-expression: lower */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(LOWER(users.username)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(LOWER(name)), /* reject: LOWER(name): ... */
		FROM(users)));
#endif
}
