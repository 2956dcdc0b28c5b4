/* unknown-column: case_value */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, GT(users.age, 3)), ELSE(false))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, GT(users.aeg, 3)), ELSE(false))), /* reject: aeg */
		FROM(users)));
#endif
}
