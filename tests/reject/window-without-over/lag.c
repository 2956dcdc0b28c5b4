/* window-without-over: lag */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(SUB(users.age, OVER(LAG(users.age), ORDER_BY(users.id)))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: LAG(users.age): ... */
		SELECT(SUB(users.age, LAG(users.age))),
		FROM(users)));
#endif
}
