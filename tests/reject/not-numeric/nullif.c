/* not-numeric: nullif */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(NULLIF(GT(ADD(users.age, 1), 3), false)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(NULLIF(GT(ADD(users.username, 1), 3), false)), /* reject: ADD(users.username, 1): ... */
		FROM(users)));
#endif
}
