/* null-compared: case_value */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, NE(users.username, "x")), ELSE(false))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: NE(users.username, NULL): ... */
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, NE(users.username, NULL)), ELSE(false))),
		FROM(users)));
#endif
}
