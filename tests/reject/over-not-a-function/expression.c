/* over-not-a-function: expression */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(ADD(OVER(SUM(users.age)), 1)),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: OVER(ADD(SUM(users.age), 1)): ... */
		SELECT(OVER(ADD(SUM(users.age), 1))),
		FROM(users)));
#endif
}
