/* like-not-text: case */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(LIKE(users.username, "4%"), 1), ELSE(0))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(LIKE(users.age, "4%"), 1), ELSE(0))), /* reject: LIKE(users.age, "4%"): ... */
		FROM(users)));
#endif
}
