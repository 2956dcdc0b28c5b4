/* table-not-in-from: else */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, true), ELSE(GT(users.age, 3)))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : SELECT: ... */
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, true), ELSE(GT(products.id, 3)))),
		FROM(users)));
#endif
}
