/* not-a-branch: value; compiler only: nothing is written; seen when code is generated */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(GT(users.age, 17), 1), ELSE(0))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: ... */
		SELECT(CQ_CASE(CASE_WHEN(GT(users.age, 17), 1), 0)),
		FROM(users)));
#endif
}
