/* null-compared: case */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(NE(users.username, "x"), 1), ELSE(0))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: NE(users.username, NULL): ... */
		SELECT(CQ_CASE(CASE_WHEN(NE(users.username, NULL), 1), ELSE(0))),
		FROM(users)));
#endif
}
