/* table-not-in-from: case_value */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, GT(users.age, 3)), ELSE(false))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : SELECT: ... */
		SELECT(CQ_CASE(CASE_WHEN(users.is_active, GT(products.id, 3)), ELSE(false))),
		FROM(users)));
#endif
}
