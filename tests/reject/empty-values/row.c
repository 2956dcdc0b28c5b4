/* empty-values: row */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IN(ROW(users.id, users.age), ROW(3, 4)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(IN(ROW(users.id, users.age))))); /* reject: IN(ROW(users.id, users.age)): ... */
#endif
}
