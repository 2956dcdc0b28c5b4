/* not-numeric: cast */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CAST(GT(ADD(users.age, 1), 3), INTEGER)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(CAST(GT(ADD(users.username, 1), 3), INTEGER)), /* reject: ADD(users.username, 1): ... */
		FROM(users)));
#endif
}
