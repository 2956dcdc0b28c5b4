/* not-a-branch: optional */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(CQ_CASE(WHEN(newest, CASE_WHEN(GT(users.age, 17), 1)), ELSE(0)), 1))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: CASE(WHEN(newest, GT(users.age, 17)), ELSE(0)): ... */
		WHERE(EQ(CQ_CASE(WHEN(newest, GT(users.age, 17)), ELSE(0)), 1))));
#endif
}
