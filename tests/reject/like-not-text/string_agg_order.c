/* like-not-text: string_agg_order */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(STRING_AGG(users.username, ", ", ORDER_BY(LIKE(users.username, "4%")))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		/* reject: LIKE(users.age, "4%"): ... */
		SELECT(STRING_AGG(users.username, ", ", ORDER_BY(LIKE(users.age, "4%")))),
		FROM(users)));
#endif
}
