/* not-a-branch: else_first */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(GT(users.age, 17), 1), ELSE(0))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: CQ_CASE(ELSE(0), CASE_WHEN(GT(users.age, 17), 1)): ... */
		SELECT(CQ_CASE(ELSE(0), CASE_WHEN(GT(users.age, 17), 1))),
		FROM(users)));
#endif
}
