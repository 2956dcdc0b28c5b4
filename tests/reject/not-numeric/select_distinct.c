/* not-numeric: select_distinct */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(GT(ADD(users.age, 1), 3)),
		DISTINCT,
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(GT(ADD(users.username, 1), 3)), /* reject: ADD(users.username, 1): ... */
		DISTINCT,
		FROM(users)));
#endif
}
