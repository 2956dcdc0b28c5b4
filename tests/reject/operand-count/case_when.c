/* operand-count: case_when */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, 1))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: CASE_WHEN(users.is_active): takes a condition and a value */
		SELECT(CQ_CASE(CASE_WHEN(users.is_active))),
		FROM(users)));
#endif
}
