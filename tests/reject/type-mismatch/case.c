/* type-mismatch: case */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, 1), ELSE(0))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: CASE(CASE_WHEN(users.is_active, 1), ELSE("none")): ... */
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, 1), ELSE("none"))),
		FROM(users)));
#endif
}
