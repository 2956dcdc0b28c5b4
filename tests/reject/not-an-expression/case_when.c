/* not-an-expression: case_when; compiler only: a branch of CASE is written nowhere else */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: SELECT(CASE_WHEN(users.is_active, 1)): ... */
		SELECT(CASE_WHEN(users.is_active, 1)),
		FROM(users)));
#endif
}
