/* unknown-column: string_agg_order */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(STRING_AGG(users.username, ", ", ORDER_BY(GT(users.age, 3)))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(STRING_AGG(users.username, ", ", ORDER_BY(GT(users.aeg, 3)))), /* reject: aeg */
		FROM(users)));
#endif
}
