/* unknown-column: is_distinct */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IS_DISTINCT(GT(users.age, 3), NULL))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IS_DISTINCT(GT(users.aeg, 3), NULL)))); /* reject: aeg */
#endif
}
