/* not-numeric: row */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(ROW(users.id, GT(ADD(users.age, 1), 3)), ROW(3, true)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: ADD(users.username, 1): ... */
		WHERE(EQ(ROW(users.id, GT(ADD(users.username, 1), 3)), ROW(3, true)))));
#endif
}
