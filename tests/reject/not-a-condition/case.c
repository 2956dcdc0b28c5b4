/* not-a-condition: case */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(GT(users.age, 17), 1))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: CASE_WHEN(users.age, 1): ... */
		SELECT(CQ_CASE(CASE_WHEN(users.age, 1))),
		FROM(users)));
#endif
}
