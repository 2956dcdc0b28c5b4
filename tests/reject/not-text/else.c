/* not-text: else */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, true), ELSE(EQ(LOWER(users.username), "x")))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: LOWER(users.age): ... */
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, true), ELSE(EQ(LOWER(users.age), "x")))),
		FROM(users)));
#endif
}
