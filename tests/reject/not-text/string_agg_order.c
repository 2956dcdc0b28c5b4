/* not-text: string_agg_order */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(STRING_AGG(users.username, ", ", ORDER_BY(EQ(LOWER(users.username), "x")))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: LOWER(users.age): ... */
		SELECT(STRING_AGG(users.username, ", ", ORDER_BY(EQ(LOWER(users.age), "x")))),
		FROM(users)));
#endif
}
