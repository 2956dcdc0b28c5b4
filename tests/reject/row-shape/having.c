/* row-shape: having; second enforcer only: a comparison sees only that both are rows */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		GROUP_BY(users.id),
		HAVING(EQ(ROW(users.id, COUNT_ROWS()), ROW(3, 4)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		GROUP_BY(users.id),
		HAVING(EQ(ROW(users.id, COUNT_ROWS()), ROW(3, "a")))));
#endif
}
