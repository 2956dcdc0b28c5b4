/* not-an-expression: distinct */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IS_DISTINCT(users.id, 3))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: IS_DISTINCT(ROW(users.id, users.age), ROW(1, 2)): ... */
		WHERE(IS_DISTINCT(ROW(users.id, users.age), ROW(1, 2)))));
#endif
}
