/* type-mismatch: not_in */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(NOT_IN(users.username, "a", "b"))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(NOT_IN(users.username, "a", 2)))); /* reject: NOT_IN(users.username, "a", 2): ... */
#endif
}
