/* not-numeric: is_distinct */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IS_DISTINCT(GT(ADD(users.age, 1), 3), NULL))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IS_DISTINCT(GT(ADD(users.username, 1), 3), NULL)))); /* reject: ADD(users.username, 1): ... */
#endif
}
