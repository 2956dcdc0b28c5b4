/* type-mismatch: case_value */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, GT(users.age, 3)), ELSE(false))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: GT(users.age, "three"): ... */
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, GT(users.age, "three")), ELSE(false))),
		FROM(users)));
#endif
}
