/* window-misplaced: aggregate */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(SUM(users.age)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: OVER(MAX(users.age)): ... */
		SELECT(SUM(OVER(MAX(users.age)))),
		FROM(users)));
#endif
}
