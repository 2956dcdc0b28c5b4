/* window-misplaced: group_by */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(users.id)),
		FROM(users),
		GROUP_BY(users.age)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(COUNT(users.id)),
		FROM(users),
		/* reject: OVER(COUNT_ROWS()): ... */
		GROUP_BY(OVER(COUNT_ROWS()))));
#endif
}
