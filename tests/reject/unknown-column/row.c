/* unknown-column: row */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IN(ROW(users.id, users.age), ROW(1, 2)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: aeg */
		WHERE(IN(ROW(users.id, users.aeg), ROW(1, 2)))));
#endif
}
