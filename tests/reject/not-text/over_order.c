/* not-text: over_order */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(ROW_NUMBER(), ORDER_BY(EQ(LOWER(users.username), "x")))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(ROW_NUMBER(), ORDER_BY(EQ(LOWER(users.age), "x")))), /* reject: LOWER(users.age): ... */
		FROM(users)));
#endif
}
