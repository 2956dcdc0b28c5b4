/* not-a-branch: select */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(GT(users.age, 17), 1), ELSE(0))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: CQ_CASE(users.age, ELSE(0)): ... */
		SELECT(CQ_CASE(users.age, ELSE(0))),
		FROM(users)));
#endif
}
