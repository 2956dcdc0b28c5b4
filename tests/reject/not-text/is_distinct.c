/* not-text: is_distinct */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IS_DISTINCT(EQ(LOWER(users.username), "x"), NULL))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IS_DISTINCT(EQ(LOWER(users.age), "x"), NULL)))); /* reject: LOWER(users.age): ... */
#endif
}
