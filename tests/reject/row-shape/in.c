/* row-shape: in; second enforcer only: a comparison sees only that both are rows */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IN(ROW(users.id, users.username), ROW(3, "a")))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IN(ROW(users.id, users.username), ROW("a", 3)))));
#endif
}
