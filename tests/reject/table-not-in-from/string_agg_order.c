/* table-not-in-from: string_agg_order */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(STRING_AGG(users.username, ", ", ORDER_BY(GT(users.age, 3)))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL( /* reject: : SELECT: ... */
		SELECT(STRING_AGG(users.username, ", ", ORDER_BY(GT(products.id, 3)))),
		FROM(users)));
#endif
}
