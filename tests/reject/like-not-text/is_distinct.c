/* like-not-text: is_distinct */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IS_DISTINCT(LIKE(users.username, "4%"), NULL))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IS_DISTINCT(LIKE(users.age, "4%"), NULL)))); /* reject: LIKE(users.age, "4%"): ... */
#endif
}
