/* not-a-branch: where */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(EQ(CQ_CASE(CASE_WHEN(GT(users.age, 17), 1)), 1))));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		/* reject: CASE(GT(users.age, 17)): ... */
		WHERE(EQ(CQ_CASE(GT(users.age, 17)), 1))));
#endif
}
