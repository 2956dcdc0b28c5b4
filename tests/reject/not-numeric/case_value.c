/* not-numeric: case_value */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, GT(ADD(users.age, 1), 3)), ELSE(false))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: ADD(users.username, 1): ... */
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, GT(ADD(users.username, 1), 3)), ELSE(false))),
		FROM(users)));
#endif
}
