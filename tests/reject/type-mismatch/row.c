/* type-mismatch: row */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(ROW(users.id, users.age), ROW(1, 2)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: EQ(ROW(users.id, users.age), 1): ... */
		WHERE(EQ(ROW(users.id, users.age), 1))));
#endif
}
