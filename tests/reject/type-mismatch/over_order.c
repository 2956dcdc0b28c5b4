/* type-mismatch: over_order */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(ROW_NUMBER(), ORDER_BY(GT(users.age, 3)))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(ROW_NUMBER(), ORDER_BY(GT(users.age, "three")))), /* reject: GT(users.age, "three"): ... */
		FROM(users)));
#endif
}
