/* type-mismatch: lag */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(LAG(users.age, 1, 0), ORDER_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: LAG(users.age, 1, "none"): ... */
		SELECT(OVER(LAG(users.age, 1, "none"), ORDER_BY(users.id))),
		FROM(users)));
#endif
}
