/* not-numeric: else */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, true), ELSE(GT(ADD(users.age, 1), 3)))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: ADD(users.username, 1): ... */
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, true), ELSE(GT(ADD(users.username, 1), 3)))),
		FROM(users)));
#endif
}
