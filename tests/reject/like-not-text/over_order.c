/* like-not-text: over_order */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(ROW_NUMBER(), ORDER_BY(LIKE(users.username, "4%")))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(ROW_NUMBER(), ORDER_BY(LIKE(users.age, "4%")))), /* reject: LIKE(users.age, "4%"): ... */
		FROM(users)));
#endif
}
