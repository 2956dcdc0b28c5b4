/* not-numeric: either */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EITHER(newest, GT(ADD(users.age, 1), 3), users.is_active))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: ADD(users.username, 1): ... */
		WHERE(EITHER(newest, GT(ADD(users.username, 1), 3), users.is_active))));
#endif
}
