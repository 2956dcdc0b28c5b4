/* not-a-branch: else_twice */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		ORDER_BY(CQ_CASE(CASE_WHEN(GT(users.age, 17), 1), ELSE(0)))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: CQ_CASE(CASE_WHEN(GT(users.age, 17), 1), ELSE(2), ELSE(0)): ... */
		ORDER_BY(CQ_CASE(CASE_WHEN(GT(users.age, 17), 1), ELSE(2), ELSE(0)))));
#endif
}
