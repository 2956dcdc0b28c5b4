/* unknown-column: case */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, users.age), ELSE(0))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: aeg */
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, users.aeg), ELSE(0))),
		FROM(users)));
#endif
}
