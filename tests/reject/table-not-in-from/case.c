/* table-not-in-from: case */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(GT(users.age, 3), 1), ELSE(0))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : SELECT: ... */
		SELECT(CQ_CASE(CASE_WHEN(GT(products.id, 3), 1), ELSE(0))),
		FROM(users)));
#endif
}
