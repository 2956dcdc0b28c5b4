/* null-compared: string_agg_order */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(STRING_AGG(users.username, ", ", ORDER_BY(NE(users.username, "x")))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: NE(users.username, NULL): ... */
		SELECT(STRING_AGG(users.username, ", ", ORDER_BY(NE(users.username, NULL)))),
		FROM(users)));
#endif
}
