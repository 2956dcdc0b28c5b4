/* null-compared: is_distinct */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IS_DISTINCT(NE(users.username, "x"), NULL))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IS_DISTINCT(NE(users.username, NULL), NULL)))); /* reject: NE(users.username, NULL): ... */
#endif
}
