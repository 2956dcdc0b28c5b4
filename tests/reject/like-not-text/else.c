/* like-not-text: else */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, true), ELSE(LIKE(users.username, "4%")))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: LIKE(users.age, "4%"): ... */
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, true), ELSE(LIKE(users.age, "4%")))),
		FROM(users)));
#endif
}
