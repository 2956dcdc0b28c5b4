/* not-text: case_value */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, EQ(LOWER(users.username), "x")), ELSE(false))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: LOWER(users.age): ... */
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, EQ(LOWER(users.age), "x")), ELSE(false))),
		FROM(users)));
#endif
}
