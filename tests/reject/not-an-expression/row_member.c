/* not-an-expression: row_member */
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
		/* reject: ROW(users.id, DESC(users.age)): ... */
		WHERE(EQ(ROW(users.id, DESC(users.age)), ROW(1, 2)))));
#endif
}
