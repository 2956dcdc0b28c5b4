/* null-compared: else */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, true), ELSE(NE(users.username, "x")))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: NE(users.username, NULL): ... */
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, true), ELSE(NE(users.username, NULL)))),
		FROM(users)));
#endif
}
