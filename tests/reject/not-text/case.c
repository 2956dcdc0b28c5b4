/* not-text: case */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(EQ(LOWER(users.username), "x"), 1), ELSE(0))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(EQ(LOWER(users.age), "x"), 1), ELSE(0))), /* reject: LOWER(users.age): ... */
		FROM(users)));
#endif
}
