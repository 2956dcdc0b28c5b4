/* type-mismatch: else */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, true), ELSE(GT(users.age, 3)))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: GT(users.age, "three"): ... */
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, true), ELSE(GT(users.age, "three")))),
		FROM(users)));
#endif
}
