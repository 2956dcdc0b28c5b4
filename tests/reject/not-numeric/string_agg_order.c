/* not-numeric: string_agg_order */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(STRING_AGG(users.username, ", ", ORDER_BY(GT(ADD(users.age, 1), 3)))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: ADD(users.username, 1): ... */
		SELECT(STRING_AGG(users.username, ", ", ORDER_BY(GT(ADD(users.username, 1), 3)))),
		FROM(users)));
#endif
}
