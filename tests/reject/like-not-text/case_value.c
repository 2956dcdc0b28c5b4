/* like-not-text: case_value */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, LIKE(users.username, "4%")), ELSE(false))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: LIKE(users.age, "4%"): ... */
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, LIKE(users.age, "4%")), ELSE(false))),
		FROM(users)));
#endif
}
