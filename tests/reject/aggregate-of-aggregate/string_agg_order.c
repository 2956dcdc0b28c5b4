/* aggregate-of-aggregate: string_agg_order */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(STRING_AGG(users.username, ", ", ORDER_BY(users.id))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: STRING_AGG(users.username, ", ", ORDER_BY(COUNT(users.id))): ... */
		SELECT(STRING_AGG(users.username, ", ", ORDER_BY(COUNT(users.id)))),
		FROM(users)));
#endif
}
