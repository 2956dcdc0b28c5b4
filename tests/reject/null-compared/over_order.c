/* null-compared: over_order */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(ROW_NUMBER(), ORDER_BY(NE(users.username, "x")))),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT(OVER(ROW_NUMBER(), ORDER_BY(NE(users.username, NULL)))), /* reject: NE(users.username, NULL): ... */
		FROM(users)));
#endif
}
