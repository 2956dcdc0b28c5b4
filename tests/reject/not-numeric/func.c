/* not-numeric: func */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(FUNC(BOOLEAN, "coalesce", GT(ADD(users.age, 1), 3), false)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: ADD(users.username, 1): ... */
		SELECT(FUNC(BOOLEAN, "coalesce", GT(ADD(users.username, 1), 3), false)),
		FROM(users)));
#endif
}
