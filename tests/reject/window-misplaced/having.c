/* window-misplaced: having */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(users.id)),
		FROM(users),
		GROUP_BY(users.id),
		HAVING(LT(COUNT(users.id), 10))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(users.id)),
		FROM(users),
		GROUP_BY(users.id),
		/* reject: OVER(COUNT_ROWS()): ... */
		HAVING(LT(OVER(COUNT_ROWS()), 10))));
#endif
}
