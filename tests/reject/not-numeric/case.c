/* not-numeric: case */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(GT(ADD(users.age, 1), 3), 1), ELSE(0))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: ADD(users.username, 1): ... */
		SELECT(CQ_CASE(CASE_WHEN(GT(ADD(users.username, 1), 3), 1), ELSE(0))),
		FROM(users)));
#endif
}
