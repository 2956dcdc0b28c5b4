/* not-numeric: lag */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(LAG(users.age, 2), ORDER_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: LAG(users.age, "2"): ... */
		SELECT(OVER(LAG(users.age, "2"), ORDER_BY(users.id))),
		FROM(users)));
#endif
}
